import type { Rule } from '../rule.ts'
import blackholeRoute from './blackhole-route.ts'
import edgeThroughPeering from './edge-through-peering.ts'
import edgeThroughVpnGateway from './edge-through-vpn-gateway.ts'
import oneGatewayPerVpc from './one-gateway-per-vpc.ts'
import propagatedInsideLocal from './propagated-inside-local.ts'
import returnRouteMissing from './return-route-missing.ts'
import routeInsideLocal from './route-inside-local.ts'
import siteRouteMissing from './site-route-missing.ts'
import staticHidesPropagated from './static-hides-propagated.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  blackholeRoute,
  edgeThroughPeering,
  edgeThroughVpnGateway,
  oneGatewayPerVpc,
  propagatedInsideLocal,
  returnRouteMissing,
  routeInsideLocal,
  siteRouteMissing,
  staticHidesPropagated,
]
