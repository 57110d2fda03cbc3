import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { ruleFor } from '../../simulation/routes/policy.ts'
import { rememberEach } from './remember.ts'
import { referrersOf } from './sessions.ts'
import { blocksOf } from './vpc-blocks.ts'

/** A prefix that a virtual private gateway learns, and the connection or virtual interface it comes over. */
export interface Learned {
  readonly prefix: Prefix
  readonly from: ResourceId
  readonly device: ResourceId
}

/** What a virtual private gateway learns. `unknown`: lines whose device announces something the design does not say. */
export interface Learning {
  readonly known: readonly Learned[]
  readonly unknown: readonly ResourceId[]
}

/** What a device announces by BGP: its own list, else its site's prefixes; undefined when neither is stated, or an import guessed them. */
export function announcedBy(index: DesignIndex, device: ResourceOf<'customer-gateway'>): readonly Prefix[] | undefined {
  const site = index.getOf('site', device.site)
  if (site?.prefixesInferred === true) return undefined
  const stated = device.announcedPrefixes.length > 0 ? device.announcedPrefixes : (site?.prefixes ?? [])
  return stated.length > 0 ? parsePrefixes(stated) : undefined
}

/** A router's policy with its prefixes parsed, as the simulation reads it. */
export const policyOf = ({ bgpPolicy = [] }: ResourceOf<'customer-gateway'> | ResourceOf<'instance'>) => ({ policy: bgpPolicy.map((rule) => ({ ...rule, prefixes: parsePrefixes(rule.prefixes) })) })

/** What a device or an appliance announces over one link, after its policy; undefined when the design does not say, or an import guessed it. */
export function announcedOver(index: DesignIndex, router: Resource | undefined, link: ResourceId): readonly Prefix[] | undefined {
  if (router?.kind !== 'customer-gateway' && router?.kind !== 'instance') return undefined
  const announced = router.kind === 'instance' ? announcedByAppliance(index, router) : announcedBy(index, router)
  if (!announced || !router.bgpPolicy) return announced
  const policy = policyOf(router)
  return announced.filter((prefix) => ruleFor(policy, 'out', link, prefix) !== 'deny')
}

/** What an appliance announces: its own list, else the blocks of its VPC. */
function announcedByAppliance(index: DesignIndex, appliance: ResourceOf<'instance'>): readonly Prefix[] {
  const own = parsePrefixes(appliance.announcedPrefixes ?? [])
  return own.length > 0 ? own : blocksOf(index.getOf('vpc', index.getOf('subnet', appliance.SubnetId)?.VpcId))
}

/** The virtual interfaces that end on the gateway, directly or through a Direct Connect gateway. */
function linesOf(index: DesignIndex, gateway: ResourceId): ResourceOf<'virtual-interface'>[] {
  const shared = referrersOf(index, 'direct-connect-gateway-association', gateway).map((association) => association.DirectConnectGatewayId)
  return [gateway, ...new Set(shared)].flatMap((id) => referrersOf(index, 'virtual-interface', id))
}

/** The prefixes that a gateway learns: static routes of its VPN connections, and BGP (F-RT-30). */
export const learnedBy = rememberEach((index: DesignIndex, gateway: ResourceId): Learning => {
  const known: Learned[] = []
  const unknown: ResourceId[] = []
  const note = (from: ResourceId, device: ResourceId, prefixes: readonly Prefix[] | undefined) => {
    if (prefixes) known.push(...prefixes.map((prefix) => ({ prefix, from, device })))
    else unknown.push(from)
  }
  for (const connection of referrersOf(index, 'vpn-connection', gateway)) {
    const stated = connection.StaticRoutesOnly ? parsePrefixes(connection.Routes.map((route) => route.DestinationCidrBlock)) : undefined
    note(connection.id, connection.CustomerGatewayId, stated ?? announcedOver(index, index.get(connection.CustomerGatewayId), connection.id))
  }
  for (const line of linesOf(index, gateway)) {
    note(line.id, line.customerRouter, announcedOver(index, index.get(line.customerRouter), line.id))
  }
  return { known, unknown }
})
