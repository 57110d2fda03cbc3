import { z } from 'zod'
import { awsIdentifier, flag, list, part, tags, text } from '../aws-item.ts'
import { defineItems, goneState } from './items.ts'

const blockState = part({ State: text })

/** What may be left out of a VPC's encryption control, as far as the model knows it. */
export const ENCRYPTION_EXCLUSIONS = ['InternetGateway', 'EgressOnlyInternetGateway', 'NatGateway', 'VirtualPrivateGateway', 'VpcPeering'] as const

/** VPCs of DescribeVpcs. */
export const vpcs = defineItems({
  type: 'Vpc',
  keys: ['Vpcs'],
  kind: 'vpc',
  schema: z.object({
    VpcId: awsIdentifier,
    CidrBlock: text,
    CidrBlockAssociationSet: list(z.object({ CidrBlock: text, CidrBlockState: blockState })),
    Ipv6CidrBlockAssociationSet: list(z.object({ Ipv6CidrBlock: text, Ipv6CidrBlockState: blockState })),
    BlockPublicAccessStates: part({ InternetGatewayBlockMode: text }),
    InstanceTenancy: text,
    EncryptionControl: part({ Mode: text, State: text, ResourceExclusions: part(Object.fromEntries(ENCRYPTION_EXCLUSIONS.map((name) => [name, part({ State: text })]))) }),
    OwnerId: text,
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.VpcId, owner: item.OwnerId, gone: goneState(item.State, 'deleting', 'deleted') }),
})

/** Subnets of DescribeSubnets. */
export const subnets = defineItems({
  type: 'Subnet',
  keys: ['Subnets'],
  kind: 'subnet',
  schema: z.object({
    SubnetId: awsIdentifier,
    VpcId: text,
    CidrBlock: text,
    Ipv6CidrBlockAssociationSet: list(z.object({ Ipv6CidrBlock: text, Ipv6CidrBlockState: blockState })),
    AvailabilityZone: text,
    AvailabilityZoneId: text,
    MapPublicIpOnLaunch: flag,
    BlockPublicAccessStates: part({ InternetGatewayBlockMode: text }),
    OwnerId: text,
    State: text,
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.SubnetId, owner: item.OwnerId, gone: goneState(item.State, 'deleting', 'deleted', 'failed') }),
})

/** Zones of DescribeAvailabilityZones: names and the ids that are the same for every account. */
export const availabilityZones = defineItems({
  type: 'AvailabilityZone',
  keys: ['AvailabilityZones'],
  schema: z.object({ ZoneName: awsIdentifier, ZoneId: text, RegionName: text }),
  identify: (item) => ({ awsId: item.ZoneName, region: item.RegionName }),
})

const peer = part({ VpcId: text, OwnerId: text, Region: text, CidrBlock: text, CidrBlockSet: list(z.object({ CidrBlock: text })), Ipv6CidrBlockSet: list(z.object({ Ipv6CidrBlock: text })), PeeringOptions: part({ AllowDnsResolutionFromRemoteVpc: flag }) })

/** Peerings of DescribeVpcPeeringConnections. */
export const peerings = defineItems({
  type: 'VpcPeeringConnection',
  keys: ['VpcPeeringConnections'],
  kind: 'vpc-peering-connection',
  schema: z.object({ VpcPeeringConnectionId: awsIdentifier, RequesterVpcInfo: peer, AccepterVpcInfo: peer, Status: part({ Code: text }), Tags: tags }),
  identify: (item) => ({
    awsId: item.VpcPeeringConnectionId,
    owner: item.RequesterVpcInfo?.OwnerId,
    region: item.RequesterVpcInfo?.Region,
    shared: true,
    gone: goneState(item.Status?.Code, 'deleted', 'deleting', 'rejected', 'failed', 'expired', 'initiating-request'),
  }),
})
