import { emptyDesign, type Design } from '../../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { makeResourceId } from '../../../../../src/shared/model/id.ts'

export interface SmallVpc {
  readonly name: string
  readonly blocks: readonly string[]
  readonly Region?: string
  readonly subnets?: readonly string[]
}

export interface SmallPlan {
  readonly pools?: readonly Record<string, unknown>[]
  readonly vpcs?: readonly SmallVpc[]
  readonly sites?: readonly { readonly name: string; readonly prefixes: readonly string[] }[]
}

/** The input of a design that has these networks; pools get ids from their names. */
export function planInput({ pools = [], vpcs = [], sites = [] }: SmallPlan): Record<string, unknown> {
  const resources: Record<string, unknown> = {}
  for (const { name, blocks, Region, subnets = [] } of vpcs) {
    const id = makeResourceId('vpc', name)
    resources[id] = { kind: 'vpc', id, name, CidrBlocks: blocks, Ipv6CidrBlocks: [], ...(Region === undefined ? {} : { Region }) }
    for (const [position, CidrBlock] of subnets.entries()) {
      const subnet = makeResourceId('subnet', `${name}-${position}`)
      resources[subnet] = { kind: 'subnet', id: subnet, name: `${name} ${position}`, VpcId: id, CidrBlock }
    }
  }
  for (const { name, prefixes } of sites) {
    const id = makeResourceId('site', name)
    resources[id] = { kind: 'site', id, name, prefixes }
  }
  const withIds = pools.map((pool) => ({ id: `pool:${String(pool['name']).replaceAll(' ', '-')}`, use: 'vpcs', ...pool }))
  return { ...emptyDesign('plan'), resources, ...(pools.length > 0 ? { pools: Object.fromEntries(withIds.map((pool) => [pool.id, pool])) } : {}) }
}

/** A design that has these networks. */
export function designWith(plan: SmallPlan): Design {
  const parsed = parseDesign(planInput(plan))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
