import { containsPrefix, formatPrefix, parsePrefix, type Prefix } from '../../net/prefix.ts'
import type { ImportContext } from '../context.ts'
import { isLeaving } from '../fields.ts'
import { prefixLists, vpnGateways } from '../items/gateway.ts'
import { virtualInterfaces } from '../items/hybrid.ts'
import { isPropagated, routeTables } from '../items/route.ts'
import { propagatedRoutes, staticRoutes, type TableRouteItem, transitGatewayRouteTables, vpcAttachments } from '../items/transit-gateway.ts'
import { vpcs } from '../items/vpc.ts'
import { AttachmentIndex } from '../tgw-attachments.ts'
import type { Device, Devices } from './device.ts'
import type { Session } from './session.ts'

/** What the import knows or guesses about the prefixes behind a device. Canonical CIDR text. */
export interface Behind {
  /** Prefixes that AWS's configuration or routes name for exactly this device. */
  readonly stated: Set<string>
  /** Prefixes worked out from route tables, which several devices of a gateway may share. */
  readonly inferred: Set<string>
}

const canonical = (text: string | undefined): string | undefined => {
  const prefix = text === undefined ? undefined : parsePrefix(text)
  return prefix && formatPrefix(prefix)
}

const isCovered = (text: string, by: readonly Prefix[]): boolean => {
  const prefix = parsePrefix(text)
  return prefix !== undefined && by.some((outer) => containsPrefix(outer, prefix))
}

/** Blocks of the VPCs that the gateway leads to. */
function blocksBehind(gateway: string, context: ImportContext): Prefix[] {
  const ids = [
    ...(context.find(vpnGateways, gateway)?.item.VpcAttachments.filter((attachment) => !isLeaving(attachment.State)).map((attachment) => attachment.VpcId) ?? []),
    ...context.all(vpcAttachments).flatMap(({ item }) => (item.TransitGatewayId === gateway ? [item.VpcId] : [])),
  ]
  return ids.flatMap((id) => {
    const item = context.find(vpcs, id)?.item
    const texts = [item?.CidrBlock, ...(item?.CidrBlockAssociationSet ?? []).map((block) => block.CidrBlock), ...(item?.Ipv6CidrBlockAssociationSet ?? []).map((block) => block.Ipv6CidrBlock)]
    return texts.flatMap((text) => (text ? (parsePrefix(text) ?? []) : []))
  })
}

/** Destinations in VPC route tables that lead to the gateway: learned ones, and static ones. */
function destinationsTo(gateway: string, context: ImportContext): { readonly learned: string[]; readonly configured: string[] } {
  const learned = new Set<string>()
  const configured = new Set<string>()
  for (const { item } of context.all(routeTables)) {
    for (const route of item.Routes) {
      if (route.GatewayId !== gateway && route.TransitGatewayId !== gateway) continue
      const list = context.find(prefixLists, route.DestinationPrefixListId)?.item
      const texts = list ? [...list.Cidrs, ...list.Entries.map((entry) => entry.Cidr)] : [route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock]
      for (const text of texts) {
        const destination = canonical(text)
        if (destination) (isPropagated(route) ? learned : configured).add(destination)
      }
    }
  }
  return { learned: [...learned], configured: [...configured] }
}

/** Collects what is known about the prefixes behind each device; the better evidence wins over inference, gateway by gateway. */
export function gatherEvidence(context: ImportContext, devices: Devices, sessions: readonly Session[]): ReadonlyMap<Device, Behind> {
  const behind = new Map<Device, Behind>(devices.all.map((device) => [device, { stated: new Set(), inferred: new Set() }]))
  const index = new AttachmentIndex(context)
  const state = (device: Device, text: string | undefined, how: keyof Behind = 'stated') => {
    const prefix = canonical(text)
    if (prefix) behind.get(device)?.[how].add(prefix)
  }
  for (const found of context.all(virtualInterfaces)) {
    const device = devices.ofVirtualInterface.get(found.awsId)
    if (device) for (const filter of found.item.RouteFilterPrefixes) state(device, filter.Cidr, 'inferred')
  }
  for (const session of sessions) if (session.via === 'static-vpn') for (const route of session.routes) state(session.device, route)
  for (const gateway of new Set(sessions.map((session) => session.gateway))) {
    const mine = sessions.filter((session) => session.gateway === gateway)
    const speakers = mine.filter((session) => session.via !== 'static-vpn')
    const tables = new Set(context.all(transitGatewayRouteTables).flatMap(({ awsId, item }) => (item.TransitGatewayId === gateway ? [awsId] : [])))
    const routesOf = (source: typeof staticRoutes): TableRouteItem[] => context.all(source).flatMap(({ item }) => (tables.has(item.TransitGatewayRouteTableId) ? item.Routes : []))
    const taken = new Set<string>()
    let isKnown = false
    for (const route of [...routesOf(staticRoutes), ...routesOf(propagatedRoutes)]) {
      const links = route.TransitGatewayAttachments.flatMap((entry) => index.find(entry, gateway)?.id ?? [])
      const owners = mine.filter((session) => links.includes(session.link) && (route.Type !== 'propagated' || session.via !== 'static-vpn'))
      for (const { device } of owners) state(device, route.DestinationCidrBlock, owners.length === 1 ? 'stated' : 'inferred')
      if (owners.length > 0 && route.Type === 'propagated') isKnown = true
      const destination = canonical(route.DestinationCidrBlock)
      if (owners.length === 0 && destination) taken.add(destination)
    }
    if (isKnown || speakers.length === 0) continue
    const { learned, configured } = destinationsTo(gateway, context)
    const explained = new Set(mine.flatMap((session) => session.routes.map(canonical)))
    const blocks = blocksBehind(gateway, context)
    const candidates = (learned.length > 0 ? learned : configured).filter((text) => !isCovered(text, blocks) && !taken.has(text) && !explained.has(text))
    const how = new Set(speakers.map((session) => session.device)).size === 1 && learned.length > 0 ? 'stated' : 'inferred'
    for (const { device } of speakers) for (const text of candidates) state(device, text, how)
  }
  return behind
}
