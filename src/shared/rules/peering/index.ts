import type { Rule } from '../rule.ts'
import peeringCount from './peering-count.ts'
import peeringDns from './peering-dns.ts'
import peeringDuplicate from './peering-duplicate.ts'
import peeringMesh from './peering-mesh.ts'
import peeringMtu from './peering-mtu.ts'
import peeringNotTransitive from './peering-not-transitive.ts'
import peeringPartialRoutes from './peering-partial-routes.ts'
import peeringPending from './peering-pending.ts'
import peeringRouteMissing from './peering-route-missing.ts'
import securityGroupOtherRegion from './security-group-other-region.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  peeringCount,
  peeringDns,
  peeringDuplicate,
  peeringMesh,
  peeringMtu,
  peeringNotTransitive,
  peeringPartialRoutes,
  peeringPending,
  peeringRouteMissing,
  securityGroupOtherRegion,
]
