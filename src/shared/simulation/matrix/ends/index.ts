import type { EndKind } from './end-kind.ts'
import { endpointServiceEnds, interfaceEndpointEnds, loadBalancerEnds } from './service.ts'
import { siteEnds } from './site.ts'
import { subnetEnds } from './subnet.ts'
import { userGroupEnds } from './user-group.ts'

/** Everything that can be a row or a column of the matrix, in the order in which they are shown. A new kind of end is added here. */
export const END_KINDS: readonly EndKind[] = [userGroupEnds, siteEnds, subnetEnds, interfaceEndpointEnds, loadBalancerEnds, endpointServiceEnds]
