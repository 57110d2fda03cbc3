import type { Intent, IntentEnd } from '../../document/design.ts'
import type { DesignIndex } from '../../document/query.ts'
import { intentId, type ResourceId } from '../../model/id.ts'

/** No more suggestions of one sort than this; a hub with thousands of VPCs is stated by hand. */
export const MOST_SUGGESTIONS = 60

/** VPCs of a transit gateway are suggested pairwise up to this many: beyond it the pairs say little. */
const MOST_HUB_VPCS = 6

function suggestion(from: IntentEnd, to: IntentEnd, direction: Intent['direction']): Intent {
  const id = intentId.parse(`intent:suggested/${from}/${to}`)
  return { id, from, to, expect: 'reach', direction, status: 'suggested' }
}

/** VPCs that a transit gateway is attached to. */
function hubVpcs(index: DesignIndex, gateway: ResourceId): ResourceId[] {
  return index.links(gateway).flatMap((link) => (link.kind === 'transit-gateway-vpc-attachment' ? [link.VpcId] : []))
}

function vpcsBehind(index: DesignIndex, gateway: ResourceId | undefined): ResourceId[] {
  const resource = index.get(gateway)
  if (resource?.kind === 'vpn-gateway') return resource.VpcAttachments.map((attachment) => attachment.VpcId)
  if (resource?.kind === 'transit-gateway') return hubVpcs(index, resource.id)
  if (resource?.kind !== 'direct-connect-gateway') return []
  return index.links(resource.id).flatMap((link) => (link.kind === 'direct-connect-gateway-association' ? vpcsBehind(index, link.VpnGatewayId ?? link.TransitGatewayId) : []))
}

/**
 * The part of a VPC that is meant to use a gateway: the subnets whose tables lead there. All of them, or none yet (the routes
 * are still to be drawn), mean the VPC as a whole.
 */
function partsOf(index: DesignIndex, vpc: ResourceId, gateways: readonly ResourceId[]): readonly ResourceId[] {
  const subnets = index.childrenOf('subnet', vpc)
  const leading = subnets.filter((subnet) => {
    const table = index.routeTableOf(subnet)
    return table?.Routes.some((route) => route.target !== undefined && gateways.includes(route.target)) === true || table?.PropagatingVgws.some((gateway) => gateways.includes(gateway)) === true
  })
  return leading.length === 0 || leading.length === subnets.length ? [vpc] : leading.map((subnet) => subnet.id)
}

/** What joins a VPC to the customer's side: its own VGW and the transit gateways it is attached to. */
function hybridGateways(index: DesignIndex, vpc: ResourceId): ResourceId[] {
  return index.referrers(vpc).flatMap(({ resource }) => (resource.kind === 'vpn-gateway' ? [resource.id] : resource.kind === 'transit-gateway-vpc-attachment' ? [resource.TransitGatewayId] : []))
}

/** The VPC of a router on EC2; undefined for other ends. */
function vpcOfRouter(index: DesignIndex, end: ResourceId): ResourceId | undefined {
  return index.getOf('subnet', index.getOf('instance', end)?.SubnetId)?.VpcId
}

/** The part of a VPC that is meant to use these appliances; none where all its subnets hold appliances, as in a transit VPC. */
function partsBehind(index: DesignIndex, vpc: ResourceId): readonly ResourceId[] {
  const subnets = index.childrenOf('subnet', vpc)
  const appliances = subnets.map(({ id }) => index.childrenOf('instance', id).filter(({ role }) => role === 'vpn-appliance'))
  return appliances.every((inside) => inside.length > 0) ? [] : partsOf(index, vpc, appliances.flat().map(({ id }) => id))
}

const distinct = (intents: readonly Intent[]): Intent[] => [...new Map(intents.map((intent) => [intent.id, intent])).values()]

function siteSuggestions(index: DesignIndex): Intent[] {
  return distinct(
    index.all('customer-gateway').flatMap((device) => {
      const end = device.site ?? device.id
      const gateways = index.links(device.id).flatMap((link) => (link.kind === 'vpn-connection' ? [link.VpnGatewayId ?? link.TransitGatewayId] : link.kind === 'virtual-interface' ? [link.VirtualGatewayId ?? link.DirectConnectGatewayId] : []))
      const vpcs = new Set(gateways.flatMap((gateway) => vpcsBehind(index, gateway)))
      const behind = new Set(index.links(device.id).flatMap((link) => (link.kind === 'software-vpn' ? (vpcOfRouter(index, link.near === device.id ? link.far : link.near) ?? []) : [])))
      const parts = [...[...vpcs].flatMap((vpc) => partsOf(index, vpc, hybridGateways(index, vpc))), ...[...behind].flatMap((vpc) => partsBehind(index, vpc))]
      return parts.map((part) => suggestion(end, part, 'both'))
    }),
  )
}

function between(index: DesignIndex, from: ResourceId, to: ResourceId, via: ResourceId): Intent[] {
  return partsOf(index, from, [via]).flatMap((near) => partsOf(index, to, [via]).map((far) => suggestion(near, far, 'both')))
}

function vpcSuggestions(index: DesignIndex): Intent[] {
  const peerings = index.all('vpc-peering-connection').flatMap((peering) => between(index, peering.RequesterVpcId, peering.AccepterVpcId, peering.id))
  const hubs = index.all('transit-gateway').flatMap((gateway) => {
    const vpcs = [...new Set(hubVpcs(index, gateway.id))].sort()
    if (vpcs.length > MOST_HUB_VPCS) return []
    return vpcs.flatMap((from, position) => vpcs.slice(position + 1).flatMap((to) => between(index, from, to, gateway.id)))
  })
  const tunnels = index.all('software-vpn').flatMap(({ near, far }) => {
    const [from, to] = [vpcOfRouter(index, near), vpcOfRouter(index, far)]
    if (from === undefined || to === undefined || from === to) return []
    return partsBehind(index, from).flatMap((part) => partsBehind(index, to).map((other) => suggestion(part, other, 'both')))
  })
  return distinct([...peerings, ...hubs, ...tunnels])
}

function outboundSuggestions(index: DesignIndex): Intent[] {
  return index.all('subnet').flatMap((subnet) => {
    const usesNat = index.routeTableOf(subnet)?.Routes.some((route) => route.DestinationCidrBlock === '0.0.0.0/0' && index.get(route.target)?.kind === 'nat-gateway')
    return usesNat === true ? [suggestion(subnet.id, 'internet', 'one-way')] : []
  })
}

/**
 * Intents that the drawing itself suggests, in order of id: sites and the VPCs that their connections and tunnels lead to, peered VPCs, VPCs joined by appliances,
 * VPCs on a small transit gateway, subnets behind a NAT gateway and the internet. Those that the design already states,
 * accepted or dismissed, are left out.
 */
export function suggestIntents(index: DesignIndex): Intent[] {
  const stated = new Set(Object.values(index.design.intents).flatMap((intent) => [intent.id, pairOf(intent), ...(intent.direction === 'both' ? [pairOf({ ...intent, from: intent.to, to: intent.from })] : [])]))
  return [siteSuggestions(index), vpcSuggestions(index), outboundSuggestions(index)]
    .flatMap((sort) => [...sort].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_SUGGESTIONS))
    .filter((intent) => !stated.has(intent.id) && !stated.has(pairOf(intent)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

const pairOf = (intent: Pick<Intent, 'from' | 'to'>): string => `${intent.from} ${intent.to}`
