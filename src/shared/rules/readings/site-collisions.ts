import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { connectionsBetween } from './connections.ts'
import { sidesOf, type Side, unmetDemands } from './demands.ts'
import type { SiteEnd, VpcEnd } from './intent-ends.ts'
import { remember } from './remember.ts'
import { blockAround } from './vpc-blocks.ts'

/** A site that an accepted intent wants reached from a VPC, over something drawn between them, and is not. */
export interface WantedSite {
  readonly side: Side
  readonly vpc: ResourceOf<'vpc'>
  readonly site: SiteEnd
  /** The site's prefixes that lie inside a block of the VPC. */
  readonly collisions: readonly { readonly prefix: Prefix; readonly block: Prefix }[]
  readonly over: readonly ResourceId[]
}

function read(side: Side, here: VpcEnd, there: SiteEnd, over: readonly ResourceId[]): WantedSite {
  const collisions = there.destinations.flatMap(({ prefix }) => {
    const block = blockAround(here.vpc, prefix)
    return block ? [{ prefix, block }] : []
  })
  return { side, vpc: here.vpc, site: there, collisions, over }
}

/** Sites that unmet accepted intents want reached from VPCs, in order of intent. */
export const wantedSites = remember((context: RuleContext): readonly WantedSite[] =>
  sidesOf(unmetDemands(context)).flatMap((side) => {
    const { here, there } = side
    if (here.type !== 'vpc' || there.type !== 'site') return []
    const over = connectionsBetween(context.index, here, there).map((connection) => connection.target)
    return over.length > 0 ? [read(side, here, there, over)] : []
  }),
)

/** `<vpc id> <prefix>` of every wanted prefix that its VPC swallows. */
export const collidingPrefixes = remember(
  (context: RuleContext): ReadonlySet<string> => new Set(wantedSites(context).flatMap(({ vpc, collisions }) => collisions.map(({ prefix }) => `${vpc.id} ${formatPrefix(prefix)}`))),
)
