import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('cost lists what is charged, what cannot be told, the total, and where the prices come from', async () => {
  const { exit, out } = await run('cost', design)
  expect(exit).toBe(0)
  expect(out).toMatch(/^\$36\.50\/mo +VPN connection vpn +VPN connection at \$0\.05 an hour/m)
  expect(out).toMatch(/^cannot tell +EC2 instance web/m)
  expect(out).toMatch(/Within\n +\$36\.50\/mo \+ \? +VPC prod\n +\$36\.50\/mo \+ \? +eu-west-1/)
  expect(out).toContain('Total: $36.50 a month')
  expect(out).toContain('prices vary by Region')
  expect(out).toMatch(/VPN connection: \$0\.05 an hour \(F-COST-1, us-east-1/)
  expect(out).toContain("Not AWS's, and not counted: customer gateway devices, ISP links, sites")
})

it('cost --json adds up', async () => {
  const { out } = await run('cost', design, '--json')
  const cost = JSON.parse(out) as { total: { monthlyUsd: number; untold: number }; lines: { monthlyUsd: number; untold: object[] }[]; prices: { source: string }[] }
  expect(cost.total).toEqual({ monthlyUsd: 36.5, untold: 1 })
  expect(cost.lines.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0)).toBe(36.5)
  expect(cost.prices.every(({ source }) => source.startsWith('https://'))).toBe(true)
})

it('export --overlay draws what is said at each thing and a key to it; without, nothing changes', async () => {
  const [plain, overlaid] = [join(folder, 'plain.svg'), join(folder, 'cost.svg')]
  await run('export', design, '--format', 'svg', '-o', plain)
  expect((await run('export', design, '--format', 'svg', '-o', overlaid, '--overlay', 'cost')).exit).toBe(0)
  expect(readFileSync(overlaid, 'utf8')).toContain('>$36.50/mo</text>')
  expect(readFileSync(overlaid, 'utf8')).toContain('Overlay: Cost')
  expect(readFileSync(plain, 'utf8')).not.toContain('Overlay')
  expect(await run('export', design, '--format', 'svg', '-o', plain, '--overlay', 'beauty')).toMatchObject({ exit: 2 })
})
