import type { Rule } from '../rule.ts'
import bgpDevice from './bgp-device.ts'
import customerGatewayAsn from './customer-gateway-asn.ts'
import singleCustomerGateway from './single-customer-gateway.ts'
import staticAndBgp from './static-and-bgp.ts'
import vpnGatewayUnattached from './vpn-gateway-unattached.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [bgpDevice, customerGatewayAsn, singleCustomerGateway, staticAndBgp, vpnGatewayUnattached]
