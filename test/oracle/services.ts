import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Disposition } from '../../src/shared/simulation/types.ts'
import { aclAllows, groupsAllow } from './filters.ts'
import type { Packet } from './packet.ts'
import type { World } from './world.ts'

type Endpoint = ResourceOf<'vpc-endpoint'>
type Balancer = ResourceOf<'load-balancer'>
type Subnet = ResourceOf<'subnet'>

const subnetsOf = (world: World, ids: readonly string[] | undefined): Subnet[] => (ids ?? []).flatMap((id) => world.get('subnet', id) ?? [])

/** Whether an endpoint's interface in a subnet is up. */
export const endpointUp = (world: World, endpoint: Endpoint, subnet: Subnet): boolean => world.subnetUp(subnet) && !world.failed.has(`endpoint-interface:${endpoint.id}/${subnet.id}`)

const PROTOCOL = { TCP: 6, TLS: 6, HTTP: 6, HTTPS: 6, UDP: 17, GENEVE: 17 } as const

/** Whether a load balancer listens for the packet; without one, whether it listens at all. */
const listens = (balancer: Balancer, packet: Packet | undefined) => balancer.Listeners.some(({ Port, Protocol }) => packet === undefined || (packet.protocol === PROTOCOL[Protocol] && packet.port === Port))

/** Whether a node of a load balancer in a subnet has a live target: of any zone with cross-zone balancing, else of its own. */
export function nodeServes(world: World, balancer: Balancer, node: Subnet, packet: Packet | undefined): boolean {
  if (!world.subnetUp(node) || !listens(balancer, packet)) return false
  return balancer.Targets.some(({ Id }) => {
    const iface = world.ifaces.find((other) => other.owner.id === Id)
    return iface !== undefined && world.ifaceUp(iface) && (balancer.CrossZone || world.zoneOf(iface.subnet) === world.zoneOf(node))
  })
}

/** What a node's target makes of a packet: the first in the node's own zone, else the first, sees the node's address and has filters of its own (F-PL-4). */
function targetAnswer(world: World, balancer: Balancer, node: Subnet, packet: Packet): Disposition {
  const targets = balancer.Targets.flatMap(({ Id, Port }) => {
    const iface = world.ifaces.find((other) => other.owner.id === Id)
    const isNear = iface !== undefined && world.zoneOf(iface.subnet) === world.zoneOf(node)
    return iface && world.ifaceUp(iface) && (balancer.CrossZone || isNear) ? [{ iface, port: Port ?? packet.port, isNear }] : []
  })
  const target = targets.find(({ isNear }) => isNear) ?? targets[0]
  const [destination, source] = [target?.iface.addresses.find(({ family }) => family === 4), world.freeAddress(node, 4, [])]
  if (!target || !destination || !source) return target ? 'delivered' : 'element-down'
  const inner: Packet = { ...packet, source, destination, port: target.port }
  if (target.iface.subnet.id !== node.id && !(aclAllows(world, node, inner, 'out') && aclAllows(world, target.iface.subnet, inner, 'in'))) return 'denied'
  return groupsAllow(world, target.iface, inner, 'in', (group) => balancer.SecurityGroupIds.some((id) => id === group)) ? 'delivered' : 'denied'
}

/** What the load balancers behind an endpoint make of a packet: the node in the endpoint's zone, else the first that serves. A service that is not drawn serves. */
function serviceAnswer(world: World, endpoint: Endpoint, subnet: Subnet, packet: Packet): Disposition {
  const service = world.get('vpc-endpoint-service', endpoint.service)
  if (!service) return 'delivered'
  const answers = service.loadBalancers.flatMap((id): Disposition[] => {
    const balancer = world.get('load-balancer', id)
    const nodes = balancer ? choicesOf(world, balancer.SubnetIds, world.zoneOf(subnet), (node) => nodeServes(world, balancer, node, packet)) : []
    return balancer && nodes[0] ? [targetAnswer(world, balancer, nodes[0], packet)] : []
  })
  return answers.find((answer) => answer === 'delivered') ?? answers[0] ?? 'element-down'
}

/** Whether the service behind an endpoint has a load balancer with a node that serves. A service that is not drawn serves. */
export function serves(world: World, endpoint: Endpoint): boolean {
  const service = world.get('vpc-endpoint-service', endpoint.service)
  if (!service) return true
  return service.loadBalancers.some((id) => {
    const balancer = world.get('load-balancer', id)
    return balancer !== undefined && subnetsOf(world, balancer.SubnetIds).some((node) => nodeServes(world, balancer, node, undefined))
  })
}

const isPing = (packet: Packet) => packet.protocol === 1 || packet.protocol === 58

/** What becomes of a packet at an endpoint's interface: nobody listens, or nobody is there. */
export function endpointAnswer(world: World, endpoint: Endpoint, subnet: Subnet, packet: Packet): Disposition {
  if (isPing(packet)) return 'denied' // interface endpoints do not answer ping (F-PL-5)
  const service = world.get('vpc-endpoint-service', endpoint.service)
  const [near, far] = [endpoint.VpcId, service?.VpcId].map((vpc) => world.regionOf(world.get('vpc', vpc)))
  if (service && near !== undefined && far !== undefined && near !== far && !service.SupportedRegions.includes(near)) return 'no-route' // F-PL-20
  if (service && !service.loadBalancers.some((id) => [world.get('load-balancer', id)].some((balancer) => balancer && listens(balancer, packet)))) return 'denied'
  return serviceAnswer(world, endpoint, subnet, packet)
}

/** What becomes of a packet at a load balancer's node. */
export function balancerAnswer(world: World, balancer: Balancer, subnet: Subnet, packet: Packet): Disposition {
  return !listens(balancer, packet) ? 'denied' : nodeServes(world, balancer, subnet, packet) ? targetAnswer(world, balancer, subnet, packet) : 'element-down'
}

/** Interfaces that are there for good: of endpoints whose addresses are stated. */
export function choicesOf(world: World, ids: readonly string[] | undefined, zone: string | undefined, isUp: (subnet: Subnet) => boolean): Subnet[] {
  const up = subnetsOf(world, ids).filter(isUp)
  return [...up.filter((subnet) => zone !== undefined && world.zoneOf(subnet) === zone), ...up.filter((subnet) => zone === undefined || world.zoneOf(subnet) !== zone)]
}
