import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { connectionsBetween, peersOf } from './connections.ts'
import { type Demand, unmetDemands } from './demands.ts'
import { type End, readEnd, type SiteEnd, type VpcEnd } from './intent-ends.ts'
import { remember } from './remember.ts'
import { selectedRoute } from './routes.ts'
import { referrersOf, sessionsOf } from './sessions.ts'
import { subnetsByTable } from './vpc-blocks.ts'

/** What a broken intent would have to pass although AWS does not let it: `way` leads to it, `needed` is behind. */
export interface NeededGateway {
  readonly demand: Demand
  /** `peering`: a VPC needs something behind its peer (F-RT-51). `vpn-gateway`: a site needs something behind a VPC (F-RT-52). */
  readonly through: 'peering' | 'vpn-gateway'
  readonly way: ResourceId
  readonly needed: ResourceId
}

type Need = Omit<NeededGateway, 'demand'>

const exitsOf = (index: DesignIndex, vpc: ResourceId) => referrersOf(index, 'internet-gateway', vpc).map((gateway) => gateway.id)

/** True when the VPC's own gateways could lead out, so that nothing forces it through a peer. */
function hasOwnWayOut(index: DesignIndex, vpc: ResourceId): boolean {
  return index.referrers(vpc).some(({ resource: { kind } }) => kind === 'internet-gateway' || kind === 'vpn-gateway' || kind === 'transit-gateway-vpc-attachment')
}

function behindPeer(index: DesignIndex, here: VpcEnd, there: End): Need | undefined {
  for (const { peering, vpc } of peersOf(index, here.vpc.id)) {
    const need = (needed: ResourceId): Need => ({ through: 'peering', way: peering.id, needed })
    if (there.type === 'vpc') {
      if (there.endpoint !== undefined && there.vpc.id === vpc) return need(there.endpoint)
    } else if (there.type === 'internet') {
      const [exit] = exitsOf(index, vpc)
      const isChosen = [...subnetsByTable(index, here.vpc.id).keys()].some((table) => table && parsePrefixes(['0.0.0.0/0']).some((block) => selectedRoute(index, table, block)?.target === peering.id))
      if (isChosen) return need(exit ?? vpc)
      if (exit !== undefined && !hasOwnWayOut(index, here.vpc.id)) return need(exit)
    } else {
      const peer = readEnd(index, vpc)
      const [connection] = connectionsBetween(index, here, there).length === 0 && peer ? connectionsBetween(index, peer, there) : []
      if (connection) return need(connection.target)
    }
  }
  return undefined
}

function behindVpc(index: DesignIndex, here: SiteEnd, there: End): Need | undefined {
  if (there.type === 'site' || connectionsBetween(index, here, there).length > 0) return undefined
  const gateways = [...new Set(here.devices.flatMap((device) => sessionsOf(index, device.id).map(({ gateway }) => gateway)))].flatMap((id) => index.get(id) ?? [])
  if (there.type === 'internet' && gateways.some((gateway) => gateway.kind === 'transit-gateway')) return undefined
  for (const gateway of gateways) {
    for (const { VpcId } of gateway.kind === 'vpn-gateway' ? gateway.VpcAttachments : []) {
      const needed = there.type === 'internet' ? exitsOf(index, VpcId)[0] : peersOf(index, VpcId).find((peer) => peer.vpc === there.vpc.id)?.peering.id
      if (needed !== undefined) return { through: 'vpn-gateway', way: gateway.id, needed }
    }
  }
  return undefined
}

function needOf(index: DesignIndex, here: End, there: End): Need | undefined {
  return here.type === 'vpc' ? behindPeer(index, here, there) : here.type === 'site' ? behindVpc(index, here, there) : undefined
}

/** Broken accepted intents that need a gateway out of their reach, judged from the end that starts, in order of intent. */
export const neededGateways = remember((context: RuleContext): readonly NeededGateway[] =>
  unmetDemands(context).flatMap((demand) => {
    // Flows to a gateway endpoint are not simulated, so of those the simulation cannot tell.
    if (demand.holds === null && !(demand.to.type === 'vpc' && demand.to.endpoint !== undefined)) return []
    const need = needOf(context.index, demand.from, demand.to) ?? needOf(context.index, demand.to, demand.from)
    return need ? [{ demand, ...need }] : []
  }),
)
