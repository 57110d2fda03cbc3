import type { Edit } from '../edit.ts'
import type { Design } from '../design.ts'
import { equalJson } from '../equal.ts'
import type { Pool, PoolId } from '../pool.ts'

/** Adds a pool, or changes it. Whether it fits beside the others is found out when the edit is applied. */
export function putPool(design: Design, pool: Pool): Edit {
  const before = design.pools?.[pool.id]
  const label = before ? `Change the pool ${before.name}` : `Add the pool ${pool.name}`
  if (equalJson(before, pool)) return { label, changes: [] }
  return { label, changes: [{ op: 'put', collection: 'pools', id: pool.id, ...(before ? { before } : {}), after: pool }] }
}

/** Takes a pool away; what has taken blocks from it keeps them. */
export function removePool(design: Design, id: PoolId): Edit {
  const before = design.pools?.[id]
  return { label: `Remove the pool ${before?.name ?? ''}`, changes: before ? [{ op: 'put', collection: 'pools', id, before }] : [] }
}
