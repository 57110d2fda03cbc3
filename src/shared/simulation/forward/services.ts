import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import type { HostInterface } from '../compile/fragment.ts'
import { instanceInterfaces } from '../compile/subnet.ts'
import { endpointElement } from '../element-names.ts'
import { arrive, type Context, pass, type Place, stop } from './context.ts'
import { checkNetworkAcl, checkSecurityGroups } from './filters.ts'
import { forgetGroups } from './packet.ts'
import { EVERY_PACKET, within, without } from './possible.ts'

const PROTOCOL_NUMBERS: Readonly<Record<string, number>> = { TCP: 6, TLS: 6, HTTP: 6, HTTPS: 6, UDP: 17, GENEVE: 17 }
const ICMP = [1, 58] as const

/** What answered behind a load balancer, or why nothing does. */
type Served = { readonly reached: readonly ResourceId[] } | { readonly ended: Place }

const endedBy = (ended: Place): Served => ({ ended })

/** Whether a listener takes the packet; what may still be on its way is narrowed to what one takes. */
function isListening(context: Context, balancer: ResourceOf<'load-balancer'>): boolean {
  const { packet } = context
  if (packet.protocol === 'some') {
    packet.possible = balancer.Listeners.flatMap(({ Port, Protocol }) => {
      const number = PROTOCOL_NUMBERS[Protocol] ?? 6
      return within(packet.possible, { ...EVERY_PACKET, protocol: [number, number], there: [Port, Port] })
    })
    return packet.possible.length > 0
  }
  return balancer.Listeners.some(({ Port, Protocol }) => PROTOCOL_NUMBERS[Protocol] === packet.protocol && (packet.destinationPort === undefined || packet.destinationPort === Port))
}

interface TargetHost {
  readonly host: HostInterface
  readonly port: number | undefined
}

function targetsOf({ network, health }: Context, balancer: ResourceOf<'load-balancer'>): TargetHost[] {
  return balancer.Targets.flatMap(({ Id, Port }) => {
    const instance = network.index.getOf('instance', Id)
    const subnet = network.index.getOf('network-interface', Id)?.SubnetId
    const host = instance ? instanceInterfaces(instance)[0] : network.interfacesIn(subnet, Id)[0]
    return host && health.isRunning(Id) ? [{ host, port: Port }] : []
  })
}

/** Through a load balancer: a node in a zone that is up (the packet's own first), then a target that is up and lets the packet in. */
export function serve(context: Context, balancer: ResourceOf<'load-balancer'>): Served {
  const { network, health, journey } = context
  journey.visit(balancer.id)
  if (!health.isUp(balancer.id)) return endedBy(stop('element-down', 'the Region of the load balancer is down'))
  if (!isListening(context, balancer)) return endedBy(stop('denied', 'the load balancer has no listener for it'))
  const zoneOf = (subnet: ResourceId) => network.elements.zoneOf(subnet)
  const live = balancer.SubnetIds.filter((subnet) => health.isUp(subnet))
  if (live.length === 0) return endedBy(stop('element-down', 'no Availability Zone of the load balancer is up'))
  const nodes = [...live].sort((a, b) => Number(zoneOf(b) === context.zone) - Number(zoneOf(a) === context.zone))
  const targets = targetsOf(context, balancer)
  for (const node of nodes) {
    const fitting = targets.filter(({ host }) => balancer.CrossZone || zoneOf(host.subnet) === zoneOf(node))
    const [target] = [...fitting].sort((a, b) => Number(zoneOf(b.host.subnet) === zoneOf(node)) - Number(zoneOf(a.host.subnet) === zoneOf(node)))
    if (!target) continue
    journey.depend(network.elements.of(node)).depend(network.elements.of(target.host.owner))
    journey.visit(target.host.owner)
    const refused = intoTarget(context, balancer, node, target)
    return refused ? endedBy(refused) : { reached: [balancer.id, target.host.owner] }
  }
  return endedBy(stop('no-host', targets.length === 0 ? 'no target of the load balancer is up' : 'the nodes that are up have no target in their Availability Zone (cross-zone is off)'))
}

/** From a node to a target, under the node's own address (F-PL-4). */
function intoTarget(context: Context, balancer: ResourceOf<'load-balancer'>, node: ResourceId, { host, port }: TargetHost): Place | undefined {
  const { network, packet } = context
  const own = network.interfacesIn(node, balancer.id)[0]
  const addresses = (texts: readonly string[] | undefined): Address[] => (texts ?? []).flatMap((text) => parseAddress(text) ?? [])
  const destination = addresses(host.addresses).find(({ family }) => family === 4) ?? addresses(host.addresses)[0]
  const source = addresses(own?.addresses).find(({ family }) => family === destination?.family)
  if (!destination) return stop('unknown', 'the design gives the target no address')
  if (!source) return undefined
  const inner: Context = { ...context, packet: { ...packet, source, destination, destinationPort: port ?? packet.destinationPort, possible: packet.possible.map((packets) => (port === undefined ? packets : { ...packets, there: [port, port] })), senderGroups: balancer.SecurityGroupIds }, tracked: new Set() }
  if (host.subnet !== node) {
    const denied = pass(inner, checkNetworkAcl(network, node, inner.packet, 'out')) ?? pass(inner, checkNetworkAcl(network, host.subnet, inner.packet, 'in'))
    if (denied) return denied
  }
  return pass(inner, checkSecurityGroups(inner, host, 'in'))
}

/** At the interface of an endpoint: what is behind it answers (F-PL-3). */
export function enterEndpoint(context: Context, endpoint: ResourceOf<'vpc-endpoint'>, host: HostInterface): Place {
  const { network, journey, health, packet } = context
  journey.visit(endpoint.id).depend([endpointElement(endpoint.id, host.subnet)]).carry({ by: endpoint.id, mtuBytes: 8500, bandwidthMbps: 100_000, encryption: 'inside' })
  if (!isInterfaceUp(context, host)) return stop('element-down', "the endpoint's interface is down")
  if (packet.reply) return stop('denied', 'an endpoint takes no replies to connections that it did not open', 'F-PL-4')
  if (packet.protocol !== 'some' && packet.protocol !== 'any' && ICMP.some((protocol) => protocol === packet.protocol)) return stop('denied', 'interface endpoints do not answer ping', 'F-PL-5')
  if (packet.protocol === 'some') packet.possible = ICMP.reduce<typeof packet.possible>((left, protocol) => without(left, { ...EVERY_PACKET, protocol: [protocol, protocol] }), packet.possible)
  const denied = pass(context, checkSecurityGroups(context, host, 'in'))
  if (denied) return denied
  const service = network.index.getOf('vpc-endpoint-service', endpoint.service)
  if (!service) return arrive('delivered', `reaches ${endpoint.ServiceName}`, { on: 'host', host }, 'F-PL-3')
  const regionOf = (vpc: ResourceId) => network.index.getOf('vpc', vpc)?.Region
  const [near, far] = [regionOf(endpoint.VpcId), regionOf(service.VpcId)]
  journey.visit(service.id)
  if (near !== far && near !== undefined && far !== undefined && !service.SupportedRegions.includes(near)) return stop('no-route', 'the endpoint service does not support the Region of the endpoint', 'F-PL-20')
  if (!health.isUp(service.id)) return stop('element-down', 'the Region of the endpoint service is down')
  const zone = context.zone
  context.zone = network.elements.zoneOf(host.subnet)
  const possible = packet.possible
  let ended: Place | undefined
  for (const id of service.loadBalancers) {
    const balancer = network.index.getOf('load-balancer', id)
    if (!balancer) continue
    packet.possible = possible
    const served = serve(context, balancer)
    if ('reached' in served) {
      context.zone = zone
      return arrive('delivered', 'the service answers', { on: 'host', host, beyond: [service.id, ...served.reached] }, 'F-PL-1')
    }
    ended ??= served.ended
  }
  context.zone = zone
  if (ended) return ended
  return stop('no-host', 'no load balancer is behind the endpoint service', 'F-PL-1')
}

/** At a node of a load balancer. */
export function enterLoadBalancer(context: Context, balancer: ResourceOf<'load-balancer'>, host: HostInterface): Place {
  if (context.packet.reply) return stop('denied', 'a load balancer takes no replies to connections that it did not open')
  context.journey.visit(balancer.id)
  const denied = pass(context, checkSecurityGroups(context, host, 'in'))
  if (denied) return denied
  const served = serve(context, balancer)
  return 'ended' in served ? served.ended : arrive('delivered', 'a target answers', { on: 'host', host, beyond: served.reached })
}

/** True while the subnet of a service's interface and, of an endpoint, the interface itself are up. */
export function isInterfaceUp({ health }: Pick<Context, 'health'>, host: HostInterface): boolean {
  return health.isUp(host.subnet) && health.isUp(host.owner) && (host.kind !== 'vpc-endpoint' || !health.failed.has(endpointElement(host.owner, host.subnet)))
}

/** Through a Gateway Load Balancer endpoint: its appliances look at the packet, which goes on by the table of the endpoint's subnet (F-PL-31). */
export function throughGatewayEndpoint(context: Context, endpoint: ResourceOf<'vpc-endpoint'>, from: ResourceId | undefined): Place {
  const { network, journey } = context
  const subnet = endpoint.SubnetIds?.[0]
  const host = network.interfacesIn(subnet, endpoint.id)[0]
  journey.visit(endpoint.id)
  if (subnet === undefined || !host) return stop('blackhole', 'the endpoint has no subnet', 'F-PL-31')
  journey.depend([endpointElement(endpoint.id, subnet)]).carry({ by: endpoint.id, mtuBytes: 8500, encryption: 'inside' })
  if (!isInterfaceUp(context, host)) return stop('blackhole', "the endpoint's interface is down", 'F-PL-31')
  const denied = subnet === from ? undefined : pass(context, checkNetworkAcl(network, subnet, context.packet, 'in'))
  if (denied) return denied
  const service = network.index.getOf('vpc-endpoint-service', endpoint.service)
  const balancer = network.index.getOf('load-balancer', service?.loadBalancers[0])
  if (balancer) {
    const targets = targetsOf(context, balancer)
    const inZone = targets.filter(({ host: target }) => balancer.CrossZone || network.elements.zoneOf(target.subnet) === network.elements.zoneOf(subnet))
    journey.visit(balancer.id)
    const [target] = inZone
    if (!target) return stop('blackhole', 'no appliance behind the endpoint is up', 'F-PL-31')
    journey.visit(target.host.owner)
  }
  forgetGroups(context.packet, 'they come through a Gateway Load Balancer (F-RT-23)')
  return { at: 'subnet', subnet }
}

/** The interfaces that a client may use to reach an endpoint or load balancer: those that are up, the client's own zone first. */
export function interfacesFor({ network, health }: Pick<Context, 'network' | 'health'>, service: ResourceId, subnets: readonly ResourceId[], zone: string | undefined): HostInterface[] {
  const hosts = subnets.flatMap((subnet) => network.interfacesIn(subnet, service).filter(({ subnet: at }) => at === subnet))
  const live = hosts.filter((host) => isInterfaceUp({ health }, host))
  const sorted = [...(live.length > 0 ? live : hosts)].sort((a, b) => Number(network.elements.zoneOf(b.subnet) === zone) - Number(network.elements.zoneOf(a.subnet) === zone))
  return [...new Map(sorted.map((host) => [host.subnet, host])).values()]
}
