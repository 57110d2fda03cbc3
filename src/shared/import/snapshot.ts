/**
 * What AWS said, as raw evidence: the answers of describe calls, sorted by where they came from. Live import and dump
 * files give the same snapshot. Secrets (pre-shared keys, MD5 keys) are stripped before a snapshot is made.
 */
export interface Snapshot {
  readonly sources: readonly SnapshotSource[]
}

/** One answer: the account and Region it was asked in (undefined when a dump does not say) and its items. */
export interface SnapshotSource {
  /** Where it came from, for reports: a file's path, or the call and Region. */
  readonly origin: string
  readonly account?: string
  readonly region?: string
  /** Top-level key of the answer: Vpcs, Subnets, Reservations, … */
  readonly key: string
  readonly items: readonly unknown[]
}

/** What became of one imported thing. */
export interface ImportEntry {
  readonly origin: string
  /** AWS's name of the thing: VPC, Subnet, … */
  readonly type: string
  readonly awsId: string
  readonly outcome: 'shown' | 'skipped'
  /** The resource it became or was merged into. */
  readonly resource?: string
  /** Why it is not shown; for a shown one, what had to be assumed. */
  readonly reason?: string
}

/** The account of an import: shown + skipped = total. */
export interface ImportReport {
  readonly total: number
  readonly shown: number
  readonly skipped: number
  readonly entries: readonly ImportEntry[]
  /** What went wrong on the way but did not stop it: denied calls, unreadable files. */
  readonly warnings: readonly { readonly origin: string; readonly message: string }[]
}
