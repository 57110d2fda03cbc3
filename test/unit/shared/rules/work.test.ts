import { describe, expect, it } from 'vitest'
import type { Design, Intent } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { type Prefix, sampleAddress } from '../../../../src/shared/net/prefix.ts'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import type { Simulation } from '../../../../src/shared/simulation/index.ts'

type Fields = Record<string, unknown> & { readonly id: string }

const block = (number: number) => `10.${(number >> 4) & 255}.${(number & 15) * 16}.0/20`
const inside = (number: number, part: number) => `10.${(number >> 4) & 255}.${(number & 15) * 16 + part}.0/24`

/** A VPC with two zones on the hub, a peering to the next VPC, and every tenth one with a VPN of its own. */
function estate(number: number, count: number, blockOf: (number: number) => number): Fields[] {
  const at = blockOf(number)
  const [vpc, gateway] = [`vpc:${number}`, `vpn-gateway:${number}`]
  const subnets = ['a', 'b'].map((zone, part) => ({ kind: 'subnet', id: `subnet:${number}${zone}`, name: '', VpcId: vpc, CidrBlock: inside(at, part), AvailabilityZone: `us-east-1${zone}` }))
  const peering = `vpc-peering-connection:${number}`
  return [
    { kind: 'vpc', id: vpc, name: '', CidrBlocks: [block(at)] },
    ...subnets,
    { kind: 'transit-gateway-vpc-attachment', id: `transit-gateway-vpc-attachment:${number}`, name: '', TransitGatewayId: 'transit-gateway:hub', VpcId: vpc, SubnetIds: [subnets[0]?.id] },
    { kind: 'vpc-peering-connection', id: peering, name: '', RequesterVpcId: vpc, AccepterVpcId: `vpc:${(number + 1) % count}` },
    {
      kind: 'route-table',
      id: `route-table:${number}`,
      name: '',
      VpcId: vpc,
      Associations: [{ Main: true }],
      Routes: [
        { DestinationCidrBlock: '0.0.0.0/0', target: 'transit-gateway:hub' },
        { DestinationCidrBlock: '172.16.0.0/12', target: peering },
        { DestinationCidrBlock: '172.31.0.0/16' },
      ],
      PropagatingVgws: number % 10 === 0 ? [gateway] : [],
    },
    ...(number % 10 === 0 ? office(number, gateway, vpc) : []),
  ]
}

function office(number: number, gateway: string, vpc: string): Fields[] {
  const [site, device] = [`site:${number}`, `customer-gateway:${number}`]
  const line = { kind: 'vpn-connection', name: '', CustomerGatewayId: device, StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true, TunnelInsideCidr: '169.254.9.0/30' }, { configured: true }] }
  return [
    { kind: 'vpn-gateway', id: gateway, name: '', AmazonSideAsn: 64512, VpcAttachments: [{ VpcId: vpc }] },
    { kind: 'site', id: site, name: '', prefixes: ['192.168.0.0/16'] },
    { kind: 'customer-gateway', id: device, name: '', site, BgpAsn: 65000, ispLinks: [], announcedPrefixes: [], bgp: true },
    { ...line, id: `vpn-connection:${number}`, VpnGatewayId: gateway },
    { ...line, id: `vpn-connection:${number}t`, TransitGatewayId: 'transit-gateway:hub' },
  ]
}

function network(count: number, blockOf: (number: number) => number): Design {
  const attachments = Array.from({ length: count }, (_, number) => `transit-gateway-vpc-attachment:${number}`)
  const resources: Fields[] = [
    { kind: 'transit-gateway', id: 'transit-gateway:hub', name: '', AmazonSideAsn: 64513, VpnEcmpSupport: 'enable', DefaultRouteTableAssociation: 'enable', DefaultRouteTablePropagation: 'enable' },
    { kind: 'transit-gateway-route-table', id: 'transit-gateway-route-table:hub', name: '', TransitGatewayId: 'transit-gateway:hub', Associations: attachments, Propagations: attachments.slice(1), Routes: [] },
    ...attachments.flatMap((_, number) => estate(number, count, blockOf)),
  ]
  const intents = attachments.map((_, number) => ({ id: `intent:${number}`, from: `vpc:${number}`, to: number % 10 === 0 ? `site:${number}` : 'vpc:0', expect: 'reach', direction: 'both', status: 'accepted' }))
  const parsed = parseDesign({
    format: 'causeway-design',
    schemaVersion: 1,
    name: 'large',
    resources: Object.fromEntries(resources.map((resource) => [resource.id, resource])),
    intents: Object.fromEntries(intents.map((intent) => [intent.id, intent])),
    placements: {},
    boxes: {},
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)))
  return parsed.value
}

/** The same data, with every read of it counted: a field, an entry of a list, a length. */
function counted<T extends object>(data: T): { readonly data: T; readonly reads: () => number } {
  let reads = 0
  const proxies = new WeakMap<object, object>()
  const wrap = (value: object): object => {
    const known = proxies.get(value)
    if (known) return known
    const proxy = new Proxy(value, {
      get(target, key) {
        reads += 1
        const found: unknown = Reflect.get(target, key)
        return typeof found === 'object' && found !== null ? wrap(found) : found
      },
    })
    proxies.set(value, proxy)
    return proxy
  }
  return { data: wrap(data) as T, reads: () => reads }
}

/** Every intent fails, so that every rule has all its work to do; what the simulation itself costs is not counted here. */
const failing = (design: Design): Simulation =>
  ({ design, network: { fragment: () => undefined, sampleOf: (_site: string, prefix: Prefix) => sampleAddress(prefix) }, elements: [], intents: [], restless: () => [], judge: (intent: Intent) => ({ id: intent.id, holds: false, singlePointsOfFailure: [] }) }) as unknown as Simulation

function workOf(count: number, blockOf: (number: number) => number): { readonly reads: number; readonly findings: number } {
  const { data, reads } = counted(network(count, blockOf))
  const findings = checkDesign(data, failing(data)).length
  return { reads: reads(), findings }
}

describe.each([
  { shape: 'every VPC has a block of its own', blockOf: (number: number) => number },
  { shape: 'every VPC has the same block', blockOf: () => 7 },
])('work grows with the design when $shape', ({ blockOf }) => {
  const [small, large] = [workOf(1000, blockOf), workOf(2000, blockOf)]

  it('reads about twice as much of a design twice as large', () => {
    expect(large.findings).toBeGreaterThan(2000)
    expect(large.reads / small.reads).toBeLessThan(2.2)
  })
})
