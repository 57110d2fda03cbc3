import type { Rule } from '../rule.ts'
import asymmetricFirewall from './asymmetric-firewall.ts'
import blackholeRoute from './blackhole-route.ts'
import edgeTableRoute from './edge-table-route.ts'
import edgeThroughPeering from './edge-through-peering.ts'
import edgeThroughVpnGateway from './edge-through-vpn-gateway.ts'
import implicitMainTable from './implicit-main-table.ts'
import middleboxSubnet from './middlebox-subnet.ts'
import natGatewayLoop from './nat-gateway-loop.ts'
import oneGatewayPerVpc from './one-gateway-per-vpc.ts'
import prefixListsOverlap from './prefix-lists-overlap.ts'
import propagatedInsideLocal from './propagated-inside-local.ts'
import propagatedRouteCount from './propagated-route-count.ts'
import returnRouteMissing from './return-route-missing.ts'
import routeBeyondGateway from './route-beyond-gateway.ts'
import routeFamily from './route-family.ts'
import routeInsideLocal from './route-inside-local.ts'
import routeToInstanceServices from './route-to-instance-services.ts'
import routingNeverSettles from './routing-never-settles.ts'
import siteRouteMissing from './site-route-missing.ts'
import staticHidesPropagated from './static-hides-propagated.ts'
import staticRouteCount from './static-route-count.ts'
import staticRouteIgnoresHealth from './static-route-ignores-health.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  asymmetricFirewall,
  blackholeRoute,
  edgeTableRoute,
  edgeThroughPeering,
  edgeThroughVpnGateway,
  implicitMainTable,
  middleboxSubnet,
  natGatewayLoop,
  oneGatewayPerVpc,
  prefixListsOverlap,
  propagatedInsideLocal,
  propagatedRouteCount,
  returnRouteMissing,
  routeBeyondGateway,
  routeFamily,
  routeInsideLocal,
  routeToInstanceServices,
  routingNeverSettles,
  siteRouteMissing,
  staticHidesPropagated,
  staticRouteCount,
  staticRouteIgnoresHealth,
]
