import fc from 'fast-check'
import type { Design } from '../../../src/shared/document/design.ts'
import { makeResourceId } from '../../../src/shared/model/id.ts'
import { Builder } from './build.ts'
import { addTransitGateway, addTransitTables } from './build-transit.ts'
import { addVpc } from './build-vpc.ts'
import { addDirectConnect, addSite } from './build-wan.ts'
import { addExtras } from './extras/index.ts'
import { type Plan, planArbitrary } from './plan.ts'
import { type ExtraName, EXTRAS } from './plan-extras.ts'

/** The design that a plan describes. Deterministic. */
export function buildDesign(plan: Plan): Design {
  const builder = new Builder(plan)
  for (const [index, vpc] of plan.vpcs.entries()) addVpc(builder, vpc, index)
  if (plan.transit) addTransitGateway(builder, plan.transit)
  for (const [index, site] of plan.sites.entries()) addSite(builder, site, index)
  if (plan.directConnect) addDirectConnect(builder, plan.directConnect)
  if (plan.extras) addExtras(builder, plan.extras)
  if (plan.transit && builder.transitGateway) addTransitTables(builder, plan.transit, builder.transitGateway)
  addPeerings(builder)
  addRoutes(builder)
  makeMistakes(builder)
  return builder.finish()
}

function addPeerings(builder: Builder): void {
  const pairs = new Set<string>()
  for (const plan of builder.plan.peerings) {
    const [from, to] = [plan.from % builder.vpcs.length, plan.to % builder.vpcs.length].sort()
    const [a, b] = [builder.vpcs[from ?? 0], builder.vpcs[to ?? 0]]
    if (!a || !b || a === b || pairs.has(`${from}-${to}`)) continue
    pairs.add(`${from}-${to}`)
    const peering = builder.add('vpc-peering-connection', `pcx${from}-${to}`, { RequesterVpcId: a.id, AccepterVpcId: b.id, ...(plan.pending ? { Status: 'pending-acceptance' } : {}) })
    const lead = (near: typeof a, far: typeof b) => {
      for (const table of near.tables) for (const cidr of far.cidrs) if (!near.cidrs.includes(cidr)) builder.route(table, { DestinationCidrBlock: cidr, target: peering })
    }
    lead(a, b)
    if (!plan.oneSided) lead(b, a)
  }
}

/** Leads every VPC to the other VPCs and sites by what it has: the transit gateway first, else its VGW. */
function addRoutes(builder: Builder): void {
  const prefixes = builder.sites.flatMap((site) => site.prefixes)
  for (const vpc of builder.vpcs) {
    const gateway = vpc.attachment ? builder.transitGateway : undefined
    for (const table of vpc.tables) {
      if (gateway) for (const prefix of ['10.0.0.0/8', '192.168.0.0/16']) builder.route(table, { DestinationCidrBlock: prefix, target: gateway })
      else if (vpc.vpnGateway && table === vpc.main) for (const prefix of prefixes.slice(0, 1)) builder.route(table, { DestinationCidrBlock: prefix, target: vpc.vpnGateway })
    }
  }
}

/** Spoils a few routes the way people do: forgotten, dangling, to the wrong gateway, or with the wrong mask. */
function makeMistakes(builder: Builder): void {
  const targets = Object.values(builder.resources)
    .filter(({ kind }) => ['internet-gateway', 'nat-gateway', 'vpn-gateway', 'transit-gateway'].includes(String(kind)))
    .map(({ kind, name }) => makeResourceId(String(kind), String(name)))
  for (const { at, what } of builder.plan.mistakes) {
    const all = [...builder.routes.values()].flatMap((list) => list.map((route) => ({ list, route })))
    const hit = all[at % Math.max(1, all.length)]
    if (!hit) return
    const { list, route } = hit
    const destination = route.DestinationCidrBlock
    const wrong = targets[at % Math.max(1, targets.length)]
    const resize = (length: string) => {
      const changed = destination?.replace(/\/\d+$/, length)
      if (changed !== undefined && !list.some((other) => other.DestinationCidrBlock === changed)) route.DestinationCidrBlock = changed
    }
    if (what === 'drop') list.splice(list.indexOf(route), 1)
    else if (what === 'blackhole') delete route.target
    else if (what === 'wrong-target' && wrong) route.target = wrong
    else if (what === 'shorter' && destination !== '0.0.0.0/0') resize('/15')
    else if (what === 'longer' && destination !== '0.0.0.0/0') resize('/28')
  }
}

/**
 * Random valid designs: connected networks whose routes mostly make sense, with a few mistakes. Every kind occurs.
 * @param size at most so many VPCs; sites, subnets and peerings follow (1: tiny, 2: small, 4: a dozen subnets)
 * @param extras what may be in them beyond VPCs, sites, a transit gateway, Direct Connect and peerings
 */
export function designArbitrary(size = 2, extras: readonly ExtraName[] = EXTRAS): fc.Arbitrary<Design> {
  return planArbitrary(size, extras).map(buildDesign)
}

/** A fixed number of random designs, the same for the same seed; the basic network of a seed is the same with other extras. */
export function sampleDesigns(seed: number, count: number, size = 2, extras: readonly ExtraName[] = EXTRAS): Design[] {
  return fc.sample(designArbitrary(size, extras), { seed, numRuns: count })
}
