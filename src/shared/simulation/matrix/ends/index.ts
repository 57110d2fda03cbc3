import type { EndKind } from './end-kind.ts'
import { siteEnds } from './site.ts'
import { subnetEnds } from './subnet.ts'

/** Everything that can be a row and a column of the matrix, in the order of the rows. A new kind of end is added here. */
export const END_KINDS: readonly EndKind[] = [siteEnds, subnetEnds]
