import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { patternDesign } from '../../../../src/shared/patterns/index.ts'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { AB, appliance, device, gate, isp, region, SA, SB, zone } from './elements.ts'
import { broken, changed, edited, truthOf } from './judged.ts'

describe('D1', () => {
  const routers = ['instance:1', 'instance:2']

  it('one router and its zone are single points of failure, also for a site', () => {
    const design = changed('d1-transit-vpc', { 'instance:2': null, 'vpn-connection:3': null, 'vpn-connection:4': null, 'software-vpn:3': null, 'software-vpn:4': null, 'security-group:2': null })
    const lone = [appliance(1), zone('a')].sort()
    expect(truthOf(design)).toEqual({ [SA]: lone, [SB]: lone, [AB]: lone })
  })

  it('a site with one device and one ISP link depends on both', () => {
    const design = changed('d1-transit-vpc', { 'customer-gateway:2': null, 'isp-link:2': null, 'software-vpn:2': null, 'software-vpn:4': null })
    expect(truthOf(design)).toEqual({ [SA]: gate(1), [SB]: gate(1), [AB]: [] })
  })

  it('a hub in another Region makes that Region one', () => {
    const hub = { Region: 'us-east-1' }
    const design = changed('d1-transit-vpc', { 'vpc:3': hub, 'subnet:5': { AvailabilityZone: 'us-east-1a' }, 'subnet:6': { AvailabilityZone: 'us-east-1b' } })
    expect(truthOf(design)).toEqual({ [SA]: ['region:us-east-1'], [SB]: ['region:us-east-1'], [AB]: ['region:us-east-1'] })
    expect(truthOf(patternDesign('d1-transit-vpc'))[AB]).not.toContain(region)
  })

  it('spokes whose gateways have one ASN drop each other', () => {
    const equal = { 'vpn-gateway:2': { AmazonSideAsn: 64_512 } }
    expect(broken(changed('d1-transit-vpc', equal))).toEqual([AB])
    expect(broken(changed('d1-transit-vpc', { ...equal, ...Object.fromEntries(routers.map((router) => [router, { overrideAs: true }])) }))).toEqual([])
  })

  it('the routers must announce each spoke to the other', () => {
    expect(broken(changed('d1-transit-vpc', Object.fromEntries(routers.map((router) => [router, { announcedPrefixes: ['192.168.0.0/24'] }])))).sort()).toContain(AB)
  })
})

describe('D2', () => {
  const id = 'd2-software-vpn-high-availability'

  it('without a monitor each instance is one, and no zone is', () => {
    expect(truthOf(changed(id, { 'instance:3': null }))).toEqual({ [SA]: [...gate(1), appliance(1), appliance(2)].sort() })
    expect(truthOf(changed(id, { 'instance:3': { stopped: true } }))).toEqual({ [SA]: [...gate(1), appliance(1), appliance(2)].sort() })
  })

  it('the loss of the monitor stops nothing, and after it each instance is one', () => {
    const simulation = simulate(patternDesign(id))
    const [intent] = Object.values(simulation.design.intents)
    if (!intent) throw new Error('no intent')
    const { holds, singlePointsOfFailure } = simulation.judge(intent, [appliance(3)])
    expect([holds, singlePointsOfFailure.map(({ element }) => element).sort()]).toEqual([true, [...gate(1), appliance(1), appliance(2)].sort()])
  })

  it('a monitor that does not watch an instance does not stand in for it', () => {
    expect(truthOf(changed(id, { 'instance:3': { watches: ['instance:1'] } }))).toEqual({ [SA]: [...gate(1), appliance(1), appliance(2)].sort() })
  })

  it('a second device with a line of its own leaves none', () => {
    const second = { 'isp-link:x': { site: 'site:1' }, 'customer-gateway:x': { site: 'site:1', BgpAsn: 65_000, ispLinks: ['isp-link:x'] } }
    const tunnels = Object.fromEntries([1, 2].map((number) => [`software-vpn:x${number}`, { near: 'customer-gateway:x', far: `instance:${number}` }]))
    expect(truthOf(changed(id, { ...second, ...tunnels }))).toEqual({ [SA]: [] })
  })

  it('a shared line of two devices stays one', () => {
    const second = { 'customer-gateway:x': { site: 'site:1', BgpAsn: 65_000, ispLinks: ['isp-link:1'] } }
    const tunnels = Object.fromEntries([1, 2].map((number) => [`software-vpn:x${number}`, { near: 'customer-gateway:x', far: `instance:${number}` }]))
    expect(truthOf(changed(id, { ...second, ...tunnels }))).toEqual({ [SA]: [isp(1)] })
  })
})

describe('D3', () => {
  it('says of every tunnel that it is watched', () => {
    const connections = indexOf(patternDesign('d3-vpn-monitoring')).all('vpn-connection')
    expect(connections.map(({ monitored }) => monitored)).toEqual([true, true])
    expect(indexOf(patternDesign('a2-managed-vpn-redundant')).all('vpn-connection').map(({ monitored }) => monitored)).toEqual([undefined, undefined])
  })

  it('watching changes nothing of what alone breaks it, as on A1', () => {
    expect(truthOf(changed('a1-managed-vpn', { 'vpn-connection:1': { monitored: true } }))).toEqual({ [SA]: gate(1) })
  })
})

describe('D4', () => {
  const id = 'd4-site-to-site-vpn-steps'
  const all = Object.keys(truthOf(patternDesign(id)))
  const found = (design: Design) => checkDesign(design, simulate(design)).filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
  const why = (design: Design) => Object.values(truthOf(design)).flat().find((text) => text.startsWith('does not hold'))
  const unused = [{ configured: false }, { configured: false }]

  it('finds no error when all seven steps are done, and of each step what is lost without it', () => {
    expect(found(patternDesign(id))).toEqual([])
    expect(broken(patternDesign(id))).toEqual([])
  })

  it('1: without the customer gateway nothing reaches the site', () => {
    const design = changed(id, { 'customer-gateway:1': null, 'vpn-connection:1': null })
    expect(broken(design)).toEqual(all)
    expect(why(design)).toContain('no device of the site')
  })

  it('2: a gateway that is attached to no VPC', () => {
    const design = changed(id, { 'vpn-gateway:1': { VpcAttachments: [] } })
    expect(broken(design)).toEqual(all)
    expect(found(design)).toContain('vpn-gateway-unattached')
  })

  it('3: a table without propagation and without a route', () => {
    const design = changed(id, { 'route-table:1': { PropagatingVgws: [] } })
    expect(broken(design)).toEqual(all)
    expect(found(design)).toEqual(['return-route-missing'])
  })

  it.each([[0, 'site:1 -> instance:1 6/22'], [1, 'site:1 -> instance:1 6/3389'], [2, 'site:1 -> instance:1 1']] as const)('4: a security group without rule %d loses exactly that', (position, statement) => {
    const design = patternDesign(id)
    const rules = indexOf(design).all('security-group')[0]?.IpPermissions ?? []
    const without = edited(design, { 'security-group:1': { IpPermissions: rules.filter((_, place) => place !== position) } })
    expect(broken(without)).toEqual([statement])
    expect(why(without)).toContain('security group')
  })

  it('5: without the VPN connection nothing reaches the site', () => {
    expect(broken(changed(id, { 'vpn-connection:1': null }))).toEqual(all)
    expect(why(changed(id, { 'vpn-connection:1': null }))).toContain('no device of the site has a route')
  })

  it('6, 7: a device on which no tunnel is set up', () => {
    const design = changed(id, { 'vpn-connection:1': { TunnelOptions: unused } })
    expect(broken(design)).toEqual(all)
    expect(why(design)).toContain('no device of the site has a route')
  })

  it('7: a device on which one tunnel is set up depends on it', () => {
    const design = changed(id, { 'vpn-connection:1': { TunnelOptions: [{ configured: true }, { configured: false }] } })
    expect(truthOf(design)).toEqual(Object.fromEntries(all.map((statement) => [statement, [...gate(1), 'vpn-tunnel:vpn-connection:1/1']])))
    expect(truthOf(design)[all[0] ?? '']).toContain(device(1))
  })
})
