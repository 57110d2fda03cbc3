import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { End, SiteEnd, VpcEnd } from './intent-ends.ts'
import { referrersOf, sessionsOf } from './sessions.ts'
import { chainBetween } from './transit-chains.ts'

/** Something drawn that joins two ends. `target`: what a VPC route toward the other end names. */
export type Connection =
  | { readonly type: 'peering'; readonly target: ResourceId }
  | { readonly type: 'vpn-gateway'; readonly target: ResourceId }
  | {
      readonly type: 'transit'
      readonly target: ResourceId
      readonly here: readonly ResourceId[]
      readonly there: readonly ResourceId[]
      /** The other end is on another transit gateway, behind the peering in `there`. */
      readonly isPeered?: true
    }

/** The VPC on the other side of an active peering; undefined when the peering does not join the VPC to another. */
export function peerAcross(peering: ResourceOf<'vpc-peering-connection'>, vpc: ResourceId): ResourceId | undefined {
  const { RequesterVpcId, AccepterVpcId, Status } = peering
  if (Status === 'pending-acceptance' || RequesterVpcId === AccepterVpcId) return undefined
  return RequesterVpcId === vpc ? AccepterVpcId : AccepterVpcId === vpc ? RequesterVpcId : undefined
}

/** The VPCs on the other side of a VPC's active peerings. */
export function peersOf(index: DesignIndex, vpc: ResourceId): { readonly peering: ResourceOf<'vpc-peering-connection'>; readonly vpc: ResourceId }[] {
  return referrersOf(index, 'vpc-peering-connection', vpc).flatMap((peering) => {
    const peer = peerAcross(peering, vpc)
    return peer === undefined ? [] : [{ peering, vpc: peer }]
  })
}

/** The virtual private gateways attached to a VPC. */
export function vpnGatewaysOf(index: DesignIndex, vpc: ResourceId): ResourceOf<'vpn-gateway'>[] {
  return referrersOf(index, 'vpn-gateway', vpc)
}

/** The attachments of an end by transit gateway: VPC attachments, VPN connections, Direct Connect gateway associations. */
export function attachmentsOf(index: DesignIndex, end: VpcEnd | SiteEnd): Map<ResourceId, ResourceId[]> {
  const found = new Map<ResourceId, ResourceId[]>()
  const pairs =
    end.type === 'vpc'
      ? referrersOf(index, 'transit-gateway-vpc-attachment', end.vpc.id).map((attachment) => [attachment.TransitGatewayId, attachment.id] as const)
      : end.devices.flatMap((device) => sessionsOf(index, device.id).map(({ gateway, carrier }) => [gateway, carrier.id] as const))
  for (const [gateway, attachment] of pairs) {
    if (index.get(gateway)?.kind === 'transit-gateway') found.set(gateway, [...new Set([...(found.get(gateway) ?? []), attachment])])
  }
  return found
}

function privateGateways(index: DesignIndex, here: VpcEnd | SiteEnd, there: VpcEnd | SiteEnd): ResourceId[] {
  const [vpc, site] = here.type === 'vpc' ? [here, there] : [there, here]
  if (vpc.type !== 'vpc' || site.type !== 'site') return []
  const attached = new Set(vpnGatewaysOf(index, vpc.vpc.id).map((gateway) => gateway.id))
  const joined = site.devices.flatMap((device) => sessionsOf(index, device.id).map((session) => session.gateway))
  return [...new Set(joined.filter((gateway) => attached.has(gateway)))]
}

/** The way over peered transit gateways, as the first of them sees it. */
function peered(index: DesignIndex, near: ReadonlyMap<ResourceId, readonly ResourceId[]>, far: ReadonlyMap<ResourceId, readonly ResourceId[]>): Connection[] {
  const [first] = chainBetween(index, [...near.keys()], new Set(far.keys())) ?? []
  return first?.by === undefined ? [] : [{ type: 'transit', target: first.gateway, here: near.get(first.gateway) ?? [], there: [first.by], isPeered: true }]
}

/** What is drawn between two ends that could carry traffic if every route were there; empty for the internet. */
export function connectionsBetween(index: DesignIndex, here: End, there: End): Connection[] {
  if (here.type === 'internet' || there.type === 'internet') return []
  const peerings: Connection[] =
    here.type === 'vpc' && there.type === 'vpc' ? peersOf(index, here.vpc.id).filter((peer) => peer.vpc === there.vpc.id).map(({ peering }) => ({ type: 'peering', target: peering.id })) : []
  const [near, far] = [attachmentsOf(index, here), attachmentsOf(index, there)]
  const shared = [...near].flatMap(([target, attachments]): Connection[] => {
    const others = far.get(target)
    return others ? [{ type: 'transit', target, here: attachments, there: others }] : []
  })
  const transits = shared.length > 0 ? shared : peered(index, near, far)
  return [...peerings, ...privateGateways(index, here, there).map((target): Connection => ({ type: 'vpn-gateway', target })), ...transits]
}
