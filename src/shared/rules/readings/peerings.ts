import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { remember } from './remember.ts'

type Peering = ResourceOf<'vpc-peering-connection'>

/** A peering in use with its two VPCs, both of them in the design. */
export interface JoinedVpcs {
  readonly peering: Peering
  readonly requester: ResourceOf<'vpc'>
  readonly accepter: ResourceOf<'vpc'>
}

/** The VPCs that a peering joins; undefined while it is not accepted, or joins a VPC to itself. */
export function joinedBy(index: DesignIndex, peering: Peering): JoinedVpcs | undefined {
  const requester = index.getOf('vpc', peering.RequesterVpcId)
  const accepter = index.getOf('vpc', peering.AccepterVpcId)
  return requester && accepter && requester.id !== accepter.id && peering.Status !== 'pending-acceptance' ? { peering, requester, accepter } : undefined
}

/** The peers of every VPC that has any, itself among them. */
export const neighbourhoods = remember((index: DesignIndex): ReadonlyMap<ResourceId, ReadonlySet<ResourceId>> => {
  const found = new Map<ResourceId, Set<ResourceId>>()
  for (const { RequesterVpcId: one, AccepterVpcId: other } of index.all('vpc-peering-connection')) {
    for (const [vpc, peer] of [[one, other], [other, one]] as const) found.set(vpc, (found.get(vpc) ?? new Set([vpc])).add(peer))
  }
  return found
})
