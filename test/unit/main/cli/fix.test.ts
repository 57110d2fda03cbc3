import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder, { hasReturn: false })
})
afterEach(() => rmSync(folder, { recursive: true }))

type Fixes = { readonly fixes: readonly { readonly finding: number; readonly rule: string; readonly fixes: readonly string[] }[] }
const fixes = async () => (JSON.parse((await run('fix', design, '--json')).out) as Fixes).fixes
async function fixOf(rule: string) {
  const found = (await fixes()).find((one) => one.rule === rule)
  if (!found) throw new Error(`${rule} has no fix: ${JSON.stringify(await fixes())}`)
  return found
}

it('lists what can be fixed by the numbers that check shows', async () => {
  const { finding, rule } = await fixOf('site-route-missing')
  expect((await run('fix', design)).out).toMatch(new RegExp(`^${finding} +${rule} `, 'm'))
  expect((await run('check', design)).out).toMatch(new RegExp(`${rule} \\(R-[A-Z]+-\\d+\\), finding ${finding}$`, 'm'))
})

it('tells what a fix changes and does, and writes nothing without -o', async () => {
  const before = readFileSync(design, 'utf8')
  const { finding } = await fixOf('site-route-missing')
  const { exit, out } = await run('fix', design, '--finding', String(finding))
  expect(exit).toBe(0)
  expect(out).toContain('1 changed.')
  expect(out).toMatch(/Route propagation from: \+ vgw/)
  expect(out).toContain('Findings that go')
  expect(out).toMatch(/is broken -> holds/)
  expect(readFileSync(design, 'utf8')).toBe(before)
})

it('writes the fixed design, in which the finding is gone', async () => {
  const fixed = join(folder, 'fixed.causeway.json')
  const { exit, err, out } = await run('fix', design, '--rule', 'R-RT-06', '-o', fixed)
  expect([exit, err]).toEqual([0, `wrote ${fixed}\n`])
  expect(out).toContain('Fix 1 of site-route-missing')
  expect((await run('check', fixed, '--json')).out).not.toContain('"rule": "site-route-missing"')
  expect((await run('diff', design, fixed)).out).toContain('1 changed')
})

it('says what is wrong with what it was asked for', async () => {
  const said = async (...more: string[]) => { const { exit, err } = await run('fix', design, ...more); return `${exit} ${err}` }
  const unfixable = (JSON.parse((await run('check', design, '--json')).out) as { findings: { fixes: unknown[] }[] }).findings.findIndex((one) => one.fixes.length === 0) + 1
  expect(await said('--finding', '999')).toContain('2 causeway fix: there is no finding 999')
  expect(await said('--finding', String(unfixable))).toContain('has no fix that is an edit')
  expect(await said('--rule', 'no-such-rule')).toContain('there is no rule no-such-rule')
  expect(await said('--rule', 'route-family')).toContain('nothing that route-family finds here has a fix')
  expect(await said('--rule', 'route-family', '--finding', '1')).toContain('leave one away')
  expect(await said('-o', 'x.causeway.json')).toContain('--output goes with')
  expect(await said('--rule', 'site-route-missing', '--choice', '1')).toContain('--choice goes with --finding')
})
