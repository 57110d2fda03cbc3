import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { isKind } from '../../../../src/shared/model/index.ts'
import { RULES, SEVERITIES } from '../../../../src/shared/rules/index.ts'
import generate from '../../../../scripts/generate/rules.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { designOf, expectedOf, samples } from './samples.ts'

const folder = join(import.meta.dirname, '../../../../src/shared/rules')
const machinery = ['index', 'registry', 'rule']
const files = readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)).filter((file) => !machinery.includes(file))

/** Rules of the facts catalogue that this version promises. */
const PROMISED = 'ADDR-01 ADDR-02 ADDR-05 ADDR-09 ADDR-11 ADDR-12 ADDR-16 RT-01 RT-02 RT-04 RT-05 RT-06 RT-07 RT-08 RT-09 RT-16 VPN-02 VPN-04 VPN-05 VPN-07 VPN-13 TGW-01 TGW-02 TGW-06 DX-09 AVL-01'

const messagesIn = (rule: (typeof RULES)[number], own: typeof samples) =>
  new Set(
    own.flatMap((sample) => {
      const design = designOf(sample)
      const intents = Object.values(design.intents).filter((intent) => intent.status === 'accepted')
      return [...rule.check({ index: indexOf(design), simulation: simulate(design), intents, failed: [] })].map((report) => report.message)
    }),
  )

describe('the registry of rules', () => {
  it('lists every rule file once, in order of id', () => {
    expect(RULES.map(({ id }) => id)).toEqual(files)
  })

  it('has each catalogue entry once, and every promised one', () => {
    const catalogue = RULES.map((rule) => rule.catalogue).sort()
    expect(catalogue).toEqual(PROMISED.split(' ').map((id) => `R-${id}`).sort())
  })
})

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  const own = samples.filter((sample) => sample.rule === id)

  it('is in the file of its name and under 80 lines', async () => {
    const module = (await import(`../../../../src/shared/rules/${id}.ts`)) as { readonly default: unknown }
    expect(module.default).toBe(rule)
    expect(readFileSync(join(folder, `${id}.ts`), 'utf8').split('\n').length).toBeLessThan(80)
  })

  it('is documented, with sources and kinds that exist', () => {
    expect(rule.why.split('. ').length).toBeGreaterThan(1)
    expect(rule.remedy).not.toBe('')
    expect(rule.sources.length).toBeGreaterThan(0)
    for (const { fact, checked } of rule.sources) expect([fact, checked]).toEqual([expect.stringMatching(/^F-[A-Z]+-\d+$/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    for (const kind of rule.appliesTo) expect(isKind(kind), kind).toBe(true)
    expect(SEVERITIES).toContain(rule.severity)
  })

  it('has good samples without any finding and bad ones with its own', () => {
    expect(own.some(({ isGood }) => isGood)).toBe(true)
    expect(own.some(({ isGood }) => !isGood)).toBe(true)
    for (const sample of own) expect([sample.name, expectedOf(sample)?.some((finding) => finding.rule === id) ?? false]).toEqual([sample.name, !sample.isGood])
    for (const sample of own) if (sample.isGood) expect(expectedOf(sample), sample.name).toEqual([])
  })

  it('says every one of its messages in a sample, with every slot filled', () => {
    expect([...messagesIn(rule, own)].sort()).toEqual(Object.keys(rule.messages).sort())
    for (const sample of samples) for (const { message } of expectedOf(sample) ?? []) expect(message).not.toMatch(/\{\w+\}/)
  })

  it('is the only rule that its bad samples set off', () => {
    for (const sample of own) expect([sample.name, [...new Set(expectedOf(sample)?.map((finding) => finding.rule))]]).toEqual([sample.name, sample.isGood ? [] : [id]])
  })
})

it('keeps no sample of a rule that is gone', () => {
  expect([...new Set(samples.map(({ rule }) => rule))]).toEqual(files)
})

it('has its reference written from the rules as they are', async () => {
  for (const [path, text] of Object.entries(await generate())) expect(readFileSync(join(import.meta.dirname, '../../../..', path), 'utf8'), 'run npm run docs').toBe(text)
})
