import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import { containsAddress, containsPrefix, equalPrefix, formatPrefix, overlaps, type Prefix } from '../../src/shared/net/prefix.ts'
import { prefixes, type World } from './world.ts'

/** A link between a customer's device and an AWS gateway that is up. Neither `bgp` nor `isStatic`: BGP was meant and cannot come up. */
export interface Session {
  readonly id: string
  readonly link: ResourceOf<'vpn-connection'> | ResourceOf<'virtual-interface'>
  readonly device: ResourceOf<'customer-gateway'>
  readonly gateway: ResourceOf<'vpn-gateway'> | ResourceOf<'transit-gateway'> | ResourceOf<'direct-connect-gateway'>
  readonly dx: boolean
  readonly bgp: boolean
  readonly isStatic: boolean
  readonly asn: number
  readonly families: readonly (4 | 6)[]
}

export interface Route {
  readonly prefix: Prefix
  /** Lower is better: what AWS prefers for equal prefixes. */
  readonly rank: number
  readonly path: readonly number[]
  /** Where the packet goes: a session, an attachment, or nowhere (blackhole). */
  readonly session?: Session
  readonly attachment?: string
  /** Higher is better, among Direct Connect routes. */
  readonly preference: number
  readonly isStatic?: boolean
}

type Heard = { readonly prefix: Prefix; readonly path: readonly number[] }

const better = (a: Route, b: Route): number => a.rank - b.rank || b.preference - a.preference || a.path.length - b.path.length || ((a.session?.id ?? a.attachment ?? '') < (b.session?.id ?? b.attachment ?? '') ? -1 : 1)

/** The best route of each prefix. */
function best(routes: readonly Route[]): Route[] {
  const chosen = new Map<string, Route>()
  for (const route of [...routes].sort(better)) {
    const key = formatPrefix(route.prefix)
    if (!chosen.has(key)) chosen.set(key, route)
  }
  return [...chosen.values()]
}

/** The longest match; equal prefixes are already settled. */
export function longest<R extends { readonly prefix: Prefix }>(routes: readonly R[], address: Address): R | undefined {
  return routes.filter((route) => containsAddress(route.prefix, address)).sort((a, b) => b.prefix.length - a.prefix.length)[0]
}

/** Every router's full table, exchanged in rounds until nothing changes. */
export class Routes {
  readonly sessions: readonly Session[]
  readonly settled: boolean
  private readonly world: World
  /** What each end of a session heard last. */
  private heardByAws = new Map<string, readonly Heard[]>()
  private heardByDevice = new Map<string, readonly Heard[]>()

  constructor(world: World) {
    this.world = world
    this.sessions = [...this.vpnSessions(), ...this.vifSessions()]
    let settled = false
    for (let round = 0; round < 60 && !settled; round++) {
      const up = this.sessions.filter((session) => session.bgp)
      const toAws = new Map(up.map((session) => [session.id, this.fromDevice(session)]))
      const toDevice = new Map(up.map((session) => [session.id, this.fromGateway(session)]))
      const text = (map: ReadonlyMap<string, readonly Heard[]>) => JSON.stringify([...map].map(([id, heard]) => [id, heard.map(({ prefix, path }) => [formatPrefix(prefix), path])]))
      settled = text(toAws) === text(this.heardByAws) && text(toDevice) === text(this.heardByDevice)
      this.heardByAws = toAws
      this.heardByDevice = toDevice
    }
    this.settled = settled
  }

  private vpnSessions(): Session[] {
    return this.world.all('vpn-connection').flatMap((link) => {
      const device = this.world.get('customer-gateway', link.CustomerGatewayId)
      const vgw = this.world.get('vpn-gateway', link.VpnGatewayId)
      const gateway = vgw ?? this.world.get('transit-gateway', link.TransitGatewayId)
      if (!device || !gateway || !this.world.vpnUp(link)) return []
      // BGP and IPsec end on the same device (F-VPN-5); one that does not speak BGP brings no session up.
      const speaks = device.bgp && (link.bgpDevice === undefined || link.bgpDevice === device.id)
      const inside6 = !vgw && link.TunnelOptions.some(({ TunnelInsideCidr }) => TunnelInsideCidr?.includes(':'))
      return [{ id: link.id, link, device, gateway, dx: false, bgp: !link.StaticRoutesOnly && speaks, isStatic: link.StaticRoutesOnly, asn: device.BgpAsn, families: [inside6 ? 6 : 4] as const }]
    })
  }

  private vifSessions(): Session[] {
    return this.world.all('virtual-interface').flatMap((link) => {
      const device = this.world.get('customer-gateway', link.customerRouter)
      const vgw = link.VirtualInterfaceType === 'private' ? this.world.get('vpn-gateway', link.VirtualGatewayId) : undefined
      const gateway = this.world.get('direct-connect-gateway', link.DirectConnectGatewayId) ?? vgw
      if (!device || !device.bgp || !gateway || !this.world.vifUp(link) || (gateway.kind === 'vpn-gateway' && !this.world.regionUp(gateway))) return []
      return [{ id: link.id, link, device, gateway, dx: true, bgp: true, isStatic: false, asn: link.Asn, families: [4, 6] as const }]
    })
  }

  // What is said

  /** The device announces its own prefixes; one that it learned from AWS it passes on only when it is told to, with its AS path. */
  private fromDevice(session: Session): Heard[] {
    const site = this.world.get('site', session.device.site)
    const own = prefixes(site?.prefixes ?? [])
    const announced = session.device.announcedPrefixes.length > 0 ? prefixes(session.device.announcedPrefixes) : own
    const known = best(this.siteRoutes(undefined, session.device))
    return announced.flatMap((prefix) => {
      if (!session.families.includes(prefix.family)) return []
      const learned = own.some((mine) => equalPrefix(mine, prefix)) ? undefined : known.find((route) => !route.isStatic && equalPrefix(route.prefix, prefix))
      const path = [session.asn, ...(learned?.path ?? [])]
      return path.includes(session.gateway.AmazonSideAsn) ? [] : [{ prefix, path }]
    })
  }

  private fromGateway(session: Session): Heard[] {
    const { gateway } = session
    const routes = gateway.kind === 'vpn-gateway' ? this.fromVgw(gateway, session) : gateway.kind === 'transit-gateway' ? this.fromTransit(session) : this.fromDxGateway(gateway, session)
    return routes
      .map(({ prefix, path }) => ({ prefix, path: [gateway.AmazonSideAsn, ...path] }))
      .filter(({ prefix, path }) => session.families.includes(prefix.family) && !path.includes(session.asn))
  }

  private fromVgw(vgw: ResourceOf<'vpn-gateway'>, session: Session): Heard[] {
    const blocks = this.world.vpcBlocks(vgw.VpcAttachments[0]?.VpcId)
    const others = this.vgwRoutes(vgw).filter((route) => isBranch(route) && route.session?.id !== session.id && !blocks.some((block) => equalPrefix(block, route.prefix)))
    return [...blocks.map((prefix) => ({ prefix, path: [] })), ...others]
  }

  private fromTransit(session: Session): Heard[] {
    const table = this.associated(session.link.id)
    return table ? this.tableRoutes(table).filter((route) => route.attachment !== undefined && route.attachment !== session.link.id) : []
  }

  private fromDxGateway(gateway: ResourceOf<'direct-connect-gateway'>, session: Session): Heard[] {
    return this.offers(gateway, session).map(({ prefix }) => ({ prefix, path: [] }))
  }

  /** What the associations of a Direct Connect gateway offer over a virtual interface. */
  offers(gateway: ResourceOf<'direct-connect-gateway'>, session: Session): { readonly prefix: Prefix; readonly association: ResourceOf<'direct-connect-gateway-association'> }[] {
    return this.world.all('direct-connect-gateway-association').flatMap((association) => {
      if (association.DirectConnectGatewayId !== gateway.id || !fits(session, association)) return []
      const target = this.world.get('vpn-gateway', association.VpnGatewayId) ?? this.world.get('transit-gateway', association.TransitGatewayId)
      if (!target) return [] // originated whether the gateway is well or not (F-DX-45)
      const allowed = prefixes(association.AllowedPrefixes)
      if (target.kind === 'transit-gateway') return allowed.map((prefix) => ({ prefix, association }))
      const blocks = this.world.vpcBlocks(target.VpcAttachments[0]?.VpcId)
      return blocks.filter((block) => allowed.length === 0 || allowed.some((wide) => containsPrefix(wide, block))).map((prefix) => ({ prefix, association }))
    })
  }

  // What is known

  private heard(sessions: readonly Session[], rank: number, wrap: (path: readonly number[]) => readonly number[], region: string | undefined): Route[] {
    return sessions.flatMap((session) => (this.heardByAws.get(session.id) ?? []).map(({ prefix, path }) => ({ prefix, rank, path: wrap(path), session, preference: session.dx ? this.preference(session, region) : 0 })))
  }

  /** 7224:7300 before 7200 before 7100; untagged counts as medium in the port's own Region and just below it elsewhere (F-DX-50, F-DX-51). */
  private preference(session: Session, region: string | undefined): number {
    if (session.link.kind !== 'virtual-interface') return 0
    const tag = session.link.localPreference
    if (tag !== undefined) return { '7224:7100': 1, '7224:7200': 2, '7224:7300': 3 }[tag]
    const connection = this.world.get('direct-connect-connection', session.link.ConnectionId)
    return region === undefined || connection?.Region === undefined || connection.Region === region ? 2 : 1.5
  }

  /** Routes that a gateway has through the Direct Connect gateways associated with it. */
  private overDxGateway(target: ResourceOf<'vpn-gateway'> | ResourceOf<'transit-gateway'>, association: ResourceOf<'direct-connect-gateway-association'>, rank: number): Route[] {
    const gateway = this.world.get('direct-connect-gateway', association.DirectConnectGatewayId)
    if (!gateway) return []
    const sessions = this.sessions.filter((session) => session.gateway.id === gateway.id && fits(session, association))
    return best(this.heard(sessions, rank, (path) => [gateway.AmazonSideAsn, ...path], this.world.regionOf(target)))
  }

  /** A VGW's table without its VPC's own blocks: DX, then static VPN, then BGP VPN (F-VPN-55). */
  vgwRoutes(vgw: ResourceOf<'vpn-gateway'>): Route[] {
    if (!this.world.regionUp(vgw)) return []
    const mine = this.sessions.filter((session) => session.gateway.id === vgw.id)
    const attached = this.world.vpcOfVgw(vgw.id) !== undefined
    const associations = this.world.all('direct-connect-gateway-association').filter((association) => association.VpnGatewayId === vgw.id && attached)
    const statics = mine.filter((session) => session.isStatic).flatMap((session) => {
      const link = session.link as ResourceOf<'vpn-connection'>
      return prefixes(link.Routes.map((route) => route.DestinationCidrBlock)).filter(({ family }) => family === 4).map((prefix) => ({ prefix, rank: 1, path: [], session, preference: 0, isStatic: true }))
    })
    return best([
      ...this.heard(mine.filter(({ dx }) => dx), 0, (path) => path, this.world.regionOf(vgw)),
      ...associations.flatMap((association) => this.overDxGateway(vgw, association, 0)),
      ...statics,
      ...this.heard(mine.filter(({ dx, bgp }) => bgp && !dx), 2, (path) => path, undefined),
    ])
  }

  /** The table that serves an attachment. */
  associated(attachment: string): ResourceOf<'transit-gateway-route-table'> | undefined {
    return this.world.all('transit-gateway-route-table').find((table) => table.Associations.some((id) => id === attachment))
  }

  /** The transit gateway that an attachment is on. */
  transitOf(attachment: string | undefined): ResourceOf<'transit-gateway'> | undefined {
    const link = this.world.any(attachment)
    return link && 'TransitGatewayId' in link ? this.world.get('transit-gateway', link.TransitGatewayId) : undefined
  }

  /** A transit gateway table: static, then VPC, Direct Connect gateway, VPN (F-TGW-28). */
  tableRoutes(table: ResourceOf<'transit-gateway-route-table'>): Route[] {
    return best(this.tableCandidates(table))
  }

  private tableCandidates(table: ResourceOf<'transit-gateway-route-table'>): Route[] {
    const gateway = this.world.get('transit-gateway', table.TransitGatewayId)
    if (!gateway || !this.world.regionUp(gateway)) return []
    const statics = table.Routes.flatMap((route) => prefixes([route.DestinationCidrBlock]).map((prefix) => {
      const usable = route.blackhole !== true && route.attachment !== undefined && this.transitOf(route.attachment)?.id === gateway.id
      return { prefix, rank: 0, path: [], preference: 0, ...(usable ? { attachment: route.attachment as string } : {}) }
    }))
    const taken: { prefix: Prefix; vpc: string }[] = []
    const propagated = [...table.Propagations].sort().flatMap((id): Route[] => {
      const link = this.world.any(id)
      if (!link || this.transitOf(id)?.id !== gateway.id) return []
      if (link.kind === 'transit-gateway-vpc-attachment') {
        // A block that overlaps that of a VPC already there is not propagated (F-ADDR-32).
        const blocks = this.world.vpcBlocks(link.VpcId).filter((block) => !taken.some((other) => other.vpc !== link.VpcId && overlaps(other.prefix, block)))
        taken.push(...blocks.map((prefix) => ({ prefix, vpc: link.VpcId })))
        return blocks.map((prefix) => ({ prefix, rank: 1, path: [], preference: 0, attachment: id }))
      }
      const loopFree = (route: Route) => !route.path.includes(gateway.AmazonSideAsn)
      if (link.kind === 'direct-connect-gateway-association') return this.overDxGateway(gateway, link, 2).filter(loopFree).map(({ session: _session, ...route }) => ({ ...route, preference: 0, attachment: id }))
      return this.heard(this.sessions.filter((session) => session.link.id === id), 3, (path) => path, undefined).filter(loopFree).map(({ session: _session, ...route }) => ({ ...route, attachment: id }))
    })
    return [...statics, ...propagated]
  }

  /** The virtual interface by which a Direct Connect gateway reaches an address for one of its associations. */
  dxWay(association: ResourceOf<'direct-connect-gateway-association'>, address: Address): Session | undefined {
    const target = this.world.get('vpn-gateway', association.VpnGatewayId) ?? this.world.get('transit-gateway', association.TransitGatewayId)
    return target && longest(this.overDxGateway(target, association, 0), address)?.session
  }

  /** What the devices of a site know of AWS, not yet settled; of one device when no site is named. */
  private siteRoutes(site: string | undefined, device: ResourceOf<'customer-gateway'> | undefined): Route[] {
    const mine = this.sessions.filter((session) => session.device.id === device?.id || (site !== undefined && session.device.site === site))
    return mine.flatMap((session): Route[] => {
      const rank = session.dx ? 0 : 1
      if (session.bgp) return (this.heardByDevice.get(session.id) ?? []).map(({ prefix, path }) => ({ prefix, path, rank, session, preference: 0 }))
      if (!session.isStatic) return []
      return this.blocksBehind(session).map((prefix) => ({ prefix, path: [], rank, session, preference: 0, isStatic: true }))
    })
  }

  /** What a device with static routing takes to be behind a gateway: IPv4 blocks that are said to lead into VPCs. */
  private blocksBehind(session: Session): Prefix[] {
    if (session.gateway.kind === 'vpn-gateway') return this.world.vpcBlocks(session.gateway.VpcAttachments[0]?.VpcId).filter(({ family }) => family === 4)
    const table = this.associated(session.link.id)
    const routes = table ? this.tableCandidates(table) : []
    return routes.filter((route) => this.world.get('transit-gateway-vpc-attachment', route.attachment) && route.prefix.family === 4).map(({ prefix }) => prefix)
  }

  /** A site's table as one of its devices sees it: of equally good ways its own comes first. */
  siteBest(site: string | undefined, device: ResourceOf<'customer-gateway'> | undefined): Route[] {
    const all = this.siteRoutes(site, device)
    const mine = all.filter((route) => route.session?.device.id === device?.id)
    const good = best(all)
    const equal = (a: Route, b: Route) => equalPrefix(a.prefix, b.prefix) && a.rank === b.rank && a.path.length === b.path.length
    return good.map((route) => best(mine).find((own) => equal(own, route)) ?? route)
  }
}

/** A virtual interface serves associations of its own type: private for VGWs, transit for transit gateways (F-DX-42). */
const fits = (session: Session, association: ResourceOf<'direct-connect-gateway-association'>): boolean =>
  session.link.kind === 'virtual-interface' && (session.link.VirtualInterfaceType === 'private') === (association.VpnGatewayId !== undefined)

/** True for what a VGW passes between sites: learned by BGP on a session of its own, not through a Direct Connect gateway (F-RT-55). */
export const isBranch = (route: Route): boolean => route.session !== undefined && route.session.bgp && route.session.gateway.kind === 'vpn-gateway'
