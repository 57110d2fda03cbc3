import type { ResourceOf } from '../../src/shared/model/index.ts'
import { overlaps, type Prefix } from '../../src/shared/net/prefix.ts'
import { PLAIN, type Route } from './choose.ts'
import type { Routes } from './routes.ts'
import { prefixes, type World } from './world.ts'

type Table = ResourceOf<'transit-gateway-route-table'>

/** The gateways that an attachment is on: a peering is on two. */
export function gatewaysOf(world: World, attachment: string | undefined): string[] {
  const link = world.any(attachment)
  if (!link || !('TransitGatewayId' in link) || link.TransitGatewayId === undefined || link.kind === 'transit-gateway-route-table') return []
  if (link.kind !== 'transit-gateway-peering-attachment') return [link.TransitGatewayId]
  return link.TransitGatewayId === link.PeerTransitGatewayId ? [] : [link.TransitGatewayId, link.PeerTransitGatewayId]
}

/** The table of a transit gateway that serves an attachment. */
export function tableOf(world: World, attachment: string, gateway: string): Table | undefined {
  return world.all('transit-gateway-route-table').find((table) => table.TransitGatewayId === gateway && table.Associations.some((id) => id === attachment))
}

/** Everything that a transit gateway table could hold. Rank: static, VPC, Direct Connect, Connect, private VPN, VPN, Client VPN (F-TGW-28). */
export function tableCandidates(routes: Routes, table: Table): Route[] {
  const { world } = routes
  const gateway = world.get('transit-gateway', table.TransitGatewayId)
  if (!gateway || !world.regionUp(gateway)) return []
  const isHere = (id: string | undefined) => gatewaysOf(world, id).includes(gateway.id)
  const statics = table.Routes.flatMap((route) => prefixes([route.DestinationCidrBlock]).map((prefix): Route => {
    const usable = route.blackhole !== true && route.attachment !== undefined && isHere(route.attachment)
    return { ...PLAIN, prefix, rank: 0, ...(usable ? { attachment: route.attachment as string } : {}) }
  }))
  const taken: { prefix: Prefix; vpc: string }[] = []
  const propagated = [...table.Propagations].sort().flatMap((id): Route[] => {
    const link = world.any(id)
    if (!link || !isHere(id)) return []
    if (link.kind === 'transit-gateway-vpc-attachment') {
      // A block that overlaps that of a VPC already there is not propagated (F-ADDR-32).
      const blocks = world.vpcBlocks(link.VpcId).filter((block) => !taken.some((other) => other.vpc !== link.VpcId && overlaps(other.prefix, block)))
      taken.push(...blocks.map((prefix) => ({ prefix, vpc: link.VpcId })))
      return blocks.map((prefix) => ({ ...PLAIN, prefix, rank: 1, attachment: id }))
    }
    if (link.kind === 'client-vpn-endpoint') return world.regionUp(link) ? prefixes([link.ClientCidrBlock]).map((prefix) => ({ ...PLAIN, prefix, rank: 6, attachment: id })) : []
    const loopFree = (route: Route) => !route.path.includes(gateway.AmazonSideAsn)
    const sessions = routes.sessions.filter((session) => session.link.id === id)
    const rank = { dx: 2, connect: 3, 'private-vpn': 4, vpn: 5, software: 9 }[sessions[0]?.type ?? 'vpn']
    const learned = link.kind === 'direct-connect-gateway-association' ? routes.overDxGateway(link, 2) : routes.heard(sessions, rank, [], undefined)
    return learned.filter(loopFree).map(({ session: _session, ...route }) => ({ ...route, preference: 0, attachment: id }))
  })
  return [...statics, ...propagated]
}
