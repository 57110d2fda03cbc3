import type { Design } from '../../src/shared/document/design.ts'
import type { ResourceOf } from '../../src/shared/model/index.ts'
import { type Address, parseAddress } from '../../src/shared/net/address.ts'
import { parseProtocol } from '../../src/shared/net/protocol.ts'
import type { Disposition, Flow } from '../../src/shared/simulation/types.ts'
import { endOf, type FlowEnd, statedInterfaces } from './ends.ts'
import { fromIface, fromSubnet, deliver } from './in-vpc.ts'
import { atSite } from './customer.ts'
import { onInternet } from './internet.ts'
import type { Connection, End, Packet, StandIn } from './packet.ts'
import { waysIn } from './remote.ts'
import { Routes } from './routes.ts'
import { Walk } from './walk.ts'
import { same, World } from './world.ts'

/** What the oracle says of a flow. */
export interface Answer {
  readonly forward: Disposition
  readonly back: Disposition | undefined
  readonly works: boolean
}

const CLIENT_PORT = 49_152
const SUCCESS: readonly Disposition[] = ['delivered', 'left-network']

/** One packet's protocol and ports. */
type Kind = readonly [protocol: number | 'any', sourcePort: number, port: number]

const stopped = (forward: Disposition): Answer => ({ forward, back: undefined, works: false })

/** How much an answer is worth among those for several packets or several ways. */
const worth = (answer: Answer) => (answer.works ? 4 : SUCCESS.includes(answer.forward) ? (answer.back === 'denied' ? 2 : 3) : answer.forward === 'denied' ? 0 : 1)

function bestOf(answers: Iterable<Answer>): Answer | undefined {
  let best: Answer | undefined
  for (const answer of answers) {
    if (!best || worth(answer) > worth(best)) best = answer
    if (answer.works || answer.forward === 'element-down') break
  }
  return best
}

/** Of several ways the first that works, else the first. */
const firstThatWorks = (answers: readonly Answer[]): Answer | undefined => answers.find(({ works }) => works) ?? answers[0]

/** Answers for one design in one state of failure. */
export class Oracle {
  readonly world: World
  readonly routes: Routes

  constructor(design: Design, failed: readonly string[] = []) {
    this.world = new World(design, failed)
    this.routes = new Routes(this.world)
  }

  /** Whether an end of a flow is there at all. */
  isUp(id: string | undefined): boolean {
    const service = this.world.get('vpc-endpoint-service', id)
    if (service) return this.world.regionUp(this.world.get('vpc', service.VpcId))
    return id === undefined || endOf(this.world, id, [], 'request')?.up !== false
  }

  answer(flow: Flow): Answer {
    if (flow.protocol !== 'some' && !(flow.protocol === 6 && flow.port === undefined)) return this.ofKind(flow, [flow.protocol, flow.sourcePort ?? CLIENT_PORT, flow.port ?? 0])
    const kinds = this.candidates().filter(([protocol]) => flow.protocol === 'some' || protocol === flow.protocol)
    return bestOf(this.tried(flow, kinds)) ?? stopped('unknown')
  }

  private *tried(flow: Flow, kinds: readonly Kind[]): Iterable<Answer> {
    for (const kind of kinds) yield this.ofKind(flow, kind)
  }

  /** Every protocol and port that some rule of the design tells from its neighbours. */
  private candidates(): Kind[] {
    const ranges = this.world.resources.flatMap((resource) => {
      if (resource.kind === 'network-acl') return resource.Entries.map(({ Protocol, PortRange }) => ({ protocol: Protocol, from: PortRange?.From, to: PortRange?.To }))
      if (resource.kind === 'security-group') return [...resource.IpPermissions, ...resource.IpPermissionsEgress].map(({ IpProtocol, FromPort, ToPort }) => ({ protocol: IpProtocol, from: FromPort, to: ToPort }))
      if (resource.kind === 'load-balancer') return resource.Listeners.map(({ Port }) => ({ protocol: '6', from: Port, to: Port }))
      return []
    })
    const protocols = new Set([6, 17, 1, 58, 47, ...ranges.flatMap(({ protocol }) => parseProtocol(protocol) ?? [])])
    const ports = new Set([443, ...ranges.flatMap(({ from, to }) => [from, to, (from ?? 0) - 1, (to ?? 0) + 1])].filter((port) => port !== undefined && port >= 0 && port <= 65_535) as number[])
    return [...protocols].flatMap((protocol) => (protocol === 6 || protocol === 17 ? [...ports].flatMap((port) => [CLIENT_PORT, ...ports].map((source): Kind => [protocol, source, port])) : [[protocol, 0, 0] as Kind]))
  }

  /** One packet; to an endpoint service by the endpoint in the sender's VPC, else by any; of users who dial in by any of their ways. */
  private ofKind(flow: Flow, kind: Kind): Answer {
    const service = this.world.get('vpc-endpoint-service', flow.to)
    if (service) {
      const endpoints = this.world.all('vpc-endpoint').filter((endpoint) => endpoint.service === service.id && endpoint.VpcEndpointType === 'Interface')
      const near = endpoints.filter((endpoint) => endpoint.VpcId === endOf(this.world, flow.from, [], 'reply')?.vpc)
      return firstThatWorks((near.length > 0 ? near.slice(0, 1) : endpoints).map(({ id }) => this.ofKind({ ...flow, to: id }, kind))) ?? stopped('unknown')
    }
    const asked = flow.toAddress === undefined ? undefined : parseAddress(flow.toAddress)
    const users = this.users(flow.from)
    if (users) return this.fromUsers(flow, users, kind, asked)
    const dialled = this.users(flow.to)
    const sender = endOf(this.world, flow.from, [], 'reply')
    if (!sender) return stopped('unknown')
    if (!sender.up) return stopped('element-down')
    if (dialled) return stopped('no-route') // those who dial in open connections, nobody opens one to them
    const first = flow.to === undefined ? undefined : endOf(this.world, flow.to, [], 'request', sender.zone)
    // Two stand-ins never have the same address: the receiver's is the second that is free.
    const to = flow.to !== undefined && this.world.get('subnet', flow.to) ? endOf(this.world, flow.to, first?.addresses ?? [], 'request') : first
    if (flow.to !== undefined && !to) return stopped('unknown')
    const from = endOf(this.world, flow.from, asked ? [asked] : (to?.addresses ?? []), 'reply') ?? sender
    return this.between(flow, from, to, kind)
  }

  private users(id: string | undefined): ResourceOf<'user-group'> | undefined {
    const users = this.world.get('user-group', id)
    return users?.site === undefined ? users : undefined
  }

  private fromUsers(flow: Flow, users: ResourceOf<'user-group'>, kind: Kind, asked: Address | undefined): Answer {
    const first = flow.to === undefined ? undefined : endOf(this.world, flow.to, [], 'request')
    if (flow.to !== undefined && !first) return stopped('unknown')
    if (first?.up === false) return stopped('element-down')
    const to = flow.to !== undefined && this.world.get('subnet', flow.to) ? endOf(this.world, flow.to, first?.addresses ?? [], 'request') : first
    const destination = asked ?? to?.addresses.find(({ family }) => family === 4)
    if (!destination) return stopped('unknown')
    const ways = waysIn(this.world, (one) => this.answer(one), users, destination)
    return firstThatWorks(ways.map((way) => ('refused' in way ? stopped(way.refused) : this.between(flow, way, to, kind)))) ?? stopped('no-route')
  }

  private between(flow: Flow, from: FlowEnd, to: FlowEnd | undefined, [protocol, sourcePort, port]: Kind): Answer {
    if (!from.up || to?.up === false) return stopped('element-down')
    const addresses = this.addresses(flow, from, to)
    if (addresses === 'none') return stopped('no-route')
    if (!addresses) return stopped('unknown')
    const packet: Packet = { ...addresses, protocol, sourcePort, port, reply: false }
    // Any host of a subnet stands for it: the one whose address is asked for, when one is.
    const asAsked = (standIn: StandIn, address: Address): StandIn => (standIn.of === standIn.subnet.id && standIn.address.family === address.family ? { ...standIn, address } : standIn)
    const standIns = [...from.standIns.map((standIn) => asAsked(standIn, packet.source)), ...(to?.standIns ?? []).map((standIn) => asAsked(standIn, packet.destination)), ...statedInterfaces(this.world)]
    const connection: Connection = { tracked: new Set(), translated: new Map(), opened: new Set() }
    const there = from.start(new Walk(this.world, this.routes, connection, standIns), packet)
    if (!SUCCESS.includes(there.disposition)) return stopped(there.disposition)
    if (to && !to.isAt(there.place, there.packet)) return stopped('no-route')
    const reply: Packet = { source: there.packet.destination, destination: there.packet.source, protocol, sourcePort: port, port: sourcePort, reply: true }
    const back = replyFrom(new Walk(this.world, this.routes, connection, standIns), there, reply, to)
    const home = SUCCESS.includes(back.disposition) && from.isAt(back.place, back.packet) && same(back.packet.destination, packet.source) && same(back.packet.source, packet.destination)
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
}

/** The reply starts where the packet ended. */
function replyFrom(walk: Walk, there: End, reply: Packet, to: FlowEnd | undefined): End {
  const { place } = there
  switch (place?.kind) {
    case 'iface':
      return fromIface(walk, place.iface, reply)
    case 'subnet':
      return fromSubnet(walk, place.standIn.subnet, reply, 'inside')
    case 'site':
      return atSite(walk, { site: place.site?.id }, reply, 'lan')
    case 'service':
      return deliver(walk, place.vpc, reply, undefined)
    case 'clients':
      return to?.start(walk, reply) ?? { disposition: 'unknown', packet: reply }
    default:
      return onInternet(walk, reply)
  }
}
