import type { ResourceOf } from '../../src/shared/model/index.ts'
import { type Address } from '../../src/shared/net/address.ts'
import { containsPrefix, equalPrefix, formatPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import { best, longest, PLAIN, type Route } from './choose.ts'
import { visibleAttachments } from './core-network.ts'
import { announced, isBeyondLines, isForeign, isSentOn, policy, type Router, siteOf } from './routers.ts'
import { coreAsn, type Session, sessionsOf } from './sessions.ts'
import { heardOverLines } from './site-table.ts'
import { fits, type Heard, isBranch, MOST_LEARNED, type Offer } from './told.ts'
import { deviceUp } from './up.ts'
import { tableCandidates, tableOf } from './transit.ts'
import { prefixes, type World } from './world.ts'

type DxTarget = ResourceOf<'vpn-gateway'> | ResourceOf<'transit-gateway'> | ResourceOf<'core-network'>

/** Every router's full table, exchanged in rounds until nothing changes. */
export class Routes {
  readonly sessions: readonly Session[]
  readonly world: World
  /** False when the routers never agree: whoever speaks first then decides, in life as well. */
  readonly settled: boolean
  /** Finished tables; while routes are exchanged they change, so none is kept. */
  private readonly finished = new Map<string, readonly Route[]>()
  private isFinished = false
  /** What the far end of each session (AWS, or the far router) heard last, and what its router heard. */
  private heardByFar = new Map<string, readonly Heard[]>()
  private heardByRouter = new Map<string, readonly Heard[]>()

  constructor(world: World) {
    this.world = world
    this.sessions = sessionsOf(world)
    let settled = false
    for (let round = 0; round < 60 && !settled; round++) {
      const up = this.sessions.filter((session) => session.bgp)
      const toFar = new Map(up.map((session) => [session.id, this.fromRouter(session, session.router)]))
      const toRouter = new Map(up.map((session) => [session.id, session.peer ? this.fromRouter(session, session.peer) : this.fromGateway(session)]))
      const text = (map: ReadonlyMap<string, readonly Heard[]>) => JSON.stringify([...map].map(([id, heard]) => [id, heard.map(({ prefix, ...rest }) => [formatPrefix(prefix), rest])]))
      settled = text(toFar) === text(this.heardByFar) && text(toRouter) === text(this.heardByRouter)
      this.heardByFar = toFar
      this.heardByRouter = toRouter
    }
    this.settled = settled
    this.isFinished = true
  }

  private once(name: string, work: () => Route[]): readonly Route[] {
    if (!this.isFinished) return work()
    const known = this.finished.get(name) ?? work()
    this.finished.set(name, known)
    return known
  }

  // What is said

  /** A router tells what it is to announce; what it learned by BGP among that goes out with its path (its policy permitting). */
  private fromRouter(session: Session, me: Router): Heard[] {
    const isNear = me.id === session.router.id
    const [asn, other] = isNear ? [session.asn, session.farAsn] : [session.farAsn, session.asn]
    const listener = isNear ? session.peer : session.router
    const said = this.tells(me, asn, session.id, other).filter(({ prefix, path }) => session.families.includes(prefix.family) && (!path.includes(other) || listener?.allowOwnAs === true))
    const most = session.type === 'vpn' || session.type === 'private-vpn' ? MOST_LEARNED[session.gateway?.kind as 'vpn-gateway'] : undefined
    return most !== undefined && said.length > most ? said.map((heard) => ({ ...heard, unsure: true })) : said
  }

  private tells(me: Router, asn: number, neighbor: string, neighborAsn: number | undefined): Heard[] {
    const known = this.knownAtSite(me, asn)
    return announced(this.world, me).flatMap((prefix) => {
      const rule = policy(me, 'out', neighbor, prefix)
      if (rule?.action === 'deny') return []
      const source = this.behindAnnouncement(me, prefix, known)
      if (!source) return []
      const passed = source.path.map((one) => (me.overrideAs === true && one === neighborAsn ? asn : one))
      const times = Array.from({ length: rule?.prepend ?? 0 }, () => asn)
      return [{ prefix, path: [asn, ...times, ...passed], med: rule?.med, community: rule?.community, ...(source.unsure ? { unsure: true } : {}) }]
    })
  }

  /** Networks of others are told only while they are known; everything else is the router's own to say. */
  private behindAnnouncement(me: Router, prefix: Prefix, known: readonly Route[]): Pick<Route, 'path' | 'unsure'> | undefined {
    const plain = { path: [] }
    if (!isForeign(this.world, me, prefix) || isBeyondLines(this.world, me, prefix)) return plain
    return known.find((route) => equalPrefix(route.prefix, prefix)) ?? this.beyondLines(me, prefix) ?? (isSentOn(this.world, me, prefix) ? plain : undefined)
  }

  /** What a router of another site learned and the lines between them tell, but for its own echo. */
  private beyondLines(me: Router, prefix: Prefix): Pick<Route, 'path' | 'unsure'> | undefined {
    const site = siteOf(me)
    const found = site === undefined ? undefined : heardOverLines(this, site, undefined).find((route) => equalPrefix(route.prefix, prefix))
    return found?.path.includes(me.BgpAsn ?? 0) === true ? undefined : found
  }

  /** What a router has itself, or the other routers of its site tell it, but for its own echoes; of equally good ways its own. */
  private knownAtSite(me: Router, asn: number): Route[] {
    const site = siteOf(me)
    const others = site === undefined ? [] : this.world.all('customer-gateway').filter((other) => other.site === site && other.id !== me.id && deviceUp(this.world, other))
    const told = others.flatMap((other) => best(this.routesOf(undefined, other)).map((route) => ({ ...route, path: other.BgpAsn === asn ? route.path : [other.BgpAsn, ...route.path] })))
    const isMine = ({ session }: Route) => session?.router.id === me.id || session?.peer?.id === me.id
    return best([...this.routesOf(undefined, me), ...told].filter(({ path }) => !path.includes(asn)), isMine)
  }

  /** What an appliance tells a route server. */
  toRouteServer(me: Router, asn: number): Heard[] {
    return this.tells(me, me.BgpAsn ?? 0, '', asn).filter(({ path }) => me.BgpAsn !== undefined && !path.includes(asn))
  }

  private fromGateway(session: Session): Heard[] {
    const said = this.gatewayRoutes(session).map((heard) => ({ ...heard, path: [session.farAsn, ...heard.path] }))
    return said.filter(({ prefix, path }) => session.families.includes(prefix.family) && (!path.includes(session.asn) || session.router.allowOwnAs === true))
  }

  private gatewayRoutes(session: Session): Heard[] {
    const { gateway } = session
    const plain = ({ prefix, path, unsure }: Route): Heard => ({ prefix, path, ...(unsure ? { unsure } : {}) })
    switch (gateway?.kind) {
      case 'vpn-gateway': {
        const blocks = this.world.vpcBlocks(gateway.VpcAttachments[0]?.VpcId)
        const others = this.vgwRoutes(gateway).filter((route) => isBranch(route) && route.session?.id !== session.id && !blocks.some((block) => equalPrefix(block, route.prefix)))
        return [...blocks.map((prefix) => ({ prefix, path: [] })), ...others.map(plain)]
      }
      case 'transit-gateway': {
        const table = tableOf(this.world, session.link.id, gateway.id)
        return table ? this.tableRoutes(table).filter((route) => route.attachment !== undefined && route.attachment !== session.link.id).map(plain) : []
      }
      case 'core-network':
        return this.segmentRoutes(session.link.id, gateway).filter((route) => route.attachment !== session.link.id).map(plain)
      case 'direct-connect-gateway':
        return this.offers(gateway, session).map(({ prefix, path, unsure }) => ({ prefix, path, ...(unsure ? { unsure } : {}) }))
      default:
        return []
    }
  }

  /** What a Direct Connect gateway offers over a virtual interface: its associations, and with SiteLink the other SiteLink interfaces. */
  offers(gateway: ResourceOf<'direct-connect-gateway'>, session: Session): Offer[] {
    const behind = this.world.all('direct-connect-gateway-association').flatMap((association): Offer[] => {
      if (association.DirectConnectGatewayId !== gateway.id || !fits(session, association)) return []
      const target = this.dxTarget(association)
      if (!target) return [] // originated whether the gateway is well or not (F-DX-45)
      if (target.kind === 'core-network') return this.segmentRoutes(association.id, target).filter((route) => route.attachment !== association.id).map(({ prefix, path }) => ({ prefix, path: [coreAsn(target), ...path], association }))
      const allowed = prefixes(association.AllowedPrefixes)
      if (target.kind === 'transit-gateway') return allowed.map((prefix) => ({ prefix, path: [], association }))
      const blocks = this.world.vpcBlocks(target.VpcAttachments[0]?.VpcId)
      return blocks.filter((block) => allowed.length === 0 || allowed.some((wide) => containsPrefix(wide, block))).map((prefix) => ({ prefix, path: [], association }))
    })
    if (session.link.kind !== 'virtual-interface' || session.link.SiteLinkEnabled !== true) return behind
    const others = this.sessions.filter((other) => other.gateway?.id === gateway.id && other.id !== session.id && other.link.kind === 'virtual-interface' && other.link.SiteLinkEnabled === true)
    const heard = others.flatMap((other) => (this.heardByFar.get(other.id) ?? []).map(({ prefix, path }): Route => ({ ...PLAIN, prefix, path, rank: 0, session: other })))
    // One prefix with paths of one length from several of them does not work, AWS says (F-DX-44).
    const twice = (route: Route) => heard.filter(({ prefix, path }) => equalPrefix(prefix, route.prefix) && path.length === route.path.length).length > 1
    const shortest = best(heard.map((route) => ({ ...route, med: 0 }))).filter((route) => !behind.some((offer) => equalPrefix(offer.prefix, route.prefix)))
    return [...behind, ...shortest.map((route): Offer => ({ prefix: route.prefix, path: route.path, ...(route.session ? { session: route.session } : {}), ...(twice(route) ? { unsure: true } : {}) }))]
  }

  private dxTarget(association: ResourceOf<'direct-connect-gateway-association'>): DxTarget | undefined {
    return this.world.get('vpn-gateway', association.VpnGatewayId) ?? this.world.get('transit-gateway', association.TransitGatewayId) ?? this.world.get('core-network', association.CoreNetworkId)
  }

  // What is known

  /** What AWS heard over sessions. */
  heard(sessions: readonly Session[], rank: number, front: readonly number[], region: string | undefined): Route[] {
    return sessions.flatMap((session) =>
      (this.heardByFar.get(session.id) ?? []).map(({ prefix, path, med, community, unsure }): Route => {
        const usual = session.gateway?.kind === 'transit-gateway' && session.type !== 'dx' ? 100 : 0
        return { ...PLAIN, prefix, rank, path: [...front, ...path], med: med ?? usual, session, preference: this.preference(session, community, region), ...(unsure ? { unsure } : {}) }
      }),
    )
  }

  /** 7224:7300 before 7200 before 7100; untagged counts as medium in the port's own Region and just below it elsewhere (F-DX-50, F-DX-51). */
  private preference(session: Session, community: string | undefined, region: string | undefined): number {
    if (session.link.kind !== 'virtual-interface') return 0
    const known: Readonly<Record<string, number>> = { '7224:7100': 1, '7224:7200': 2, '7224:7300': 3 }
    const tag = known[community ?? session.link.localPreference ?? '']
    if (tag !== undefined) return tag
    const port = this.world.get('direct-connect-connection', session.link.ConnectionId) ?? this.world.get('direct-connect-lag', session.link.ConnectionId)
    return region === undefined || port?.Region === undefined || port.Region === region ? 2 : 1.5
  }

  /** Routes that a gateway has through a Direct Connect gateway associated with it. */
  overDxGateway(association: ResourceOf<'direct-connect-gateway-association'>, rank: number): Route[] {
    const gateway = this.world.get('direct-connect-gateway', association.DirectConnectGatewayId)
    if (!gateway) return []
    const sessions = this.sessions.filter((session) => session.gateway?.id === gateway.id && fits(session, association))
    // A VGW stands behind the gateway's ASN; a transit gateway is a neighbour of its own (F-DX-46).
    const front = association.VpnGatewayId === undefined ? [gateway.AmazonSideAsn] : []
    return best(this.heard(sessions, rank, front, this.world.regionOf(this.dxTarget(association))))
  }

  /** A VGW's table without its VPC's own blocks: DX, then static VPN, then BGP VPN (F-VPN-55). */
  vgwRoutes(vgw: ResourceOf<'vpn-gateway'>): readonly Route[] {
    return this.once(vgw.id, () => this.vgwTable(vgw))
  }

  private vgwTable(vgw: ResourceOf<'vpn-gateway'>): Route[] {
    if (!this.world.regionUp(vgw)) return []
    const mine = this.sessions.filter((session) => session.gateway?.id === vgw.id)
    const attached = this.world.vpcOfVgw(vgw.id) !== undefined
    const associations = this.world.all('direct-connect-gateway-association').filter((association) => association.VpnGatewayId === vgw.id && attached)
    const statics = mine.flatMap((session) => {
      if (!session.isStatic || session.link.kind !== 'vpn-connection') return []
      const named = prefixes(session.link.Routes.map((route) => route.DestinationCidrBlock)).filter(({ family }) => family === 4)
      return named.map((prefix): Route => ({ ...PLAIN, prefix, rank: 1, session, isStatic: true, ...(named.length > MOST_LEARNED['vpn-gateway'] ? { unsure: true } : {}) }))
    })
    return best([
      ...this.heard(mine.filter(({ type }) => type === 'dx'), 0, [], this.world.regionOf(vgw)),
      ...associations.flatMap((association) => this.overDxGateway(association, 0)),
      ...statics,
      ...this.heard(mine.filter(({ type, bgp }) => bgp && type !== 'dx'), 2, [], undefined),
    ])
  }

  tableRoutes(table: ResourceOf<'transit-gateway-route-table'>): readonly Route[] {
    return this.once(table.id, () => best(tableCandidates(this, table)))
  }

  /** What an attachment of a core network may reach: VPCs, then Direct Connect, then VPNs (F-CWAN-3). */
  segmentRoutes(attachment: string, core: ResourceOf<'core-network'>): Route[] {
    const loopFree = (route: Route) => !route.path.includes(coreAsn(core))
    return best(
      visibleAttachments(this.world, core.id, attachment).flatMap((link): Route[] => {
        if (link.kind === 'core-network-attachment') return this.world.vpcBlocks(link.VpcId).map((prefix) => ({ ...PLAIN, prefix, rank: 1, attachment: link.id }))
        const routes = link.kind === 'direct-connect-gateway-association' ? this.overDxGateway(link, 2) : this.heard(this.sessions.filter(({ id }) => id === link.id), 3, [], undefined)
        return routes.filter(loopFree).map(({ session: _session, ...route }) => ({ ...route, preference: 0, attachment: link.id }))
      }),
    )
  }

  /** The virtual interface by which a Direct Connect gateway reaches an address for one of its associations. */
  dxWay(association: ResourceOf<'direct-connect-gateway-association'>, address: Address): Session | undefined {
    return longest(this.overDxGateway(association, 0), address)?.session
  }

  /** What the routers of a site, or one router, know, not yet settled. */
  routesOf(site: string | undefined, router: Router | undefined): Route[] {
    const isOurs = (other: Router | undefined) => other !== undefined && (other.id === router?.id || (site !== undefined && siteOf(other) === site))
    return this.sessions.flatMap((session) => [...(isOurs(session.router) ? this.learnedBy(session.router, session) : []), ...(isOurs(session.peer) && session.peer ? this.learnedBy(session.peer, session) : [])])
  }

  private learnedBy(me: Router, session: Session): Route[] {
    const isNear = me.id === session.router.id
    const rank = session.type === 'dx' ? 0 : 1
    const common = { ...PLAIN, rank, session }
    if (session.bgp) {
      const heard = (isNear ? this.heardByRouter : this.heardByFar).get(session.id) ?? []
      return heard.flatMap(({ prefix, path, med, unsure }) => {
        const rule = policy(me, 'in', session.id, prefix)
        return rule?.action === 'deny' ? [] : [{ ...common, prefix, path, med: med ?? 0, localPreference: rule?.localPreference ?? 100, ...(unsure ? { unsure } : {}) }]
      })
    }
    return session.isStatic ? this.behind(session, isNear).map((prefix) => ({ ...common, prefix, isStatic: true })) : []
  }

  /** What a router with static routing takes to be behind the far end: of AWS, the IPv4 blocks that are said to lead into VPCs. */
  private behind(session: Session, isNear: boolean): Prefix[] {
    const { gateway, link, peer, router } = session
    if (link.kind === 'software-vpn' && peer) {
      const listed = prefixes(isNear ? link.farPrefixes : link.nearPrefixes)
      return listed.length > 0 ? listed : announced(this.world, isNear ? peer : router)
    }
    const ipv4 = (list: readonly Prefix[]) => list.filter(({ family }) => family === 4)
    if (gateway?.kind === 'vpn-gateway') return ipv4(this.world.vpcBlocks(gateway.VpcAttachments[0]?.VpcId))
    const table = gateway?.kind === 'transit-gateway' ? tableOf(this.world, link.id, gateway.id) : undefined
    const routes = gateway?.kind === 'core-network' ? this.segmentRoutes(link.id, gateway) : table ? tableCandidates(this, table) : []
    return ipv4(routes.filter(({ attachment }) => this.world.get('transit-gateway-vpc-attachment', attachment) ?? this.world.get('core-network-attachment', attachment)).map(({ prefix }) => prefix))
  }

  /** The routes of a site as one of its routers sees them, or of one router: of equally good ways its own comes first. */
  routerBest(site: string | undefined, router: Router | undefined): readonly Route[] {
    return this.once(`${site} ${router?.id}`, () => best(this.routesOf(site, router), ({ session }) => router !== undefined && (session?.router.id === router.id || session?.peer?.id === router.id)))
  }
}
