import type { Failure } from '../failure.ts'
import type { Repair } from '../repair.ts'
import { applianceUnderlay } from './appliance-underlay.ts'
import { clientVpnAssociation, clientVpnReach } from './client-vpn.ts'
import { allowedPrefixes, announcedPrefixes, staticVpnRoutes, tunnelConfiguration } from './customer-side.ts'
import { startInstance, switchOffAddressCheck } from './forwarding-instance.ts'
import { endpointTables } from './gateway-endpoint.ts'
import { gatewayAttachment, gatewayPropagation } from './gateway-propagation.ts'
import { internetGateway, publicAddress } from './internet-access.ts'
import { groupReferencing } from './group-references.ts'
import { networkAclEntries } from './network-acl.ts'
import { acceptPeering, acceptTransitPeering, newPeering } from './peering.ts'
import { publicAccess } from './public-access.ts'
import { subnetAssociation } from './route-table-choice.ts'
import { securityGroupRules } from './security-group.ts'
import { attachmentSubnet, newAttachment } from './transit-attachment.ts'
import { transitAssociation, transitPropagation, transitRoutes } from './transit-tables.ts'
import { mainTable, vpcRoutes } from './vpc-route.ts'

/** A cause of failure that is known here: the elementary changes that could do away with it. They need not help; that is tried. */
export type Cause = (failure: Failure) => readonly Repair[]

/** Every cause that is known, one file for each family. A filter that drops the packet is spoken to first. */
export const CAUSES: readonly Cause[] = [
  securityGroupRules,
  groupReferencing,
  networkAclEntries,
  switchOffAddressCheck,
  publicAccess,
  startInstance,
  vpcRoutes,
  mainTable,
  gatewayPropagation,
  subnetAssociation,
  gatewayAttachment,
  attachmentSubnet,
  transitAssociation,
  transitPropagation,
  transitRoutes,
  newAttachment,
  acceptPeering,
  acceptTransitPeering,
  newPeering,
  staticVpnRoutes,
  tunnelConfiguration,
  announcedPrefixes,
  allowedPrefixes,
  endpointTables,
  clientVpnReach,
  clientVpnAssociation,
  applianceUnderlay,
  internetGateway,
  publicAddress,
]
