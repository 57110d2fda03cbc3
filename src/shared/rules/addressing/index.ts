import type { Rule } from '../rule.ts'
import cidrSize from './cidr-size.ts'
import peeringOverlap from './peering-overlap.ts'
import sitePrefixInsideVpc from './site-prefix-inside-vpc.ts'
import subnetCidr from './subnet-cidr.ts'
import transitGatewayOverlap from './transit-gateway-overlap.ts'
import tunnelInsideCidr from './tunnel-inside-cidr.ts'
import vpcCidrReserved from './vpc-cidr-reserved.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [cidrSize, peeringOverlap, sitePrefixInsideVpc, subnetCidr, transitGatewayOverlap, tunnelInsideCidr, vpcCidrReserved]
