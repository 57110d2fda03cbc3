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

describe('simulate --timeline', () => {
  it('tells events, what each intent is like meanwhile, and the timers with their grade', async () => {
    const { exit, out } = await run('simulate', design, '--timeline', 'vpn-tunnel:vpn-connection:vpn/1', '--repair-after', '1h')
    expect(exit).toBe(0)
    expect(out).toContain('tunnel 1 of vpn fails silently and works again after 1 h')
    expect(out).toMatch(/ {2}30 s +vgw notices that tunnel 1 of vpn is down \(BGP hold time over VPN\)/)
    expect(out).toContain('hq and prod reach each other: lost for 30 s')
    expect(out).toMatch(/ {3}0 s +to 30 s +lost: hq → prod-a: at vpn: the tunnel is down/)
    expect(out).toMatch(/ {3}30 s +to 1 h 30 s +works by fw, tunnel 2 of vpn/)
    expect(out).toMatch(/ {3}1 h 30 s +on +works by fw, tunnel 1 of vpn \(as before\)/)
    expect(out).toMatch(/BGP hold time over VPN +30 s +AWS sample configurations \(F-AVL-71\)/)
  })

  it('is short after a clean loss, and answers in JSON', async () => {
    const { out } = await run('simulate', design, '--timeline', 'vpn-tunnel:vpn-connection:vpn/1', '--clean', '--json')
    expect(JSON.parse(out)).toMatchObject({ failure: { manner: 'clean' }, intents: [{ lostMs: 1000, segments: [{ from: 0, to: 1000, state: 'lost' }, { from: 1000, state: 'works' }] }] })
  })

  it.each([
    [['--timeline', 'fw', '--availability'], 'give --availability or --timeline, not both'],
    [['--timeline', 'fw', '--silent', '--clean'], 'give --silent or --clean, not both'],
    [['--repair-after', '4h'], '--repair-after says something only with --timeline'],
    [['--timeline', 'fw', '--repair-after', 'soon'], '--repair-after soon: give a time up to a year, such as 90s, 30min or 4h'],
    [['--timeline', 'teapot'], 'Nothing that can fail is called "teapot"'],
  ])('refuses %j', async (options, message) => {
    const { exit, out, err } = await run('simulate', design, ...options)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
