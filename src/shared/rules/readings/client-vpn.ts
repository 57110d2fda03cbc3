import type { Intent } from '../../document/design.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, overlaps, parsePrefix, type Prefix } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { readEnd } from './intent-ends.ts'
import { remember } from './remember.ts'
import { referrersOf } from './sessions.ts'
import { blocksOf } from './vpc-blocks.ts'

/** A Client VPN endpoint. */
export type ClientVpn = ResourceOf<'client-vpn-endpoint'>

/** The subnets associated with the endpoint that are there. */
export const associatedSubnets = (index: DesignIndex, endpoint: ClientVpn): ResourceOf<'subnet'>[] => endpoint.ClientVpnTargetNetworks.flatMap(({ SubnetId }) => index.getOf('subnet', SubnetId) ?? [])

/** The VPC that an endpoint leads into: the one it names, else that of its first subnet. */
export const vpcOfEndpoint = (index: DesignIndex, endpoint: ClientVpn): ResourceOf<'vpc'> | undefined => index.getOf('vpc', endpoint.VpcId ?? associatedSubnets(index, endpoint)[0]?.VpcId)

/** The remote-access links that end at the endpoint. */
export const accessTo = (index: DesignIndex, endpoint: ResourceId): ResourceOf<'remote-access'>[] => referrersOf(index, 'remote-access', endpoint)

/** True when the endpoint has a route of its own for the block, or part of it is the VPC's (F-CVPN-4). */
export function isRouted(index: DesignIndex, endpoint: ClientVpn, block: Prefix): boolean {
  if (blocksOf(vpcOfEndpoint(index, endpoint)).some((own) => overlaps(own, block))) return true
  return endpoint.Routes.some(({ DestinationCidr }) => covers(DestinationCidr, block))
}

/** True when the text is a block around the other. */
export const covers = (cidr: string, block: Prefix): boolean => {
  const prefix = parsePrefix(cidr)
  return prefix !== undefined && containsPrefix(prefix, block)
}

/** True when the longest rule around the block lets the group in; without a group only rules for everybody do (F-CVPN-5). */
export function isAuthorized({ AuthorizationRules }: ClientVpn, block: Prefix, group: string | undefined): boolean {
  const around = AuthorizationRules.filter(({ DestinationCidr }) => covers(DestinationCidr, block))
  const longest = Math.max(...around.map(({ DestinationCidr }) => parsePrefix(DestinationCidr)?.length ?? -1))
  return around.some(({ DestinationCidr, AccessGroupId }) => parsePrefix(DestinationCidr)?.length === longest && (AccessGroupId === undefined || AccessGroupId === group))
}

/** Where users of an endpoint are to get to by an accepted intent and do not. */
export interface UserDemand {
  readonly intent: Intent
  readonly users: ResourceOf<'user-group'>
  readonly blocks: readonly Prefix[]
}

/** Such demands by endpoint, in order of intent. */
export const userDemands = remember(({ index, intents, simulation }: RuleContext): ReadonlyMap<ResourceId, readonly UserDemand[]> => {
  const found = new Map<ResourceId, UserDemand[]>()
  for (const intent of intents) {
    const users = intent.from === 'internet' ? undefined : index.getOf('user-group', intent.from)
    if (!users || intent.expect !== 'reach' || simulation.judge(intent).holds !== false) continue
    const destinations = readEnd(index, intent.to)?.destinations ?? []
    const blocks = destinations.flatMap(({ prefix, parts }) => (parts.length > 0 ? parts : [prefix]))
    for (const { ClientVpnEndpointId: endpoint } of referrersOf(index, 'remote-access', users.id)) {
      if (endpoint !== undefined && blocks.length > 0) found.set(endpoint, [...(found.get(endpoint) ?? []), { intent, users, blocks }])
    }
  }
  return found
})
