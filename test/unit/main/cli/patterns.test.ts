import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IntentId } from '../../../../src/shared/model/id.ts'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
import { patternDesign, PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { elementNames, statementOf } from '../../shared/patterns/judged.ts'
import { TRUTH } from '../../shared/patterns/truth.ts'
import { newFolder, run } from './run.ts'

let folder: string
beforeEach(() => { folder = newFolder() })
afterEach(() => rmSync(folder, { recursive: true }))

const ids = PATTERNS.map(({ id }) => id)

describe('patterns list', () => {
  it('answers every pattern with what speaks for and against it, as JSON', async () => {
    const { exit, out, err } = await run('patterns', 'list', '--json')
    const { patterns } = JSON.parse(out) as { patterns: Record<string, unknown>[] }
    expect([exit, err]).toEqual([0, ''])
    expect(patterns.map(({ id }) => id)).toEqual(ids)
    expect(patterns[0]).toEqual({ id: 'a1-managed-vpn', title: 'Managed VPN, one customer gateway', figures: ['F1', 'I2'], useCase: expect.any(String), advantages: expect.any(String), limitations: expect.any(String) })
  })

  it('tells people in lines that fit', async () => {
    const { exit, out } = await run('patterns', 'list')
    expect(exit).toBe(0)
    expect(out).toContain('b1-vpc-peering: VPC peering (I14)\n  use      Two VPCs exchange traffic')
    for (const { id, title } of PATTERNS) expect(out.replaceAll('\n  ', ' ')).toContain(`${id}: ${title}`)
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})

describe('patterns show', () => {
  it.each(ids)('tells of %s what must hold, and what alone breaks it', async (id) => {
    const { exit, out, err } = await run('patterns', 'show', id, '--json')
    const shown = JSON.parse(out) as { id: string; intents: { holds: boolean; singlePointsOfFailure: { element: string }[] }[] }
    expect([exit, err, shown.id]).toEqual([0, '', id])
    expect(shown.intents.map(({ holds }) => holds)).not.toContain(false)
    expect(shown.intents.map(({ singlePointsOfFailure }) => singlePointsOfFailure.length).sort()).toEqual(Object.values(TRUTH[id]).map(({ length }) => length).sort())
  })

  it('tells people the same in words', async () => {
    const { exit, out } = await run('patterns', 'show', 'a1-managed-vpn')
    expect(exit).toBe(0)
    expect(out).toContain('a1-managed-vpn: Managed VPN, one customer gateway (F1, I2)')
    expect(out).toContain('✓  Headquarters and Production reach each other\n   2 single points of failure\n')
    expect(out).toMatch(/customer device +Headquarters gateway/)
    expect((await run('patterns', 'show', 'b1-vpc-peering')).out).toContain('survives the loss of any one element')
  })
})

describe('patterns write', () => {
  it.each(ids)('writes %s as a placed design that holds', async (id) => {
    const path = join(folder, 'plan.causeway.json')
    expect(await run('patterns', 'write', id, '-o', path)).toEqual({ exit: 0, out: '', err: `wrote ${path}\n` })
    const read = parseDesignText(readFileSync(path, 'utf8'))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { placements, boxes, ...content } = read.value
    expect(patternDesign(id)).toMatchObject(content)
    expect(Object.keys(placements).length).toBeGreaterThan(2)
    expect(Object.keys(boxes).some((box) => box.startsWith('region:'))).toBe(true)
    expect(await run('simulate', path)).toMatchObject({ exit: 0, err: '' })
    expect(await run('check', path)).toMatchObject({ exit: 0, err: '' })
  })

  it.each(ids)('%s: simulating what was written gives the ground truth', async (id) => {
    const path = join(folder, 'plan.causeway.json')
    await run('patterns', 'write', id, '-o', path)
    const { out } = await run('simulate', path, '--json')
    const { intents } = JSON.parse(out) as { intents: { id: IntentId; suggested: boolean; holds: boolean; singlePointsOfFailure: { element: string }[] }[] }
    const design = patternDesign(id)
    const element = elementNames(design)
    const told = intents.filter(({ suggested }) => !suggested).map((verdict) => {
      const intent = design.intents[verdict.id]
      return [intent && statementOf(intent), verdict.holds ? verdict.singlePointsOfFailure.map((single) => element(single.element)).sort() : ['does not hold']]
    })
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.entries(TRUTH[id]).map(([statement, elements]) => [statement, [...elements].sort()])))
  })

  it('says so when the file cannot be written', async () => {
    mkdirSync(join(folder, 'taken'))
    const { exit, out, err } = await run('patterns', 'write', 'b1-vpc-peering', '-o', join(folder, 'taken'))
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain('taken')
  })
})

describe('patterns used wrongly', () => {
  it.each([
    [[], 'list, show <id> or write <id> is missing'],
    [['draw'], 'there is no patterns draw; there is list, show, write'],
    [['show'], `<id> is missing; there is ${ids.join(', ')}`],
    [['show', 'a99'], `there is no pattern a99; there is ${ids.join(', ')}`],
    [['show', 'b1-vpc-peering', '-o', 'x.json'], '--output goes with write'],
    [['list', 'b1-vpc-peering'], '"b1-vpc-peering" is one argument too many for list'],
    [['list', '-o', 'x.json'], '--output goes with write'],
    [['write', '-o', 'x.json'], `<id> is missing; there is ${ids.join(', ')}`],
    [['write', 'a99', '-o', 'x.json'], `there is no pattern a99; there is ${ids.join(', ')}`],
    [['write', 'b1-vpc-peering'], '--output <file> is missing'],
    [['write', 'b1-vpc-peering', '-o', 'x.json', '--json'], '--json goes with list and show'],
    [['write', 'b1-vpc-peering', 'b2-transit-gateway-hub', '-o', 'x.json'], '"b2-transit-gateway-hub" is one argument too many'],
  ])('%j', async (argv, message) => {
    expect(await run('patterns', ...argv)).toEqual({ exit: 2, out: '', err: `causeway patterns: ${message}\nTry: causeway patterns --help\n` })
  })

  it('has help that shows every form', async () => {
    const { exit, out } = await run('patterns', '--help')
    expect(exit).toBe(0)
    expect(out).toContain('Usage: causeway patterns list [--json]\n       causeway patterns show <id> [--json]\n       causeway patterns write <id> --output <file>\n')
  })
})
