import type { ResourceOf } from '../../src/shared/model/index.ts'
import { longest } from './choose.ts'
import { toDevice } from './customer.ts'
import { toAws } from './gateways.ts'
import { fromIface } from './in-vpc.ts'
import type { End, Packet } from './packet.ts'
import { type Router, routerOf } from './routers.ts'
import type { Session } from './sessions.ts'
import { mainIface } from './up.ts'
import { ends, type Walk } from './walk.ts'
import { covers, type Iface, same } from './world.ts'

/** The tunnel by which an appliance sends what is not for its own VPC. */
export function ownWay(walk: Walk, iface: Iface, packet: Packet): Session | 'unknown' | undefined {
  const appliance = routerOf(walk.world, iface.owner.id)
  if (!appliance || covers(walk.world.vpcBlocks(iface.subnet.VpcId), packet.destination)) return undefined
  const route = longest(walk.routes.routerBest(undefined, appliance), packet.destination)
  return route?.unsure ? 'unknown' : route?.session
}

/** A router sends by one of its sessions. */
export function intoTunnel(walk: Walk, from: string, session: Session, packet: Packet): End {
  walk.crossed = { by: 'gateway' }
  if (!session.peer) return toAws(walk, session, packet)
  return toRouter(walk, session.router.id === from ? session.peer : session.router, packet)
}

/** A packet comes out of a tunnel at a router. */
export function toRouter(walk: Walk, router: Router, packet: Packet): End {
  return router.kind === 'customer-gateway' ? toDevice(walk, router, packet) : outOfTunnel(walk, router, packet)
}

function outOfTunnel(walk: Walk, appliance: ResourceOf<'instance'>, packet: Packet): End {
  walk.crossed = { by: 'gateway' }
  const iface = mainIface(walk.world, appliance.id)
  if (!iface || walk.again(`${appliance.id} tunnel`, packet)) return ends('loop', packet)
  const own = walk.world.ifaces.find((other) => other.owner.id === appliance.id && other.addresses.some((address) => same(address, packet.destination)))
  if (own) return { disposition: 'delivered', place: { kind: 'iface', iface: own }, packet }
  if (ownWay(walk, iface, packet) === undefined && !iface.forwards) return ends('denied', packet)
  return fromIface(walk, iface, packet)
}
