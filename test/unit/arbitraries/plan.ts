import fc from 'fast-check'
import { extrasPlan, type ExtraName, type ExtrasPlan } from './plan-extras.ts'

/** The choices behind a random design. Small numbers and booleans only, so that fast-check shrinks towards a simple network. */
const often = fc.integer({ min: 0, max: 9 }).map((n) => n < 8)
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n > 7)
const some = fc.boolean()
const pick = fc.nat(99)

const subnetPlan = fc.record({
  zone: fc.nat(2),
  /** Uses the table that leads to the internet gateway. */
  public: some,
  /** Explicitly associated; otherwise the main table serves it. */
  associated: often,
  hosts: fc.integer({ min: 0, max: 2 }),
  /** Adds a network interface that belongs to no instance. */
  networkInterface: rarely,
  ipv6: some,
})

const vpcPlan = (size: number) =>
  fc.record({
    region: fc.integer({ min: 0, max: 9 }).map((n) => (n > 8 ? 1 : 0)),
    account: fc.integer({ min: 0, max: 9 }).map((n) => (n > 8 ? 1 : 0)),
    /** Takes the same block as the VPC before it. */
    overlapping: rarely,
    secondBlock: rarely,
    ipv6: rarely,
    subnets: fc.array(subnetPlan, { minLength: 1, maxLength: size + 1 }),
    internetGateway: some,
    nat: fc.constantFrom('none', 'none', 'public', 'private', 'regional'),
    vpnGateway: some,
    propagation: often,
    endpoint: rarely,
    edgeTable: rarely,
    transitGateway: often,
    /** How the hosts are filtered. */
    securityGroups: fc.constantFrom('none', 'inside', 'web', 'chained', 'prefix-list'),
    networkAcl: fc.constantFrom('none', 'none', 'open', 'web', 'deny'),
    appliance: rarely,
  })

const vpnPlan = fc.record({
  /** Chooses the gateway: a VGW or the transit gateway, whichever there are. */
  gateway: pick,
  static: some,
  secondTunnel: often,
  /** A static VPN that also names its routes; without it, routes are missing. */
  routes: often,
  outsideAddresses: some,
})

const devicePlan = fc.record({ bgp: often, oneIspLink: rarely, announcesLess: rarely, address: often, vpns: fc.array(vpnPlan, { minLength: 1, maxLength: 2 }) })

const sitePlan = fc.record({
  overlapping: rarely,
  prefixes: fc.integer({ min: 1, max: 2 }),
  ispLinks: fc.nat(2),
  devices: fc.array(devicePlan, { minLength: 1, maxLength: 2 }),
})

const transitPlan = fc.record({
  tables: fc.integer({ min: 1, max: 2 }),
  defaultAssociation: often,
  defaultPropagation: often,
  isolated: rarely,
  defaultRoute: rarely,
  blackhole: rarely,
  ecmp: often,
  applianceMode: rarely,
})

const directConnectPlan = fc.record({
  connections: fc.integer({ min: 1, max: 2 }),
  sameDevice: some,
  /** A private VIF straight to a VGW instead of a Direct Connect gateway. */
  straight: some,
  transit: some,
  /** Leaves the allowed prefixes empty. */
  forgetsPrefixes: rarely,
  preference: fc.constantFrom('none', 'none', '7224:7100', '7224:7300'),
})

const peeringPlan = fc.record({ from: pick, to: pick, pending: rarely, oneSided: rarely })

const mistakePlan = fc.record({ at: pick, what: fc.constantFrom('drop', 'blackhole', 'wrong-target', 'shorter', 'longer') })

const intentPlan = fc.record({ from: pick, to: pick, never: rarely, oneWay: some, protocol: fc.constantFrom('none', 'none', 'tcp', 'icmp'), status: fc.constantFrom('accepted', 'suggested', 'dismissed') })

/**
 * What a random design is made from. `size` bounds the VPCs and sites, and with them everything else. The extras are drawn last, so
 * that a seed gives the same network with them and without.
 */
export const planArbitrary = (size: number, extras: readonly ExtraName[] = []): fc.Arbitrary<Plan> => {
  const base = {
    vpcs: fc.array(vpcPlan(size), { minLength: 1, maxLength: size }),
    sites: fc.array(sitePlan, { maxLength: Math.max(1, size - 1) }),
    transit: fc.option(transitPlan, { freq: 3 }),
    directConnect: fc.option(directConnectPlan, { freq: 2 }),
    peerings: fc.array(peeringPlan, { maxLength: size }),
    mistakes: fc.array(mistakePlan, { maxLength: 2 }),
    intents: fc.array(intentPlan, { maxLength: 3 }),
    /** Whether resources say which account and Region they are in. */
    placed: often,
  }
  return extras.length === 0 ? fc.record(base) : fc.record({ ...base, extras: extrasPlan(extras) })
}

type Value<A> = A extends fc.Arbitrary<infer T> ? T : never

export interface Plan {
  readonly vpcs: readonly VpcPlan[]
  readonly sites: readonly SitePlan[]
  readonly transit: TransitPlan | null
  readonly directConnect: DirectConnectPlan | null
  readonly peerings: readonly Value<typeof peeringPlan>[]
  readonly mistakes: readonly Value<typeof mistakePlan>[]
  readonly intents: readonly Value<typeof intentPlan>[]
  readonly placed: boolean
  readonly extras?: ExtrasPlan
}
export type VpcPlan = Value<ReturnType<typeof vpcPlan>>
export type SitePlan = Value<typeof sitePlan>
export type TransitPlan = Value<typeof transitPlan>
export type DirectConnectPlan = Value<typeof directConnectPlan>
