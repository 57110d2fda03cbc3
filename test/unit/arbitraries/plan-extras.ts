import fc from 'fast-check'

const often = fc.integer({ min: 0, max: 9 }).map((n) => n < 8)
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n > 7)
const some = fc.boolean()
const pick = fc.nat(99)

/** The customer's own network: WAN links and colocation circuits between sites, power, servers and people. */
const estatePlan = fc.record({
  links: fc.array(fc.record({ from: pick, to: pick, backup: rarely, circuit: rarely }), { minLength: 1, maxLength: 2 }),
  /** A device of the first site announces what its neighbours have too. */
  announcesOthers: some,
  power: some,
  server: some,
  people: some,
  directory: rarely,
})

/** People who dial in, and what lets them in. */
const remotePlan = fc.record({
  ways: fc.array(fc.record({ how: fc.constantFrom('endpoint', 'endpoint', 'server', 'device', 'transit'), vpc: pick }), { minLength: 1, maxLength: 2 }),
  translates: some,
  rules: fc.constantFrom('all', 'all', 'inside', 'group', 'none'),
  routes: often,
  securityGroup: rarely,
  associations: fc.integer({ min: 1, max: 2 }),
  directory: fc.constantFrom('none', 'none', 'site', 'subnet', 'internet'),
})

/** Routers on EC2: tunnels to devices, to each other and to AWS's VPNs; a stand-in with a monitor; a route server. */
const softwarePlan = fc.record({
  vpc: pick,
  tunnels: fc.array(fc.record({ to: fc.constantFrom('device', 'device', 'appliance', 'vpn'), at: pick, static: some, lists: rarely }), { minLength: 1, maxLength: 2 }),
  standIn: some,
  monitor: often,
  routeServer: rarely,
  announces: fc.constantFrom('own', 'own', 'everything', 'sites'),
  address: often,
  checkOff: often,
  gateway: often,
})

/** Direct Connect beyond a port with a virtual interface. */
const physicalPlan = fc.record({
  members: fc.integer({ min: 1, max: 2 }),
  minimumLinks: fc.nat(2),
  transit: some,
  siteLink: some,
  circuits: fc.nat(2),
  public: some,
  covers: often,
  privateVpn: some,
  /** Announces more than its allocation. */
  tooMany: rarely,
})

/** A second transit gateway and the attachments that are neither VPC, VPN nor Direct Connect. */
const transitMorePlan = fc.record({ otherRegion: some, pending: rarely, routes: often, wide: rarely, connect: fc.constantFrom('none', 'instance', 'instance', 'device'), learns: often })

const cloudWanPlan = fc.record({ segments: fc.integer({ min: 1, max: 2 }), shared: some, isolated: rarely, vpcs: fc.integer({ min: 1, max: 2 }), at: pick, vpn: some, directConnect: some, feet: often, routes: often })

const endpointsPlan = fc.record({
  provider: pick,
  consumer: pick,
  crossZone: some,
  securityGroup: fc.constantFrom('none', 'none', 'web', 'closed'),
  targets: fc.integer({ min: 1, max: 2 }),
  aws: some,
  firewall: rarely,
  front: rarely,
  otherPort: rarely,
})

const egressPlan = fc.record({ vpc: pick, routes: often, hosts: often })

const policyRule = fc.record({
  at: pick,
  direction: fc.constantFrom('in', 'out'),
  neighbor: fc.option(pick),
  prefix: fc.constantFrom('all', 'all', '10.0.0.0/16', '10.0.0.0/8 or longer', '192.168.0.0/24', '0.0.0.0/0 or longer'),
  what: fc.constantFrom('deny', 'permit', 'local preference', 'prepend', 'med', 'community'),
})

const policiesPlan = fc.record({ rules: fc.array(policyRule, { minLength: 1, maxLength: 3 }), allowOwnAs: rarely, overrideAs: rarely })

const PLANS = {
  estate: estatePlan,
  remote: remotePlan,
  software: softwarePlan,
  physical: physicalPlan,
  transitMore: transitMorePlan,
  cloudWan: cloudWanPlan,
  endpoints: endpointsPlan,
  egress: egressPlan,
  policies: policiesPlan,
}

/** What a random design may have beyond VPCs, sites, a transit gateway, Direct Connect and peerings. */
export type ExtraName = keyof typeof PLANS

/** Every extra. */
export const EXTRAS = Object.keys(PLANS) as ExtraName[]

type Value<A> = A extends fc.Arbitrary<infer T> ? T : never

/** The extras of a plan that it has. */
export type ExtrasPlan = { readonly [Name in ExtraName]?: Value<(typeof PLANS)[Name]> }

/** Each of the named extras in about one design of three. */
export function extrasPlan(names: readonly ExtraName[]): fc.Arbitrary<ExtrasPlan> {
  const third = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof({ withCrossShrink: true }, { weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
  return fc.record(Object.fromEntries(names.map((name) => [name, third<unknown>(PLANS[name])]))) as fc.Arbitrary<ExtrasPlan> // the record is built name by name
}
