import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { RULES } from '../../../../src/shared/rules/index.ts'
import { check, designOf, samples } from './samples.ts'

type Fields = Record<string, unknown>
type Draft = { resources: Record<string, Fields>; intents: Record<string, Fields> }
interface Mistake {
  readonly rule: string
  /** The good sample that the mistake is made in. */
  readonly sample: string
  readonly what: string
  readonly make: (draft: Draft) => void
}

const of = (draft: Draft, id: string): Fields => {
  const resource = draft.resources[id]
  if (!resource) throw new Error(`no ${id} in the sample`)
  return resource
}
const set = (id: string, fields: Fields) => (draft: Draft) => void Object.assign(of(draft, id), fields)
const add = (resource: Fields & { readonly id: string }) => (draft: Draft) => void (draft.resources[resource.id] = resource)
const want = (from: string, to: string) => (draft: Draft) => void (draft.intents['intent:want'] = { id: 'intent:want', from, to, expect: 'reach', direction: 'both', status: 'accepted' })
const all =
  (...steps: readonly ((draft: Draft) => void)[]) =>
  (draft: Draft) =>
    steps.forEach((step) => step(draft))

const [MAIN, HUB] = ['route-table:app-main', 'transit-gateway-route-table:hub']
const vpn = (number: 1 | 2) => `vpn-connection:vpn-${number}`
const tunnels = (TunnelInsideCidr: string) => ({ TunnelOptions: [{ configured: true, TunnelInsideCidr }, { configured: true }] })
const TGW_NET = 'transit-gateway-route-missing/good'
const VPN_NET = 'site-route-missing/good-propagated'
const PEER_NET = 'return-route-missing/good'
const GATEWAYS = 'one-gateway-per-vpc/good'

const MISTAKES: readonly Mistake[] = [
  { rule: 'cidr-size', sample: VPN_NET, what: 'a /29 subnet', make: set('subnet:app-a', { CidrBlock: '10.0.1.0/29' }) },
  { rule: 'cidr-size', sample: VPN_NET, what: 'a /12 VPC', make: set('vpc:app', { CidrBlocks: ['10.0.0.0/12'] }) },
  { rule: 'vpc-cidr-reserved', sample: VPN_NET, what: 'a multicast block', make: set('vpc:app', { CidrBlocks: ['10.0.0.0/16', '239.1.0.0/16'] }) },
  { rule: 'subnet-cidr', sample: VPN_NET, what: 'a subnet elsewhere', make: set('subnet:app-a', { CidrBlock: '172.16.1.0/24' }) },
  { rule: 'subnet-cidr', sample: VPN_NET, what: 'a subnet on another', make: set('subnet:app-a', { CidrBlock: '10.0.2.128/25' }) },
  { rule: 'peering-overlap', sample: PEER_NET, what: 'a shared secondary block', make: all(set('vpc:app', { CidrBlocks: ['10.0.0.0/16', '10.4.0.0/16'] }), set('vpc:db', { CidrBlocks: ['10.1.0.0/16', '10.4.0.0/20'] })) },
  { rule: 'transit-gateway-overlap', sample: TGW_NET, what: 'a shared secondary block', make: all(set('vpc:app', { CidrBlocks: ['10.0.0.0/16', '10.4.0.0/16'] }), set('vpc:db', { CidrBlocks: ['10.1.0.0/16', '10.4.0.0/20'] })) },
  { rule: 'site-prefix-inside-vpc', sample: VPN_NET, what: 'a second prefix inside the VPC', make: set('site:hq', { prefixes: ['192.168.0.0/16', '10.0.200.0/24'] }) },
  { rule: 'propagated-inside-local', sample: 'single-customer-gateway/good-two-devices', what: 'a second prefix inside the VPC, asked for by nobody', make: set('site:hq', { prefixes: ['192.168.0.0/16', '10.0.200.0/24'] }) },
  { rule: 'tunnel-inside-cidr', sample: VPN_NET, what: 'a /29', make: set(vpn(1), tunnels('169.254.30.0/29')) },
  { rule: 'tunnel-inside-cidr', sample: VPN_NET, what: 'a block used twice', make: all(set(vpn(1), tunnels('169.254.30.0/30')), set(vpn(2), tunnels('169.254.30.0/30'))) },
  { rule: 'route-inside-local', sample: VPN_NET, what: 'a more specific route to the gateway', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '10.0.1.0/24', target: 'vpn-gateway:vgw' }] }) },
  { rule: 'blackhole-route', sample: VPN_NET, what: 'a route to nothing', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '172.16.0.0/12' }] }) },
  { rule: 'blackhole-route', sample: TGW_NET, what: 'a longer route to nothing on the way', make: set(HUB, { Routes: [{ DestinationCidrBlock: '10.1.1.0/24' }] }) },
  { rule: 'one-gateway-per-vpc', sample: GATEWAYS, what: 'another internet gateway', make: add({ kind: 'internet-gateway', id: 'internet-gateway:more', name: 'more', Attachments: [{ VpcId: 'vpc:app' }] }) },
  { rule: 'one-gateway-per-vpc', sample: GATEWAYS, what: 'another virtual private gateway', make: add({ kind: 'vpn-gateway', id: 'vpn-gateway:more', name: 'more', AmazonSideAsn: 64600, VpcAttachments: [{ VpcId: 'vpc:app' }] }) },
  { rule: 'site-route-missing', sample: VPN_NET, what: 'propagation off', make: set(MAIN, { PropagatingVgws: [] }) },
  { rule: 'static-hides-propagated', sample: VPN_NET, what: 'a static route beside propagation', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: 'vpn-gateway:vgw' }] }) },
  { rule: 'edge-through-peering', sample: 'edge-through-vpn-gateway/good', what: 'a VPC that wants the site of its peer', make: want('vpc:app', 'site:hq') },
  { rule: 'edge-through-vpn-gateway', sample: 'edge-through-vpn-gateway/good', what: 'a site that wants the peer of its VPC', make: want('site:hq', 'vpc:app') },
  { rule: 'return-route-missing', sample: PEER_NET, what: 'no route back', make: set(MAIN, { Routes: [] }) },
  { rule: 'single-customer-gateway', sample: 'single-customer-gateway/good-two-devices', what: 'both connections on one device', make: set(vpn(2), { CustomerGatewayId: 'customer-gateway:router-1' }) },
  { rule: 'single-customer-gateway', sample: VPN_NET, what: 'one address for both devices', make: set('customer-gateway:router-2', { IpAddress: '203.0.113.1' }) },
  { rule: 'single-point-of-failure', sample: VPN_NET, what: 'both devices on one ISP link', make: set('customer-gateway:router-2', { ispLinks: ['isp-link:isp-1'] }) },
  { rule: 'customer-gateway-asn', sample: VPN_NET, what: "AWS's own ASN", make: set('customer-gateway:router-1', { BgpAsn: 7224 }) },
  { rule: 'bgp-device', sample: 'single-customer-gateway/good-two-devices', what: 'BGP on the other router', make: set(vpn(1), { bgpDevice: 'customer-gateway:router-2' }) },
  { rule: 'static-and-bgp', sample: VPN_NET, what: 'a static route on a BGP connection', make: set(vpn(1), { Routes: [{ DestinationCidrBlock: '192.168.0.0/16' }] }) },
  { rule: 'virtual-interface-region', sample: 'virtual-interface-region/good', what: 'a port of another Region', make: set('direct-connect-connection:dublin', { Region: 'us-east-1' }) },
  { rule: 'vpn-gateway-unattached', sample: VPN_NET, what: 'the gateway detached', make: set('vpn-gateway:vgw', { VpcAttachments: [] }) },
  { rule: 'transit-gateway-route-missing', sample: TGW_NET, what: 'no route to the other VPC', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: 'transit-gateway:tgw' }] }) },
  { rule: 'attachment-zone-missing', sample: TGW_NET, what: 'one zone taken off the attachment', make: set('transit-gateway-vpc-attachment:app-att', { SubnetIds: ['subnet:app-a'] }) },
  { rule: 'transit-gateway-table-route', sample: TGW_NET, what: 'one VPC no longer propagates', make: set(HUB, { Propagations: ['transit-gateway-vpc-attachment:app-att', vpn(1), vpn(2)] }) },
]

function mistaken({ sample, make }: Mistake): Design {
  const found = samples.find(({ rule, name }) => `${rule}/${name}` === sample)
  if (!found) throw new Error(`no sample ${sample}`)
  const draft = structuredClone(designOf(found)) as unknown as Draft
  make(draft)
  const parsed = parseDesign(draft)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

describe('one mistake in a good design', () => {
  it.each(MISTAKES)('$rule alone reports $what', (mistake) => {
    expect(check(mistaken(mistake)).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([expect.stringMatching(`^${mistake.rule}: `)])
  })

  it('is tried for every rule', () => {
    expect([...new Set(MISTAKES.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id))
  })
})
