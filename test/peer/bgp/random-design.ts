import fc from 'fast-check'
import type { Design } from '../../../src/shared/document/design.ts'
import type { ResourceId } from '../../../src/shared/model/id.ts'
import { Sketch } from '../../unit/shared/simulation/sketch.ts'

const SITES = ['192.168.1.0/24', '192.168.2.0/24', '192.168.3.0/24']
const BLOCKS = ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16']
const SUMMARY = '10.0.0.0/8'

/** Every prefix that the random designs speak of. */
export const UNIVERSE: readonly string[] = [...SITES, ...BLOCKS, SUMMARY]

const some = (items: readonly string[], minLength: number) => fc.subarray([...items], { minLength, maxLength: 3 })
const at = fc.nat(7)

const rule = fc.record({
  direction: fc.constantFrom('in', 'out'),
  neighbor: fc.option(at, { freq: 3 }),
  prefixes: fc.oneof(fc.constant([]), some(UNIVERSE, 1)),
  orLonger: fc.boolean(),
  isDenied: fc.nat(3).map((number) => number === 0),
  localPreference: fc.constantFrom(50, 100, 150, 200),
  prepend: fc.option(fc.integer({ min: 1, max: 3 })),
  med: fc.option(fc.constantFrom(0, 50, 100, 150)),
  community: fc.option(fc.constantFrom('7224:7100', '7224:7200', '7224:7300')),
})

const plan = fc.record({
  devices: fc.array(
    fc.record({
      // Two ASNs for up to four devices, so that some share one: another site's routes are then dropped as loops.
      asn: fc.constantFrom(65_010, 65_011, 65_012),
      site: some(SITES, 1),
      announced: fc.option(some(UNIVERSE, 1), { freq: 2 }),
      rules: fc.oneof<fc.Arbitrary<Policy>[]>(fc.constant([]), fc.array(rule, { minLength: 1, maxLength: 2 })),
      allowOwnAs: fc.nat(5).map((number) => number === 0),
      overrideAs: fc.nat(5).map((number) => number === 0),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  vgws: fc.array(fc.record({ asn: fc.constantFrom(64_512, 64_513), isAttached: fc.nat(3).map((number) => number > 0) }), { minLength: 1, maxLength: 2 }),
  transit: fc.option(
    fc.record({ tables: fc.integer({ min: 1, max: 2 }), associations: fc.array(at, { minLength: 8, maxLength: 8 }), propagations: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), statics: fc.array(fc.record({ prefix: fc.constantFrom(...UNIVERSE), table: at, attachment: fc.option(at, { freq: 3 }) }), { maxLength: 2 }) }),
    { freq: 1 },
  ),
  vpns: fc.array(fc.record({ device: at, gateway: at, isStatic: fc.nat(5).map((number) => number === 0), routes: some(SITES, 1), tunnels: fc.constantFrom([true, true], [true, false], [false, true]) }), { minLength: 2, maxLength: 6 }),
  vifs: fc.array(fc.record({ device: at, vgw: at, community: fc.option(fc.constantFrom('7224:7100', '7224:7200', '7224:7300')) }), { maxLength: 2 }),
})

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never
type Plan = Drawn<typeof plan>
type Policy = readonly Drawn<typeof rule>[]

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T
const unique = <T>(items: readonly T[], key: (item: T) => unknown) => items.filter((item, index) => items.findIndex((other) => key(other) === key(item)) === index)

/** Sites, VGWs and a transit gateway with several ways between them: CloudHub, hairpins between gateways, backups, shared ASNs. */
function build({ devices, vgws, transit, vpns, vifs }: Plan): Design {
  const sketch = new Sketch()
  const routers = devices.map(({ asn, site, allowOwnAs, overrideAs }, index) => sketch.add('customer-gateway', `d${index}`, { site: sketch.add('site', `s${index}`, { prefixes: site }), BgpAsn: asn, IpAddress: `203.0.113.${index + 1}`, allowOwnAs, overrideAs }))
  const gateways = vgws.map(({ asn, isAttached }, index) => sketch.add('vpn-gateway', `g${index}`, { AmazonSideAsn: asn, VpcAttachments: isAttached ? [{ VpcId: sketch.add('vpc', `v${index}`, { CidrBlocks: [BLOCKS[index]] }) }] : [] }))
  const tgw = transit ? sketch.add('transit-gateway', 'tgw', { AmazonSideAsn: 64_514 }) : undefined
  const links = new Map<ResourceId, ResourceId[]>()
  const link = (router: ResourceId, id: ResourceId) => links.set(router, [...(links.get(router) ?? []), id])
  const attachments: ResourceId[] = []
  const hasStatic = new Set<ResourceId>()
  for (const [index, vpn] of vpns.entries()) {
    const router = pick(routers, vpn.device)
    const gateway = pick([...gateways, ...(tgw ? [tgw] : [])], vpn.gateway)
    const isStatic = vpn.isStatic && gateway !== tgw
    if (isStatic) hasStatic.add(router)
    const id = sketch.add('vpn-connection', `n${index}`, { CustomerGatewayId: router, ...(gateway === tgw ? { TransitGatewayId: tgw } : { VpnGatewayId: gateway }), StaticRoutesOnly: isStatic, Routes: isStatic ? vpn.routes.map((DestinationCidrBlock) => ({ DestinationCidrBlock })) : [], TunnelOptions: vpn.tunnels.map((configured) => ({ configured })) })
    if (!isStatic) link(router, id)
    if (gateway === tgw) attachments.push(id)
  }
  for (const [index, { device, vgw, community }] of vifs.entries()) {
    const router = pick(routers, device)
    const id = sketch.add('virtual-interface', `x${index}`, { customerRouter: router, VirtualGatewayId: pick(gateways, vgw), Asn: pick(devices, device).asn, ...(community === null ? {} : { localPreference: community }) })
    link(router, id)
  }
  for (const [index, { announced, rules }] of devices.entries()) {
    const router = pick(routers, index)
    // What a device with static routes to AWS passes on is not told by BGP: such a one announces its site alone.
    const announcedPrefixes = announced === null || hasStatic.has(router) ? [] : announced
    const near = links.get(router) ?? []
    sketch.set(router, { announcedPrefixes, bgpPolicy: rules.map(({ neighbor, isDenied, localPreference, prepend, med, community, direction, prefixes, orLonger }) => ({ direction, prefixes, orLonger, action: isDenied ? 'deny' : 'permit', ...(neighbor === null || near.length === 0 ? {} : { neighbor: pick(near, neighbor) }), ...(isDenied ? {} : direction === 'in' ? { localPreference } : { ...(prepend === null ? {} : { prepend }), ...(med === null ? {} : { med }), ...(community === null ? {} : { community }) }) })) })
  }
  if (transit && tgw) {
    const vpc = sketch.add('vpc', 'hub', { CidrBlocks: [BLOCKS[2]] })
    attachments.push(sketch.add('transit-gateway-vpc-attachment', 'hub', { TransitGatewayId: tgw, VpcId: vpc, SubnetIds: [] }))
    for (let table = 0; table < transit.tables; table++) {
      const Associations = attachments.filter((_, index) => (transit.associations[index] ?? 0) % transit.tables === table)
      const Propagations = attachments.filter((_, index) => (transit.propagations[index] ?? 0) !== table)
      const Routes = unique(transit.statics.filter((route) => route.table % transit.tables === table), ({ prefix }) => prefix).map(({ prefix, attachment }) => ({ DestinationCidrBlock: prefix, ...(attachment === null ? { blackhole: true } : { attachment: pick(attachments, attachment) }) }))
      sketch.add('transit-gateway-route-table', `t${table}`, { TransitGatewayId: tgw, Associations, Propagations, Routes })
    }
  }
  return sketch.design()
}

/** Random hybrid networks as designs. */
export const designs: fc.Arbitrary<Design> = plan.map(build)
