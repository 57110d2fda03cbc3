import { accountBoxId, regionBoxId } from '../document/groups.ts'
import { type DesignIndex } from '../document/query.ts'
import type { PriceFact } from '../facts/prices.ts'
import { parentOf } from '../model/containment.ts'
import type { BoxId, ResourceId } from '../model/id.ts'
import type { Kind } from '../model/index.ts'
import { costOf } from './kinds.ts'
import type { ResourceCost } from './types.ts'

/** A resource that AWS charges for, or could. */
export interface CostLine extends ResourceCost {
  readonly resource: ResourceId
  /** A month's fixed amount, in mills. */
  readonly mills: number
}

/** A sum of fixed amounts, and of how many resources something cannot be told. */
export interface CostSum {
  readonly mills: number
  readonly untold: number
}

/** What a design costs in a month, as far as that is fixed: the same in any month, whatever goes over the lines. */
export interface CostEstimate {
  /** In order of id. */
  readonly lines: readonly CostLine[]
  readonly total: CostSum
  /** By VPC, Region box and account box; those that hold nothing with a charge are left out. */
  readonly within: ReadonlyMap<ResourceId | BoxId, CostSum>
  /** The prices that amounts are made of, in order of fact. */
  readonly prices: readonly PriceFact[]
  /** Kinds of the design that somebody else than AWS is paid for, or nobody. */
  readonly notAws: readonly Kind[]
}

/** What holds a resource that pays: its VPC, and the Region and account of that, or of its own. */
function payersOf(index: DesignIndex, id: ResourceId): readonly (ResourceId | BoxId)[] {
  const found: (ResourceId | BoxId)[] = []
  let [account, region]: (string | undefined)[] = []
  let resource = index.get(id)
  for (let depth = 0; resource && depth < 8; depth++) {
    if (resource.kind === 'vpc') found.push(resource.id)
    if ('OwnerId' in resource) account ??= resource.OwnerId || undefined
    if ('Region' in resource) region ??= resource.Region || undefined
    resource = index.get(parentOf(resource))
  }
  if (region !== undefined) found.push(regionBoxId(account, region))
  if (account !== undefined) found.push(accountBoxId(account))
  return found
}

const NOTHING: CostSum = { mills: 0, untold: 0 }

/** Estimates a design's fixed monthly cost. Pure; sums are exact. */
export function estimateCost(index: DesignIndex): CostEstimate {
  const lines: CostLine[] = []
  const within = new Map<ResourceId | BoxId, CostSum>()
  const prices = new Set<PriceFact>()
  const notAws = new Set<Kind>()
  const add = (id: ResourceId | BoxId, { mills, untold }: CostSum): void => {
    const sum = within.get(id) ?? NOTHING
    within.set(id, { mills: sum.mills + mills, untold: sum.untold + untold })
  }
  for (const resource of Object.values(index.design.resources)) {
    const cost = costOf(resource, index)
    if (cost === 'not-aws') notAws.add(resource.kind)
    if (typeof cost === 'string' || cost.charges.length + cost.usage.length + cost.untold.length + (cost.notes?.length ?? 0) === 0) continue
    lines.push({ resource: resource.id, ...cost, mills: cost.charges.reduce((sum, { mills }) => sum + mills, 0) })
    for (const { at, mills, price } of cost.charges) {
      prices.add(price)
      for (const payer of payersOf(index, at)) add(payer, { mills, untold: 0 })
    }
    if (cost.untold.length > 0) for (const payer of payersOf(index, cost.untoldAt ?? resource.id)) add(payer, { mills: 0, untold: 1 })
  }
  lines.sort((a, b) => (a.resource < b.resource ? -1 : 1))
  const total = lines.reduce<CostSum>((sum, { mills, untold }) => ({ mills: sum.mills + mills, untold: sum.untold + (untold.length > 0 ? 1 : 0) }), NOTHING)
  return { lines, total, within, prices: [...prices].sort((a, b) => (a.fact < b.fact ? -1 : 1)), notAws: [...notAws].sort() }
}
