/** When a revision was made, in milliseconds since 1970 (UTC). */
export interface Stamp {
  readonly revision: number
  readonly madeAt: number
}

/** Work that is one version: the edits from the first revision to the last, which is what the version shows. */
export interface Bucket {
  readonly first: number
  readonly revision: number
  readonly startedAt: number
  readonly madeAt: number
}

/** A version holds at most so much work, in milliseconds. */
export const BUCKET_MS = 5 * 60_000

/**
 * The versions of a design, from its journal: edits (in order of revision) within five minutes of the first of them are one
 * version, and a revision that somebody named ends one. What it was made as is a version of its own. The same journal always
 * gives the same versions; new edits never change older ones but for the last.
 */
export function bucketsOf(created: Stamp, edits: Iterable<Stamp>, named: ReadonlySet<number>): Bucket[] {
  const buckets: Bucket[] = [{ first: created.revision, revision: created.revision, startedAt: created.madeAt, madeAt: created.madeAt }]
  let open: Bucket | undefined
  for (const { revision, madeAt } of edits) {
    // A clock that was set back begins a new version.
    const fits = open !== undefined && madeAt >= open.startedAt && madeAt - open.startedAt < BUCKET_MS
    open = open !== undefined && fits ? { ...open, revision, madeAt } : { first: revision, revision, startedAt: madeAt, madeAt }
    if (fits) buckets.pop()
    buckets.push(open)
    if (named.has(revision)) open = undefined
  }
  return buckets
}
