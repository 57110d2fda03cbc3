import type { ResourceOf } from '../../../model/index.ts'
import { containsPrefix, formatPrefix, parsePrefixes, type Prefix } from '../../../net/prefix.ts'
import { associationsOf, linesOf } from '../attachments.ts'
import type { Failure } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'

/** The sites of the flow with the prefixes that its packets carry. */
function sitesOf(failure: Failure) {
  const { source, destination } = failure.leg.last
  return [source, destination].flatMap((address) => failure.holders(address).flatMap((holder) => (holder.kind === 'site' && holder.id !== undefined ? [{ id: holder.id, block: holder.block }] : [])))
}

const isCovered = (texts: readonly string[], block: Prefix) => parsePrefixes(texts).some((prefix) => containsPrefix(prefix, block))

/** A device of the site announces the prefix as well. */
export function announcedPrefixes(failure: Failure): readonly Repair[] {
  const { index, network } = failure
  return sitesOf(failure).flatMap(({ id, block }) =>
    (network.fragment('site', id)?.devices ?? []).flatMap((device): Repair[] => {
      const resource = index.getOf('customer-gateway', device)
      const text = formatPrefix(block)
      if (!resource || resource.announcedPrefixes.length === 0 || isCovered(resource.announcedPrefixes, block)) return []
      return [change(resource, { id: `${device} announces ${text}`, weight: 2, words: `announce ${text} from ${nameOf(index, device)}`, resources: [device] }, (now) => ({ announcedPrefixes: [...now.announcedPrefixes, text] }))]
    }),
  )
}

/** A static VPN connection of the site gets a route to it (F-VPN-94). On a transit gateway the routes stand in its tables. */
export function staticVpnRoutes(failure: Failure): readonly Repair[] {
  const { index, network } = failure
  return sitesOf(failure).flatMap(({ id, block }) =>
    linesOf(network, id).connections.flatMap((link): Repair[] => {
      const text = formatPrefix(block)
      if (!link.StaticRoutesOnly || link.VpnGatewayId === undefined || link.Routes.some(({ DestinationCidrBlock }) => isCovered([DestinationCidrBlock], block))) return []
      return [change(link, { id: `${link.id} route ${text}`, weight: 1, words: `add the static route ${text} to ${nameOf(index, link.id)}`, resources: [link.id] }, (now) => ({ Routes: [...now.Routes, { DestinationCidrBlock: text }] }))]
    }),
  )
}

/** A device takes a tunnel of its connection into use (F-VPN-2). */
export function tunnelConfiguration(failure: Failure): readonly Repair[] {
  const { index, network } = failure
  return sitesOf(failure).flatMap(({ id }) =>
    linesOf(network, id).connections.flatMap((link) =>
      ([0, 1] as const).flatMap((position): Repair[] => {
        const tunnel = link.TunnelOptions[position]
        if (!tunnel || tunnel.configured) return []
        const words = `configure tunnel ${position + 1} of ${nameOf(index, link.id)} on ${nameOf(index, link.CustomerGatewayId)}`
        return [change(link, { id: `${link.id} tunnel ${position}`, weight: 1, words, resources: [link.id, link.CustomerGatewayId] }, (now) => ({ TunnelOptions: now.TunnelOptions.map((entry, at) => (at === position ? { ...entry, configured: true } : entry)) }))]
      }),
    ),
  )
}

/** The blocks of the VPC at the other end that an association does not let through. */
function missingBlocks(failure: Failure, association: ResourceOf<'direct-connect-gateway-association'>): readonly Prefix[] {
  const { network, leg } = failure
  const { source, destination } = leg.last
  const blocks = [source, destination].flatMap((address) => failure.holders(address).flatMap(({ kind, block }) => (kind === 'vpc' ? [block] : [])))
  const vpc = network.fragment('vpn-gateway', association.VpnGatewayId)
  // Behind a VGW an empty list lets all of its VPC through.
  if (vpc && (association.AllowedPrefixes.length === 0 || !blocks.some((block) => vpc.vpcPrefixes.some((own) => containsPrefix(own, block))))) return []
  return blocks.filter((block) => !isCovered(association.AllowedPrefixes, block))
}

/** A Direct Connect gateway association lets the VPC's block through (F-DX-45). */
export function allowedPrefixes(failure: Failure): readonly Repair[] {
  const { index, network } = failure
  return sitesOf(failure).flatMap(({ id }) =>
    associationsOf(network, id).flatMap((association) =>
      missingBlocks(failure, association).map((block) => {
        const text = formatPrefix(block)
        return change(association, { id: `${association.id} allows ${text}`, weight: 1, words: `allow ${text} on ${nameOf(index, association.id)}`, resources: [association.id] }, (now) => ({ AllowedPrefixes: [...now.AllowedPrefixes, text] }))
      }),
    ),
  )
}
