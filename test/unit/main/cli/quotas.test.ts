import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('tells how much of each quota is used, nearest first, and all on demand', async () => {
  const { exit, out } = await run('quotas', design)
  expect(exit).toBe(0)
  expect(out).toMatch(/^ 20 % +1 of 5 +IPv4 blocks per VPC +prod; default 5, on request$/m)
  expect(out).toMatch(/66 quotas, \d+ in use, 0 exceeded\.$/m)
  expect(out).not.toContain('Client VPN endpoints')
  expect((await run('quotas', design, '--all')).out).toContain('0 of 5')
})

it('shows recorded increases with who recorded them', async () => {
  const read = JSON.parse(readFileSync(design, 'utf8')) as object
  writeFileSync(design, JSON.stringify({ ...read, review: { 'quota:ipv4-cidrs-per-vpc': { id: 'quota:ipv4-cidrs-per-vpc', value: 10, author: 'Ada', created: '2026-11-01', note: 'case 7' } } }))
  expect((await run('quotas', design)).out.replace(/\s+/g, ' ')).toContain('1 of 10 IPv4 blocks per VPC prod; raised from 5 (Ada, 2026-11-01, case 7)')
  const { quotas } = JSON.parse((await run('quotas', design, '--json')).out) as { quotas: { name: string; value: number; default: number; uses: unknown[] }[] }
  expect(quotas.find(({ name }) => name === 'ipv4-cidrs-per-vpc')).toMatchObject({ value: 10, default: 5, uses: [{ where: 'prod', count: 1, limit: 10 }] })
})
