import type { Rule } from '../rule.ts'
import attachmentZoneMissing from './attachment-zone-missing.ts'
import transitGatewayRouteMissing from './transit-gateway-route-missing.ts'
import transitGatewayTableRoute from './transit-gateway-table-route.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [attachmentZoneMissing, transitGatewayRouteMissing, transitGatewayTableRoute]
