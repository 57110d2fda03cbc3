import attachmentZoneMissing from './attachment-zone-missing.ts'
import bgpDevice from './bgp-device.ts'
import blackholeRoute from './blackhole-route.ts'
import cidrSize from './cidr-size.ts'
import customerGatewayAsn from './customer-gateway-asn.ts'
import edgeThroughPeering from './edge-through-peering.ts'
import edgeThroughVpnGateway from './edge-through-vpn-gateway.ts'
import oneGatewayPerVpc from './one-gateway-per-vpc.ts'
import peeringOverlap from './peering-overlap.ts'
import propagatedInsideLocal from './propagated-inside-local.ts'
import returnRouteMissing from './return-route-missing.ts'
import routeInsideLocal from './route-inside-local.ts'
import type { Rule } from './rule.ts'
import singleCustomerGateway from './single-customer-gateway.ts'
import singlePointOfFailure from './single-point-of-failure.ts'
import sitePrefixInsideVpc from './site-prefix-inside-vpc.ts'
import siteRouteMissing from './site-route-missing.ts'
import staticAndBgp from './static-and-bgp.ts'
import staticHidesPropagated from './static-hides-propagated.ts'
import subnetCidr from './subnet-cidr.ts'
import transitGatewayOverlap from './transit-gateway-overlap.ts'
import transitGatewayRouteMissing from './transit-gateway-route-missing.ts'
import transitGatewayTableRoute from './transit-gateway-table-route.ts'
import tunnelInsideCidr from './tunnel-inside-cidr.ts'
import virtualInterfaceRegion from './virtual-interface-region.ts'
import vpcCidrReserved from './vpc-cidr-reserved.ts'
import vpnGatewayUnattached from './vpn-gateway-unattached.ts'

/** Every rule, in order of id. */
export const RULES: readonly Rule[] = [
  attachmentZoneMissing,
  bgpDevice,
  blackholeRoute,
  cidrSize,
  customerGatewayAsn,
  edgeThroughPeering,
  edgeThroughVpnGateway,
  oneGatewayPerVpc,
  peeringOverlap,
  propagatedInsideLocal,
  returnRouteMissing,
  routeInsideLocal,
  singleCustomerGateway,
  singlePointOfFailure,
  sitePrefixInsideVpc,
  siteRouteMissing,
  staticAndBgp,
  staticHidesPropagated,
  subnetCidr,
  transitGatewayOverlap,
  transitGatewayRouteMissing,
  transitGatewayTableRoute,
  tunnelInsideCidr,
  virtualInterfaceRegion,
  vpcCidrReserved,
  vpnGatewayUnattached,
]
