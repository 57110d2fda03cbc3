import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('simulate --impact', () => {
  it('shows what each failure does to each intent, what takes over with what worth, and what each takes down', async () => {
    const { exit, out } = await run('simulate', design, '--impact')
    expect(exit).toBe(0)
    expect(out).toMatch(/broken +fw +/)
    expect(out).toMatch(/rerouted +tunnel 1 of vpn +vpn \(tunnel 1\) → vpn \(tunnel 2\)/)
    expect(out).toContain('MTU 1446')
    expect(out).toMatch(/\d+ other elements? changes? nothing/)
    expect(out).toContain('What each failure takes down, worst first')
    expect(out).not.toContain('Two at once')
  })

  it('tries two at once with --pairs', async () => {
    const { out } = await run('simulate', design, '--impact', '--pairs')
    expect(out).toMatch(/Two at once\n +broken +tunnel 1 of vpn +\+ tunnel 2 of vpn/)
  })

  it('counts on top of what is down, and says so', async () => {
    const { exit, out } = await run('simulate', design, '--impact', '--fail', 'vpn-tunnel:vpn-connection:vpn/1')
    expect(exit).toBe(0)
    expect(out).toMatch(/^With tunnel 1 of vpn down already/)
    expect(out).toMatch(/broken +tunnel 2 of vpn/)
    const broken = await run('simulate', design, '--impact', '--fail', 'fw')
    expect(broken.exit).toBe(1)
    expect(broken.out).toContain('broken before anything fails: nothing further is tried')
  })

  it('answers in JSON with effects, worth and ranking', async () => {
    const { out } = await run('simulate', design, '--impact', '--pairs', '--json')
    const impact = JSON.parse(out) as { failed: string[]; intents: { effects: { element: string; effect: string; witness?: { after?: { quality: object } } }[] }[]; pairs: object[]; elements: { element: string; broken: string[]; pairs: { broken: string[][] } }[]; reachablePairs: number }
    expect(impact.failed).toEqual([])
    expect(impact.intents[0]?.effects.find(({ effect }) => effect === 'rerouted')?.witness?.after?.quality).toMatchObject({ mtuBytes: 1446, encryption: 'all' })
    expect(impact.pairs.length).toBeGreaterThan(0)
    expect(impact.elements[0]?.broken.length).toBeGreaterThan(0)
    expect(impact.reachablePairs).toBeGreaterThan(0)
  })

  it('refuses what does not go together', async () => {
    expect(await run('simulate', design, '--impact', '--availability')).toMatchObject({ exit: 2, err: expect.stringContaining('not both') })
    expect(await run('simulate', design, '--availability', '--fail', 'fw')).toMatchObject({ exit: 2, err: expect.stringContaining('--fail says nothing') })
    expect(await run('simulate', design, '--impact', '--fail', 'nobody')).toMatchObject({ exit: 2, err: expect.stringContaining('nobody') })
  })
})

describe('simulate --fail', () => {
  it('judges intents as they stand then, by which way, and what would break them next', async () => {
    const { exit, out } = await run('simulate', design, '--fail', 'vpn-tunnel:vpn-connection:vpn/1')
    expect(exit).toBe(0)
    expect(out).toMatch(/^With tunnel 1 of vpn down/)
    expect(out).toContain('vpn (tunnel 1) → vpn (tunnel 2)')
    expect(out).toContain('that would break it next')
  })

  it('answers 1 when the failure breaks an accepted intent, and 0 when it takes an end', async () => {
    expect(await run('simulate', design, '--fail', 'fw')).toMatchObject({ exit: 1, out: expect.stringContaining('✗') })
    expect(await run('simulate', design, '--fail', 'region:eu-west-1')).toMatchObject({ exit: 0, out: expect.stringContaining('an end is down itself with Region eu-west-1') })
    const { out } = await run('simulate', design, '--fail', 'fw', '--json')
    expect(JSON.parse(out)).toMatchObject({ failed: [expect.stringContaining('customer-device:')], intents: [{ holds: false, effect: { effect: 'broken' } }] })
  })
})
