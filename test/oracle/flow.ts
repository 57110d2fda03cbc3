import type { Design } from '../../src/shared/document/design.ts'
import type { ResourceOf } from '../../src/shared/model/index.ts'
import { type Address, parseAddress } from '../../src/shared/net/address.ts'
import { sampleAddress } from '../../src/shared/net/prefix.ts'
import { parseProtocol } from '../../src/shared/net/protocol.ts'
import type { Disposition, Flow } from '../../src/shared/simulation/types.ts'
import type { Connection, Packet } from './packet.ts'
import { Routes } from './routes.ts'
import { type End, type Place, type StandIn, Walk } from './walk.ts'
import { type Iface, prefixes, same, World } from './world.ts'

/** What the oracle says of a flow. */
export interface Answer {
  readonly forward: Disposition
  readonly back: Disposition | undefined
  readonly works: boolean
}

const CLIENT_PORT = 49_152
const SUCCESS: readonly Disposition[] = ['delivered', 'left-network']
const OUTSIDE = { 4: '203.0.113.250', 6: '2001:db8:ffff::250' } as const

interface FlowEnd {
  readonly id: string
  readonly addresses: readonly Address[]
  /** The addresses by which the internet knows it. */
  readonly outside: readonly Address[]
  readonly iface?: Iface
  readonly subnet?: ResourceOf<'subnet'>
  readonly site?: ResourceOf<'site'>
  readonly device?: ResourceOf<'customer-gateway'>
  readonly up: boolean
}

/** Answers for one design in one state of failure. */
export class Oracle {
  readonly world: World
  readonly routes: Routes

  constructor(design: Design, failed: readonly string[] = []) {
    this.world = new World(design, failed)
    this.routes = new Routes(this.world)
  }

  private end(id: string, taken: readonly Address[]): FlowEnd | undefined {
    const resource = this.world.any(id)
    const outside4 = [parseAddress(OUTSIDE[4]), parseAddress(OUTSIDE[6])].flatMap((address) => address ?? [])
    if (id === 'internet') return { id, addresses: outside4, outside: outside4, up: true }
    if (resource?.kind === 'instance' || resource?.kind === 'network-interface') {
      const iface = this.world.ifaces.find((other) => other.owner.id === id)
      return iface && { id, iface, addresses: iface.addresses, outside: [...(iface.public ? [iface.public] : []), ...iface.addresses.filter(({ family }) => family === 6)], up: this.world.ifaceUp(iface) }
    }
    if (resource?.kind === 'subnet') {
      const addresses = ([4, 6] as const).flatMap((family) => this.world.freeAddress(resource, family, taken) ?? [])
      return { id, subnet: resource, addresses, outside: addresses, up: this.world.subnetUp(resource) }
    }
    if (resource?.kind === 'site') {
      return { id, site: resource, addresses: prefixes(resource.prefixes).map(sampleAddress), outside: prefixes(resource.prefixes).map(sampleAddress), up: true }
    }
    if (resource?.kind === 'customer-gateway') {
      const own = this.world.get('site', resource.site)?.prefixes ?? []
      const addresses = prefixes(own).map(sampleAddress)
      return { id, device: resource, addresses, outside: addresses, up: this.world.deviceUp(id) }
    }
    return undefined
  }

  /** Whether an end of a flow is there at all. */
  isUp(id: string | undefined): boolean {
    return id === undefined || this.end(id, [])?.up !== false
  }

  answer(flow: Flow): Answer {
    if (flow.protocol !== 'some') return this.packet(flow, flow.protocol, flow.sourcePort ?? CLIENT_PORT, flow.port ?? 0)
    let best: Answer | undefined
    const worth = (answer: Answer) => (answer.works ? 4 : SUCCESS.includes(answer.forward) ? (answer.back === 'denied' ? 2 : 3) : answer.forward === 'denied' ? 0 : 1)
    for (const [protocol, sourcePort, port] of this.candidates()) {
      const answer = this.packet(flow, protocol, sourcePort, port)
      if (!best || worth(answer) > worth(best)) best = answer
      if (answer.works || answer.forward === 'element-down') break
    }
    return best ?? { forward: 'unknown', back: undefined, works: false }
  }

  /** Every protocol and port that some rule of the design tells from its neighbours. */
  private candidates(): [number, number, number][] {
    const ranges = this.world.resources.flatMap((resource) => {
      if (resource.kind === 'network-acl') return resource.Entries.map(({ Protocol, PortRange }) => ({ protocol: Protocol, from: PortRange?.From, to: PortRange?.To }))
      if (resource.kind === 'security-group') return [...resource.IpPermissions, ...resource.IpPermissionsEgress].map(({ IpProtocol, FromPort, ToPort }) => ({ protocol: IpProtocol, from: FromPort, to: ToPort }))
      return []
    })
    const protocols = new Set([6, 17, 1, 58, 47, ...ranges.flatMap(({ protocol }) => parseProtocol(protocol) ?? [])])
    const ports = new Set([443, ...ranges.flatMap(({ from, to }) => [from, to, (from ?? 0) - 1, (to ?? 0) + 1])].filter((port) => port !== undefined && port >= 0 && port <= 65_535) as number[])
    const list = [...protocols].flatMap((protocol) => (protocol === 6 || protocol === 17 ? [...ports].flatMap((port) => [CLIENT_PORT, ...ports].map((source): [number, number, number] => [protocol, source, port])) : [[protocol, 0, 0] as [number, number, number]]))
    return list
  }

  private packet(flow: Flow, protocol: number | 'any', sourcePort: number, port: number): Answer {
    const first = flow.to === undefined ? undefined : this.end(flow.to, [])
    // Two stand-ins never have the same address: the receiver's is the second that is free.
    const to = first?.subnet ? this.end(first.id, first.addresses) : first
    const asked = flow.toAddress === undefined ? undefined : parseAddress(flow.toAddress)
    const from = this.end(flow.from, asked ? [asked] : (to?.addresses ?? []))
    if (!from || (flow.to !== undefined && !to)) return { forward: 'unknown', back: undefined, works: false }
    if (!from.up || to?.up === false) return { forward: 'element-down', back: undefined, works: false }
    const addresses = this.addresses(flow, from, to)
    if (addresses === 'none') return { forward: 'no-route', back: undefined, works: false }
    if (!addresses) return { forward: 'unknown', back: undefined, works: false }
    const packet: Packet = { ...addresses, protocol, sourcePort, port, reply: false }
    const standIns: StandIn[] = [...(from.subnet ? [{ subnet: from.subnet, address: packet.source, receives: 'reply' as const }] : []), ...(to?.subnet ? [{ subnet: to.subnet, address: packet.destination, receives: 'request' as const }] : [])]
    const connection: Connection = { tracked: new Set(), translated: new Map() }
    const there = this.start(new Walk(this.world, this.routes, connection, standIns), from, packet)
    if (!SUCCESS.includes(there.disposition)) return { forward: there.disposition, back: undefined, works: false }
    if (to && !this.isAt(to, there.place)) return { forward: 'no-route', back: undefined, works: false }
    const reply: Packet = { source: there.packet.destination, destination: there.packet.source, protocol, sourcePort: port, port: sourcePort, reply: true }
    const back = this.replyFrom(new Walk(this.world, this.routes, connection, standIns), there, reply)
    const home = SUCCESS.includes(back.disposition) && this.isAt(from, back.place) && same(back.packet.destination, packet.source) && same(back.packet.source, packet.destination)
    return { forward: there.disposition, back: SUCCESS.includes(back.disposition) && !home ? 'no-route' : back.disposition, works: home }
  }

  /** Source and destination of one family: IPv4 when both ends have it. */
  private addresses(flow: Flow, from: FlowEnd, to: FlowEnd | undefined): { source: Address; destination: Address } | 'none' | undefined {
    const fixed = flow.toAddress === undefined ? undefined : parseAddress(flow.toAddress)
    const source = flow.sourceAddress === undefined ? undefined : parseAddress(flow.sourceAddress)
    const targets = fixed ? [fixed] : from.id === 'internet' ? (to?.outside ?? []) : (to?.addresses ?? [])
    if (from.id === 'internet' && !fixed && targets.length === 0) return 'none'
    for (const family of [4, 6]) {
      const destination = targets.find((address) => address.family === family)
      const own = source ? [source] : from.addresses
      const mine = own.find((address) => address.family === family)
      if (destination && mine) return { source: mine, destination }
    }
    return undefined
  }

  private start(walk: Walk, from: FlowEnd, packet: Packet): End {
    if (from.id === 'internet') return walk.onInternet(packet)
    if (from.iface) return walk.fromIface(from.iface, packet)
    if (from.subnet) return walk.fromSubnet(from.subnet, packet, 'inside')
    if (from.site) return walk.atSite({ site: from.site.id }, packet, 'lan')
    return from.device ? walk.atSite({ site: from.device.site, device: from.device }, packet, 'lan') : { disposition: 'no-route', packet }
  }

  private replyFrom(walk: Walk, there: End, reply: Packet): End {
    const { place } = there
    if (place?.kind === 'iface') return walk.fromIface(place.iface, reply)
    if (place?.kind === 'subnet') return walk.fromSubnet(place.subnet, reply, 'inside')
    if (place?.kind === 'site') return walk.atSite({ site: place.site?.id }, reply, 'lan')
    if (place?.kind === 'service') return walk.fromService(place.vpc, reply)
    return walk.onInternet(reply)
  }

  private isAt(end: FlowEnd, place: Place | undefined): boolean {
    if (place?.kind === 'iface') return place.iface.owner.id === end.id || place.iface.subnet.id === end.id
    if (place?.kind === 'subnet') return place.subnet.id === end.id
    if (place?.kind === 'site') return place.site !== undefined && place.site.id === (end.site?.id ?? end.device?.site)
    return place?.kind === 'internet' && end.id === 'internet'
  }
}
