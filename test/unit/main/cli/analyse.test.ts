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

describe('causeway', () => {
  it('tells its version and its commands', async () => {
    expect(await run('--version')).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' })
    const help = await run('--help')
    expect(help).toMatchObject({ exit: 0, err: '' })
    for (const name of ['check', 'rules', 'trace', 'simulate', 'import', 'diff', 'export', 'patterns', 'library', 'serve']) {
      expect(help.out).toContain(`\n  ${name} `)
      expect(await run(name, '--help')).toEqual(await run('help', name))
    }
  })

  it.each([
    [[], 'Usage: causeway <command>'],
    [['paint'], 'causeway: there is no command paint; there is check, fix, quotas, rules, trace, simulate, cost, addresses, renumber, import, diff, export, patterns, library, serve'],
    [['--json'], 'causeway: there is no option --json'],
    [['check', '--colour', 'x.json'], 'causeway check: there is no option --colour; there is --min-severity, --profile, --format, --json\nTry: causeway check --help'],
  ])('%j is one clear error and exit code 2', async (argv, message) => {
    const { exit, out, err } = await run(...argv)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})

describe('check', () => {
  it('answers findings and their sum in JSON', async () => {
    const { exit, out, err } = await run('check', writeSample(folder, { isBroken: true }), '--json')
    const answer = JSON.parse(out) as { findings: { severity: string }[]; summary: Record<string, number> }
    expect([exit, err]).toEqual([1, ''])
    expect(Object.keys(answer)).toEqual(['findings', 'summary', 'settings'])
    expect(answer.findings).toContainEqual(expect.objectContaining({ rule: expect.any(String), catalogue: expect.stringMatching(/^R-/), severity: 'error', verdict: 'violated', message: expect.any(String), resources: expect.any(Array), evidence: expect.any(Array), fixes: expect.any(Array) }))
    for (const severity of ['error', 'warning', 'advice']) expect(answer.findings.filter((finding) => finding.severity === severity)).toHaveLength(answer.summary[severity] ?? -1)
  })

  it('lists nothing milder than asked for, but counts it', async () => {
    const all = JSON.parse((await run('check', design, '--json')).out) as { findings: unknown[]; summary: { error: number; warning: number; advice: number } }
    expect(all.summary.error).toBe(0)
    expect(all.summary.warning + all.summary.advice).toBeGreaterThan(0)
    const { exit, out } = await run('check', design, '--min-severity', 'error', '--json')
    expect([exit, JSON.parse(out)]).toEqual([0, { findings: [], summary: all.summary, settings: {} }])
    expect((await run('check', design, '--min-severity', 'error')).out).toContain('not listed)')
  })

  it('tells people what, where and what to do', async () => {
    const { exit, out } = await run('check', writeSample(folder, { isBroken: true }))
    expect(exit).toBe(1)
    expect(out).toMatch(/^error {4}\S/)
    expect(out).toMatch(/\n {9}at {2,}\S/)
    expect(out).toMatch(/\n {9}remedy {2,}\S/)
    expect(out).toMatch(/\n\n\d+ errors?, \d+ warnings?, \d+ advice\n$/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140)
  })
})

describe('trace', () => {
  it('answers the journey and the way back in JSON', async () => {
    const { exit, out } = await run('trace', design, '--from', '192.168.1.1', '--to', 'web', '--protocol', 'tcp', '--port', '22', '--json')
    const answer = JSON.parse(out) as { forward: { hops: object[] } }
    expect(exit).toBe(0)
    expect(answer).toMatchObject({ works: true, forward: { disposition: 'delivered', success: true }, return: { disposition: 'delivered', success: true } })
    expect(answer.forward.hops[0]).toMatchObject({ resource: 'site:hq', kind: 'site', steps: expect.any(Array) })
    expect(answer.forward.hops.at(-1)).toMatchObject({ resource: 'instance:web', kind: 'instance' })
  })

  it('has every key in JSON, also where there is no way back', async () => {
    const { out } = await run('trace', design, '--from', 'hq', '--to', '10.0.1.10', '--fail', 'fw', '--json')
    expect(JSON.parse(out)).toMatchObject({ forward: { success: false }, return: null, works: false })
  })

  it.each([['fw'], ['customer-device:customer-gateway:fw']])('fails %s first', async (element) => {
    const { exit, out } = await run('trace', design, '--from', 'hq', '--to', '10.0.1.10', '--fail', element)
    expect(exit).toBe(1)
    expect(out).toContain('with fw down')
    expect(out).toContain('✗ It does not work.')
  })

  it('tells people hop by hop, with the routes that lost', async () => {
    const { exit, out } = await run('trace', design, '--from', 'web', '--to', '192.168.1.1')
    expect(exit).toBe(0)
    expect(out).toMatch(/^EC2 instance web {2}-> {2}192\.168\.1\.1, any protocol\n\nThere: ✓ delivered \(1\.25 Gbps, encrypted, MTU 1446, over the internet\)\n 1 {2}EC2 instance web\n/)
    expect(out).toMatch(/\n {20}✓ {2}192\.168\.0\.0\/16/)
    expect(out).toMatch(/\n\nBack: ✓ delivered \(/)
    expect(out).toMatch(/\n\n\d+ things about such a way are taken for granted: --json names them/)
    expect(JSON.parse((await run('trace', design, '--from', 'web', '--to', '192.168.1.1', '--json')).out)).toMatchObject({ notJudged: expect.arrayContaining(['IKE and IPsec parameters are taken to match']) })
    expect(out).toMatch(/\n\n✓ It works\.\n$/)
  })

  it.each([
    [['--from', 'web'], '--to <id|name|ip> is missing'],
    [['--from', 'nobody', '--to', 'web'], '--from: Nothing in the design is called "nobody"'],
    [['--from', '10.99.0.1', '--to', 'web'], '--from: Nothing in the design has the private address 10.99.0.1'],
    [['--from', 'web', '--to', 'nobody'], '--to: Nothing in the design is called "nobody"'],
    [['--from', 'web', '--to', 'hq', '--protocol', '256'], '--protocol 256: give tcp, udp, icmp, a number from 0 to 255, or any'],
    [['--from', 'web', '--to', 'hq', '--port', 'http'], '--port http: give a whole number from 0 to 65535'],
    [['--from', 'web', '--to', 'hq', '--source-ip', '10.0.0'], '--source-ip 10.0.0: is not an IP address'],
    [['--from', 'web', '--to', 'hq', '--fail', 'moon'], '--fail: Nothing that can fail is called "moon"'],
  ])('%j is one clear error', async (argv, message) => {
    const { exit, out, err } = await run('trace', design, ...argv)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(`causeway trace: ${message}`)
  })
})

describe('trace --why-not', () => {
  const asked = (path: string, ...more: string[]) => run('trace', path, '--from', 'hq', '--to', 'web', '--protocol', 'tcp', '--port', '22', '--why-not', ...more)

  it('names the changes that would let the flow through, each way with its number', async () => {
    const { exit, out } = await asked(writeSample(folder, { hasReturn: false }))
    expect(exit).toBe(1)
    expect(out).toContain('✗ It does not work: the reply does not come back.\n\n1 change would let it through, no fewer; there are 2 ways.\n\n 1  - add 192.168.0.0/16 → vgw to prod-main\n\n 2  - propagate routes from vgw into prod-main\n')
  })

  it('gives each change with its edit in JSON', async () => {
    const { exit, out } = await asked(writeSample(folder, { hasReturn: false }), '--json')
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      works: false,
      whyNot: {
        outcome: 'changes',
        isSmallest: true,
        alternatives: [{ changes: [{ words: 'add 192.168.0.0/16 → vgw to prod-main', resources: ['route-table:prod-main', 'vpn-gateway:vgw'] }], edit: { changes: [{ op: 'set', id: 'route-table:prod-main', field: 'Routes' }] } }, expect.anything()],
      },
    })
  })

  it('says nothing more of a flow that works, and goes by what is taken down', async () => {
    expect(await asked(design)).toMatchObject({ exit: 0, out: expect.stringMatching(/✓ It works\.\n$/) })
    expect(JSON.parse((await asked(design, '--json')).out)).toMatchObject({ works: true, whyNot: { outcome: 'works', alternatives: [] } })
    const { exit, out } = await asked(design, '--fail', 'fw')
    expect([exit, out]).toEqual([1, expect.stringContaining('No change that is known here would help: no device of the site is up.')])
  })

  it('says what AWS does not do', async () => {
    const { exit, out } = await run('trace', design, '--from', 'vgw', '--to', '8.8.8.8', '--protocol', 'tcp', '--port', '443', '--why-not')
    expect(exit).toBe(1)
    expect(out.replaceAll('\n', ' ')).toContain('What could carry it: a transit gateway with an egress VPC, or a proxy in the VPC. [F-RT-52]')
  })
})

describe('simulate', () => {
  it('answers intents with their single points of failure, and the elements', async () => {
    const { exit, out } = await run('simulate', design, '--json')
    const { intents, elements } = JSON.parse(out) as { intents: { singlePointsOfFailure: { element: string }[] }[]; elements: object[] }
    expect(exit).toBe(0)
    expect(intents[0]).toMatchObject({ id: 'intent:site:hq/vpc:prod', from: 'site:hq', to: 'vpc:prod', statement: expect.any(String), holds: true, suggested: false })
    expect(intents[0]).not.toHaveProperty('pairsOfFailure')
    expect(intents[0]?.singlePointsOfFailure).toContainEqual({ element: 'customer-device:customer-gateway:fw', kind: 'customer-device', resource: 'customer-gateway:fw', consequence: 'hq and prod lose each other.' })
    expect(elements).toContainEqual({ element: 'customer-device:customer-gateway:fw', kind: 'customer-device', resource: 'customer-gateway:fw', label: 'fw' })
    expect(elements).toContainEqual({ element: 'region:eu-west-1', kind: 'region', resource: null, label: expect.stringContaining('eu-west-1') })
  })

  it('fails two elements together with --pairs', async () => {
    const tunnels = ['vpn-tunnel:vpn-connection:vpn/1', 'vpn-tunnel:vpn-connection:vpn/2']
    const { out } = await run('simulate', design, '--pairs', '--json')
    expect((JSON.parse(out) as { intents: object[] }).intents[0]).toMatchObject({ pairsOfFailure: [{ elements: tunnels, consequence: 'hq and prod lose each other.' }] })
    expect((await run('simulate', design, '--pairs')).out).toContain('1 pair that break it together')
  })

  it('ends with 1 when an accepted intent is broken, not when a suggested one is', async () => {
    expect(await run('simulate', writeSample(folder, { isBroken: true }))).toMatchObject({ exit: 1, out: expect.stringMatching(/^✗ {2}/) })
    expect(await run('simulate', writeSample(folder, { isBroken: true, status: 'suggested' }))).toMatchObject({ exit: 0, out: expect.stringContaining('(suggested)') })
  })
})
