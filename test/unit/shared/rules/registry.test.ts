import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isKind } from '../../../../src/shared/model/index.ts'
import { CATALOGUE, NOT_CHECKED } from '../../../../src/shared/rules/catalogue.ts'
import { Check, RULES, SEVERITIES } from '../../../../src/shared/rules/index.ts'
import { FAMILIES } from '../../../../src/shared/rules/registry.ts'
import generate from '../../../../scripts/generate/rules.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { designOf, expectedOf, samples, TODAY } from './samples.ts'

const folder = join(import.meta.dirname, '../../../../src/shared/rules')
const filesOf = (family: string) => readdirSync(join(folder, family)).flatMap((file) => (file.endsWith('.ts') && file !== 'index.ts' ? [file.slice(0, -3)] : []))
const families = Object.entries(FAMILIES)
const familyOf = (id: string) => families.find(([, rules]) => rules.some((rule) => rule.id === id))?.[0] ?? 'none'

const messagesIn = (rule: (typeof RULES)[number], own: typeof samples) =>
  new Set(own.flatMap((sample) => new Check(designOf(sample), simulate(designOf(sample)), { today: TODAY, rules: [rule] }).reports.map(({ report }) => report.message)))

/** Rules that only ever ask for what a design cannot answer. */
const NEVER_SURE = ['software-vpn-between-regions']

describe('the registry of rules', () => {
  it.each(families)('lists every file of %s once, in order of id', (family, rules) => {
    expect(rules.map(({ id }) => id)).toEqual(filesOf(family).sort())
  })

  it('has each catalogue entry at most once, as a rule or with a reason', () => {
    const covered = RULES.flatMap(({ catalogue, alsoCovers = [] }) => [catalogue, ...alsoCovers]).concat(Object.keys(NOT_CHECKED))
    expect(covered.filter((entry, at) => covered.indexOf(entry) !== at)).toEqual([])
    for (const entry of covered) if (!entry.startsWith('C-')) expect(CATALOGUE).toContain(entry)
  })

  it('leaves no catalogue entry out', () => {
    const covered = new Set(RULES.flatMap(({ catalogue, alsoCovers = [] }) => [catalogue, ...alsoCovers]).concat(Object.keys(NOT_CHECKED)))
    expect(CATALOGUE.filter((entry) => !covered.has(entry))).toEqual([])
  })

  it('has prerequisites that are rules', () => {
    for (const { id, after = [] } of RULES) for (const cause of after === 'every-error' ? [] : after) expect([id, RULES.some((rule) => rule.id === cause)]).toEqual([id, true])
  })
})

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  const own = samples.filter((sample) => sample.rule === id)
  const source = readFileSync(join(folder, familyOf(id), `${id}.ts`), 'utf8')

  it('is in the file of its name and under 80 lines', async () => {
    const module = (await import(`../../../../src/shared/rules/${familyOf(id)}/${id}.ts`)) as { readonly default: unknown }
    expect(module.default).toBe(rule)
    expect(source.split('\n').length).toBeLessThan(80)
    expect((rule.check === undefined) !== (rule.checkEach === undefined), 'check or checkEach').toBe(true)
  })

  it('is documented, with sources and kinds that exist', () => {
    expect(rule.why.split('. ').length).toBeGreaterThan(1)
    expect(rule.remedy).not.toBe('')
    expect(rule.sources.length).toBeGreaterThan(0)
    for (const { fact, checked } of rule.sources) expect([fact, checked]).toEqual([expect.stringMatching(/^F-[A-Z]+-\d+$/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    for (const kind of rule.appliesTo) expect(isKind(kind), kind).toBe(true)
    expect(SEVERITIES).toContain(rule.severity)
  })

  it('has good samples that it is silent about, and bad ones', () => {
    expect(own.some(({ isGood }) => isGood)).toBe(true)
    expect(own.some(({ isGood }) => !isGood)).toBe(true)
    const verdicts = own.flatMap((sample) => (expectedOf(sample) ?? []).filter((finding) => finding.rule === id).map(({ verdict }) => verdict ?? 'violated'))
    if (!NEVER_SURE.includes(id)) expect(verdicts).toContain('violated')
    expect(verdicts.includes('cannot-tell'), 'a sample of "cannot tell", where the rule can say that').toBe(source.includes("'cannot-tell'") || source.includes('reportRequirement'))
    for (const sample of own) expect([sample.name, expectedOf(sample)?.some((finding) => finding.rule === id) ?? false]).toEqual([sample.name, !sample.isGood])
  })

  it('says every one of its messages in a sample, with every slot filled', () => {
    expect([...messagesIn(rule, own)].sort()).toEqual(Object.keys(rule.messages).sort())
    for (const sample of samples) for (const { message } of expectedOf(sample) ?? []) expect(message).not.toMatch(/\{\w+\}/)
  })

  it('is the only rule that calls its samples wrong', () => {
    for (const sample of own) for (const finding of expectedOf(sample) ?? []) expect([sample.name, finding.rule]).toEqual([sample.name, id])
  })
})

it('keeps no sample of a rule that is gone', () => {
  expect([...new Set(samples.map(({ rule }) => rule))]).toEqual(RULES.map(({ id }) => id))
})

it('has its reference written from the rules as they are', async () => {
  for (const [path, text] of Object.entries(await generate())) expect(readFileSync(join(import.meta.dirname, '../../../..', path), 'utf8'), 'run npm run docs').toBe(text)
})
