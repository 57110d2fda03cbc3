import { z } from 'zod'
import { awsIdentifier, flag, list, part, tags, text } from '../aws-item.ts'
import { defineItems } from './items.ts'

const route = z.object({
  DestinationCidrBlock: text,
  DestinationIpv6CidrBlock: text,
  DestinationPrefixListId: text,
  GatewayId: text,
  NatGatewayId: text,
  TransitGatewayId: text,
  VpcPeeringConnectionId: text,
  NetworkInterfaceId: text,
  InstanceId: text,
  EgressOnlyInternetGatewayId: text,
  LocalGatewayId: text,
  CarrierGatewayId: text,
  CoreNetworkArn: text,
  OdbNetworkArn: text,
  Origin: text,
  State: text,
})

/** A route of a VPC route table as AWS lists it. */
export type RouteItem = z.output<typeof route>

/** Route tables of DescribeRouteTables. */
export const routeTables = defineItems({
  type: 'RouteTable',
  keys: ['RouteTables'],
  kind: 'route-table',
  schema: z.object({
    RouteTableId: awsIdentifier,
    VpcId: text,
    OwnerId: text,
    Associations: list(z.object({ Main: flag, SubnetId: text, GatewayId: text, AssociationState: part({ State: text }) })),
    PropagatingVgws: list(z.object({ GatewayId: text })),
    Routes: list(route),
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.RouteTableId, owner: item.OwnerId }),
})

/** True for a route that a virtual private gateway propagated: the simulation computes those. */
export function isPropagated(item: RouteItem): boolean {
  return item.Origin === 'EnableVgwRoutePropagation'
}
