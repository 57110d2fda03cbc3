import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../../../src/shared/rules/catalogue.ts'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder, { isBroken: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

type Finding = { readonly rule: string; readonly severity: string; readonly resources: string[]; readonly field?: string; readonly waiver?: unknown }
const findings = async (...more: string[]) => (JSON.parse((await run('check', design, '--json', ...more)).out) as { findings: Finding[] }).findings

/** Writes review settings into the design file. */
function review(entries: Readonly<Record<string, object>>): void {
  const read = JSON.parse(readFileSync(design, 'utf8')) as object
  const named = Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { id, ...entry }]))
  writeFileSync(design, JSON.stringify({ ...read, review: named }, null, 2))
}

describe('check --format', () => {
  it('writes SARIF that points at the line of the resource that is blamed', async () => {
    const { exit, out } = await run('check', design, '--format', 'sarif')
    const { version, runs: [only] } = JSON.parse(out) as { version: string; runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string; kind: string; locations: { physicalLocation: { region: { startLine: number } }; logicalLocations: { fullyQualifiedName: string }[] }[] }[] }[] }
    expect([exit, version]).toEqual([1, '2.1.0'])
    const result = only?.results.find(({ ruleId }) => ruleId === 'subnet-cidr')
    expect(result).toMatchObject({ level: 'error', kind: 'fail' })
    expect(only?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('subnet-cidr')
    const [place] = result?.locations ?? []
    const line = readFileSync(design, 'utf8').split('\n')[(place?.physicalLocation.region.startLine ?? 0) - 1]
    expect(line).toContain(`"${place?.logicalLocations[0]?.fullyQualifiedName}"`)
  })

  it('writes JUnit with a case for every rule, failed by errors alone', async () => {
    const { exit, out } = await run('check', design, '--format', 'junit')
    expect(exit).toBe(1)
    const failing = [...out.matchAll(/<testcase classname="[^"]*" name="([^"]+)">\s*<failure /g)].map(([, name]) => name)
    const errors = (await findings()).filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    expect(failing.sort()).toEqual([...new Set(errors)].sort())
    expect(out).toMatch(new RegExp(`<testsuites tests="\\d+" failures="${failing.length}"`))
  })

  it('does not go with --json when they differ', async () => {
    expect(await run('check', design, '--format', 'junit', '--json')).toMatchObject({ exit: 2, err: expect.stringContaining('say different things') })
  })
})

describe('check with review settings', () => {
  it('counts no waived finding, but shows it with who waived it and why', async () => {
    const errors = (await findings()).filter(({ severity }) => severity === 'error')
    review(Object.fromEntries(errors.map(({ rule, resources, field }, at) => [`waiver:${at}`, { rule, resources, ...(field === undefined ? {} : { field }), reason: 'a drill', author: 'Ada' }])))
    const { exit, out } = await run('check', design)
    expect(exit).toBe(0)
    expect(out).toContain('(waived)')
    expect(out).toContain('Ada: a drill')
    expect(out).toMatch(new RegExp(`0 errors, .* ${errors.length} waived`))
    expect((await run('check', design, '--format', 'junit')).out).toContain('failures="0"')
    expect((await run('check', design, '--format', 'sarif')).out).toContain('"justification": "Ada: a drill"')
  })

  it('says in every report what the design has set, who waived what, and whose waiver has run out', async () => {
    const [first, second] = (await findings()).filter(({ severity }) => severity === 'error')
    const about = (finding: Finding | undefined) => ({ rule: finding?.rule, resources: finding?.resources, ...(finding?.field === undefined ? {} : { field: finding.field }) })
    review({
      'waiver:a': { ...about(first), reason: 'a lab', author: 'Ada', expires: '2999-01-31' },
      'waiver:b': { ...about(second), reason: 'for now', author: 'Bob', expires: '2020-01-01' },
      'severity:single-point-of-failure': { severity: 'off' },
      'severity:tunnel-alarm': { severity: 'error' },
      'quota:vpcs-per-region': { value: 30, author: 'Ada' },
    })
    const text = (await run('check', design)).out
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Set in this design severities single-point-of-failure: off, tunnel-alarm: error quotas vpcs-per-region: 30')
    expect(text).toMatch(/^error +Nobody watches the tunnels/m)
    expect(text).toContain('Ada: a lab, until 2999-01-31')

    const { runs: [only] } = JSON.parse((await run('check', design, '--format', 'sarif')).out) as { runs: { invocations: unknown[]; results: { ruleId: string; level: string; suppressions?: unknown; properties?: unknown }[] }[] }
    expect(only?.invocations).toEqual([expect.objectContaining({ ruleConfigurationOverrides: [{ descriptor: { id: 'single-point-of-failure' }, configuration: { enabled: false } }, { descriptor: { id: 'tunnel-alarm' }, configuration: { level: 'error' } }] })])
    expect(only?.results).toContainEqual(expect.objectContaining({ ruleId: 'tunnel-alarm', level: 'error' }))
    expect(only?.results).toContainEqual(expect.objectContaining({ suppressions: [{ kind: 'external', status: 'accepted', justification: 'Ada: a lab, until 2999-01-31' }] }))
    expect(only?.results).toContainEqual(expect.objectContaining({ properties: { expiredWaiver: { author: 'Bob', reason: 'for now', expires: '2020-01-01' } } }))

    const junit = (await run('check', design, '--format', 'junit')).out
    expect(junit).toContain('<property name="quotas" value="vpcs-per-region: 30"/>')
    expect(junit).toContain('(waived, Ada: a lab, until 2999-01-31)')
    expect(junit).toContain('(waived, no longer: the waiver of Bob ran out on 2020-01-01)')
    expect(junit).not.toContain('name="single-point-of-failure"')
  })

  it('raises a finding again when its waiver has run out', async () => {
    const [error] = (await findings()).filter(({ severity }) => severity === 'error')
    review({ 'waiver:old': { rule: error?.rule, resources: error?.resources, ...(error?.field === undefined ? {} : { field: error.field }), reason: 'until the migration', author: 'Ada', expires: '2020-01-01' } })
    const { exit, out } = await run('check', design)
    expect(exit).toBe(1)
    expect(out).toContain('no longer: the waiver of Ada ran out on 2020-01-01')
  })

  it('reviews with the profile of the design, or with another', async () => {
    review({ profile: { profile: 'cost' } })
    expect(await findings()).not.toContainEqual(expect.objectContaining({ rule: 'subnet-cidr' }))
    expect(await findings('--profile', 'aws-refuses')).toContainEqual(expect.objectContaining({ rule: 'subnet-cidr' }))
    expect(await run('check', design, '--profile', 'all')).toMatchObject({ exit: 2 })
  })
})

describe('rules', () => {
  it('lists every rule with its severity, and counts', async () => {
    const { exit, out } = await run('rules')
    expect(exit).toBe(0)
    expect(out).toMatch(/\n {2}subnet-cidr +error +R-ADDR-05 /)
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`Of ${CATALOGUE.length} catalogue entries`)
    const { rules, coverage } = JSON.parse((await run('rules', '--json')).out) as { rules: { readonly examples: readonly object[] }[]; coverage: { readonly implemented: number; readonly cannotTell: number; readonly notChecked: number } }
    expect(rules).toContainEqual(expect.objectContaining({ id: 'subnet-cidr', family: 'addressing', why: expect.any(String), remedy: expect.any(String), messages: expect.any(Object), profiles: expect.arrayContaining(['everything']) }))
    expect(rules.filter(({ examples }) => examples.length === 0)).toEqual([])
    expect(coverage.implemented + coverage.cannotTell + coverage.notChecked).toBe(CATALOGUE.length)
  })

  it('explains one by its id or catalogue number', async () => {
    const { out } = await run('rules', 'subnet-cidr')
    expect(out).toContain('remedy')
    expect(out).toMatch(/\n {2}example +".+ overlaps .+\." \(error\)\n/)
    expect(out).toMatch(/\n {2}facts +F-ADDR-\d+ \(checked \d{4}-\d\d-\d\d\)\n +https:\/\/docs\.aws\.amazon\.com\//)
    expect(await run('rules', 'R-ADDR-05')).toMatchObject({ exit: 0, out })
    expect(await run('rules', 'no-such-rule')).toMatchObject({ exit: 2, err: expect.stringContaining('there is no rule no-such-rule') })
  })
})
