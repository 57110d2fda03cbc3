import type { Rule } from '../rule.ts'
import allocationBeyondTable from './allocation-beyond-table.ts'
import allowedPrefixLimit from './allowed-prefix-limit.ts'
import allowedPrefixes from './allowed-prefixes.ts'
import allowedWithoutRoute from './allowed-without-route.ts'
import bfdOff from './bfd-off.ts'
import chinaRegion from './china-region.ts'
import commitmentOnHosted from './commitment-on-hosted.ts'
import directConnectAsn from './direct-connect-asn.ts'
import directConnectWithVpn from './direct-connect-with-vpn.ts'
import failoverTest from './failover-test.ts'
import gatewayLimit from './gateway-limit.ts'
import gatewayMix from './gateway-mix.ts'
import hostedConnectionInterfaces from './hosted-connection-interfaces.ts'
import intendedRole from './intended-role.ts'
import interfaceMtu from './interface-mtu.ts'
import interfacePrefixLimit from './interface-prefix-limit.ts'
import interfaceType from './interface-type.ts'
import interfaceVlan from './interface-vlan.ts'
import lagAsRedundancy from './lag-as-redundancy.ts'
import lagMembers from './lag-members.ts'
import macsecPort from './macsec-port.ts'
import moreSpecificVpn from './more-specific-vpn.ts'
import mtuDiffers from './mtu-differs.ts'
import oneCustomerRouter from './one-customer-router.ts'
import oneLocation from './one-location.ts'
import orderingTime from './ordering-time.ts'
import peerAddressAsSource from './peer-address-as-source.ts'
import portInterfaceLimit from './port-interface-limit.ts'
import prefixPool from './prefix-pool.ts'
import prependOnPublicInterface from './prepend-on-public-interface.ts'
import publicInterfacePrefixes from './public-interface-prefixes.ts'
import regionsWithoutCommunities from './regions-without-communities.ts'
import resiliencyModel from './resiliency-model.ts'
import sharedAwsDevice from './shared-aws-device.ts'
import sharedCarrier from './shared-carrier.ts'
import singleDirectConnect from './single-direct-connect.ts'
import siteLink from './site-link.ts'
import siteLinkEqualPaths from './site-link-equal-paths.ts'
import staticVpnBeatsDirectConnect from './static-vpn-beats-direct-connect.ts'
import supernetJoinsVpcs from './supernet-joins-vpcs.ts'
import virtualInterfaceRegion from './virtual-interface-region.ts'
import vpcThroughDirectConnectGateway from './vpc-through-direct-connect-gateway.ts'
import vpcsJoinedByRouter from './vpcs-joined-by-router.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  allocationBeyondTable,
  allowedPrefixLimit,
  allowedPrefixes,
  allowedWithoutRoute,
  bfdOff,
  chinaRegion,
  commitmentOnHosted,
  directConnectAsn,
  directConnectWithVpn,
  failoverTest,
  gatewayLimit,
  gatewayMix,
  hostedConnectionInterfaces,
  intendedRole,
  interfaceMtu,
  interfacePrefixLimit,
  interfaceType,
  interfaceVlan,
  lagAsRedundancy,
  lagMembers,
  macsecPort,
  moreSpecificVpn,
  mtuDiffers,
  oneCustomerRouter,
  oneLocation,
  orderingTime,
  peerAddressAsSource,
  portInterfaceLimit,
  prefixPool,
  prependOnPublicInterface,
  publicInterfacePrefixes,
  regionsWithoutCommunities,
  resiliencyModel,
  sharedAwsDevice,
  sharedCarrier,
  singleDirectConnect,
  siteLink,
  siteLinkEqualPaths,
  staticVpnBeatsDirectConnect,
  supernetJoinsVpcs,
  virtualInterfaceRegion,
  vpcThroughDirectConnectGateway,
  vpcsJoinedByRouter,
]
