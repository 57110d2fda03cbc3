import { GetManagedPrefixListEntriesCommand, GetTransitGatewayRouteTablePropagationsCommand, SearchTransitGatewayRoutesCommand } from '@aws-sdk/client-ec2'
import { DescribeDirectConnectGatewayAssociationsCommand } from '@aws-sdk/client-direct-connect'
import { type Call, lowerCase } from './calls.ts'

/** A call for each thing that an earlier one listed; its answers are kept with the id they were asked for, as dumps keep them. */
export interface FollowUp {
  /** The list of the earlier call, and the field with the id. */
  readonly of: string
  readonly idField: string
  /** Key of the snapshot, and the list in each of its items; without it the answer's items stand as they are. */
  readonly key: string
  readonly listField?: string
  readonly call: (id: string) => Call
}

const searchRoutes = (type: 'static' | 'propagated') => (id: string): Call => ({
  action: 'ec2:SearchTransitGatewayRoutes',
  key: 'Routes',
  send: ({ ec2 }, page, o) => ec2.send(new SearchTransitGatewayRoutesCommand({ ...page, TransitGatewayRouteTableId: id, Filters: [{ Name: 'type', Values: [type] }], MaxResults: 1000 }), o),
})

/** All calls that need an id. */
export const FOLLOW_UPS: readonly FollowUp[] = [
  {
    of: 'ManagedPrefixLists',
    idField: 'PrefixListId',
    key: 'ManagedPrefixListEntries',
    listField: 'Entries',
    call: (id) => ({ action: 'ec2:GetManagedPrefixListEntries', key: 'Entries', send: ({ ec2 }, page, o) => ec2.send(new GetManagedPrefixListEntriesCommand({ ...page, PrefixListId: id, MaxResults: 100 }), o) }),
  },
  {
    of: 'TransitGatewayRouteTables',
    idField: 'TransitGatewayRouteTableId',
    key: 'TransitGatewayPropagations',
    listField: 'TransitGatewayRouteTablePropagations',
    call: (id) => ({
      action: 'ec2:GetTransitGatewayRouteTablePropagations',
      key: 'TransitGatewayRouteTablePropagations',
      send: ({ ec2 }, page, o) => ec2.send(new GetTransitGatewayRouteTablePropagationsCommand({ ...page, TransitGatewayRouteTableId: id, MaxResults: 100 }), o),
    }),
  },
  { of: 'TransitGatewayRouteTables', idField: 'TransitGatewayRouteTableId', key: 'TransitGatewayStaticRoutes', listField: 'Routes', call: searchRoutes('static') },
  { of: 'TransitGatewayRouteTables', idField: 'TransitGatewayRouteTableId', key: 'TransitGatewayPropagatedRoutes', listField: 'Routes', call: searchRoutes('propagated') },
  {
    of: 'directConnectGateways',
    idField: 'directConnectGatewayId',
    key: 'directConnectGatewayAssociations',
    call: (id) => ({
      action: 'directconnect:DescribeDirectConnectGatewayAssociations',
      key: 'directConnectGatewayAssociations',
      send: ({ directConnect }, page, o) => directConnect.send(new DescribeDirectConnectGatewayAssociationsCommand({ ...lowerCase(page), directConnectGatewayId: id }), o),
    }),
  },
]
