import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

function withPools(pools: Record<string, unknown>): void {
  const parsed = JSON.parse(readFileSync(design, 'utf8')) as object
  writeFileSync(design, JSON.stringify({ ...parsed, pools }))
}

describe('causeway addresses', () => {
  it('prints pools and VPCs with what is free', async () => {
    withPools({ 'pool:a': { id: 'pool:a', name: 'Main', use: 'vpcs', blocks: ['10.0.0.0/14'], reserved: ['10.3.0.0/16'] } })
    const { exit, out } = await run('addresses', design)
    expect(exit).toBe(0)
    expect(out).toContain('Pool Main for VPCs: 65536 of 262144 addresses taken, 65536 kept free, 131072 free')
    expect(out).toMatch(/10\.0\.0\.0\/14 {2}\[#{8}\.{14}-{8}\] {2}room for 2 \/16 or 32 \/20 or 512 \/24/)
    expect(out).toMatch(/10\.1\.0\.0-10\.2\.255\.255 +free/)
    expect(out).toMatch(/In no pool\n +192\.168\.0\.0\/16 +hq/)
    const told = JSON.parse((await run('addresses', design, '--json')).out) as { pools: { spaces: { free: string; freeBlocks: string[] }[] }[] }
    expect(told.pools[0]?.spaces[0]).toMatchObject({ free: '131072', freeBlocks: ['10.1.0.0/16', '10.2.0.0/16'] })
  })

  it('refuses a file whose pools overlap', async () => {
    withPools({ 'pool:a': { id: 'pool:a', name: 'A', use: 'vpcs', blocks: ['10.0.0.0/8'] }, 'pool:b': { id: 'pool:b', name: 'B', use: 'sites', blocks: ['10.1.0.0/16'] } })
    const { exit, err } = await run('addresses', design)
    expect([exit, err]).toEqual([2, expect.stringContaining('10.1.0.0/16 overlaps 10.0.0.0/8 of the pool A')])
  })
})

describe('causeway renumber', () => {
  it('tells what changes, and writes the design only when it is told where', async () => {
    const before = readFileSync(design, 'utf8')
    const target = join(folder, 'new.causeway.json')
    const { exit, out, err } = await run('renumber', design, 'prod', '10.7.0.0/16', '-o', target)
    expect([exit, err]).toEqual([0, `wrote ${target}\n`])
    expect(out).toMatch(/^Renumber prod from 10\.0\.0\.0\/16 to 10\.7\.0\.0\/16: 3 addresses in 3 resources$/m)
    expect(out).toMatch(/web +Private IPv4 address +10\.0\.1\.10 +-> 10\.7\.1\.10/)
    expect(readFileSync(design, 'utf8')).toBe(before)
    expect(readFileSync(target, 'utf8')).toBe(before.replaceAll('"10.0.', '"10.7.'))
  })

  it('says what is wrong with what was asked for', async () => {
    const refused = async (...argv: string[]) => (await run('renumber', design, ...argv)).err
    expect(await refused('prod', '192.168.0.0/16')).toContain('192.168.0.0/16 overlaps 192.168.0.0/16 of hq.')
    expect(await refused('prod', '10.7.1.0/16')).toContain('10.7.1.0/16 has host bits; the block is 10.7.0.0/16')
    expect(await refused('nowhere', '10.7.0.0/16')).toContain('Nothing in the design is called "nowhere"')
    expect(await refused('vgw', '10.7.0.0/16')).toContain('vgw has no block of its own')
    expect(await refused('prod', '10.7.0.0/16', '--block', '10.1.0.0/16')).toContain('prod has no block 10.1.0.0/16; it has 10.0.0.0/16.')
  })
})
