import type { Rule } from '../rule.ts'
import cidrSize from './cidr-size.ts'
import connectInsideCidr from './connect-inside-cidr.ts'
import directConnectGatewayOverlap from './direct-connect-gateway-overlap.ts'
import dualStackDefaultRoute from './dual-stack-default-route.ts'
import hostBits from './host-bits.ts'
import ipv6CidrSize from './ipv6-cidr-size.ts'
import peeringOverlap from './peering-overlap.ts'
import publicVpcCidr from './public-vpc-cidr.ts'
import scatteredCidrs from './scattered-cidrs.ts'
import secondaryCidr from './secondary-cidr.ts'
import sitePrefixInsideVpc from './site-prefix-inside-vpc.ts'
import sitePrefixOverlap from './site-prefix-overlap.ts'
import subnetCidr from './subnet-cidr.ts'
import subnetFull from './subnet-full.ts'
import transitGatewayOverlap from './transit-gateway-overlap.ts'
import tunnelInsideCidr from './tunnel-inside-cidr.ts'
import vpcCidrCount from './vpc-cidr-count.ts'
import vpcCidrReserved from './vpc-cidr-reserved.ts'
import vpcCidrUsedInternally from './vpc-cidr-used-internally.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  cidrSize,
  connectInsideCidr,
  directConnectGatewayOverlap,
  dualStackDefaultRoute,
  hostBits,
  ipv6CidrSize,
  peeringOverlap,
  publicVpcCidr,
  scatteredCidrs,
  secondaryCidr,
  sitePrefixInsideVpc,
  sitePrefixOverlap,
  subnetCidr,
  subnetFull,
  transitGatewayOverlap,
  tunnelInsideCidr,
  vpcCidrCount,
  vpcCidrReserved,
  vpcCidrUsedInternally,
]
