import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at, deviceOf, perZone } from './ground.ts'

type TransitMorePlan = NonNullable<ExtrasPlan['transitMore']>

/** A second transit gateway that is peered with the first, and a Connect peer on the first. */
export function addTransitMore(builder: Builder, plan: TransitMorePlan): void {
  const gateway = builder.transitGateway
  if (!gateway) return
  addPeer(builder, plan, gateway)
  if (plan.connect !== 'none') addConnect(builder, plan, gateway)
}

function addPeer(builder: Builder, plan: TransitMorePlan, gateway: ResourceId): void {
  const region = plan.otherRegion ? 'eu-west-1' : 'us-east-1'
  const peer = builder.add('transit-gateway', 'tgw-far', { ...builder.place(region), AmazonSideAsn: 64_700, TransitGatewayCidrBlocks: [], VpnEcmpSupport: 'enable', DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' })
  const peering = builder.add('transit-gateway-peering-attachment', 'tgw-peering', { TransitGatewayId: plan.wide ? peer : gateway, PeerTransitGatewayId: plan.wide ? gateway : peer, ...(plan.pending ? { State: 'pendingAcceptance' } : {}) })
  const fits = builder.vpcs.filter((vpc) => vpc.region === region)
  const vpc = fits.find(({ attachment }) => attachment === undefined) ?? fits.at(-1)
  const attachment = vpc && builder.add('transit-gateway-vpc-attachment', 'tgw-far-vpc', { TransitGatewayId: peer, VpcId: vpc.id, SubnetIds: perZone(vpc, 3) })
  const near = builder.vpcs.filter((other) => other.attachment !== undefined && other !== vpc).flatMap(({ cidrs }) => cidrs)
  const routes = plan.wide ? ['10.0.0.0/8', '192.168.0.0/16'] : [...new Set([...near, ...builder.sites.flatMap(({ prefixes }) => prefixes)])]
  builder.add('transit-gateway-route-table', 'tgw-far-rt', {
    TransitGatewayId: peer,
    Associations: [peering, ...(attachment ? [attachment] : [])],
    Propagations: attachment ? [attachment] : [],
    Routes: plan.routes ? routes.map((DestinationCidrBlock) => ({ DestinationCidrBlock, attachment: peering })) : [],
  })
  builder.attachments.push({ id: peering, prefixes: vpc?.cidrs ?? [], learned: false })
  if (vpc && !vpc.attachment) for (const table of vpc.tables) for (const DestinationCidrBlock of ['10.0.0.0/8', '192.168.0.0/16']) builder.route(table, { DestinationCidrBlock, target: peer })
}

function addConnect(builder: Builder, plan: TransitMorePlan, gateway: ResourceId): void {
  const association = Object.values(builder.resources).find((resource) => resource['kind'] === 'direct-connect-gateway-association' && resource['TransitGatewayId'] === gateway)
  const vpc = builder.vpcs.find(({ attachment }) => attachment)
  const onDevice = plan.connect === 'device' && association !== undefined
  if (!onDevice && !vpc?.attachment) return
  const peer = onDevice ? deviceOf(builder, 0) : applianceOf(builder)
  if (!peer) return
  const id = builder.add('transit-gateway-connect-peer', 'connect', { peer, TransitGatewayId: gateway, TransportTransitGatewayAttachmentId: onDevice ? association['id'] : vpc?.attachment, TransitGatewayAttachmentId: 'tgw-attach-connect', InsideCidrBlocks: ['169.254.6.0/29'] })
  builder.attachments.push({ id, prefixes: ['172.20.0.0/16'], learned: plan.learns })
}

/** The appliance that a VPC with an attachment has, or a new one. */
function applianceOf(builder: Builder): ResourceId | undefined {
  const attached = builder.vpcs.filter(({ attachment }) => attachment)
  for (const vpc of attached) {
    const known = makeResourceId('instance', `${vpc.id.replace('vpc:', '')}-gw-a`)
    if (builder.resources[known]) return known
  }
  const subnet = attached[0] && at(attached[0].subnets, 0)
  return subnet && builder.add('instance', 'sd-wan', { SubnetId: subnet.id, PrivateIpAddress: `${subnet.cidr.replace(/\.\d+\/\d+$/, '')}.110`, SecurityGroupIds: [], SourceDestCheck: false, role: 'vpn-appliance', BgpAsn: 65_300, announcedPrefixes: ['172.20.0.0/16'] })
}
