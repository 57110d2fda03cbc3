import type { ResourceId } from '../model/id.ts'

/** What was read of a design while something was worked out: a later edit that touches none of it leaves the result as it is. */
export class ReadLog {
  /** Resources themselves. */
  readonly is = new Set<ResourceId>()
  /** Containers whose contents were asked for. */
  readonly in = new Set<ResourceId>()
  /** Resources of which it was asked who refers to them. */
  readonly to = new Set<ResourceId>()
  /** Kinds of which all were asked for. */
  readonly kinds = new Set<string>()

  /** Takes over what was read elsewhere. */
  add(other: ReadLog): void {
    for (const part of ['is', 'in', 'to'] as const) for (const id of other[part]) this[part].add(id)
    for (const kind of other.kinds) this.kinds.add(kind)
  }
}

let reader: ReadLog | undefined

/** Who is reading now, if anybody wants to know. */
export const currentReader = (): ReadLog | undefined => reader

/** Does some work and notes in the log what it reads of designs; without a log nobody takes notes. Reading within reading belongs to the inner one alone. */
export function reading<T>(log: ReadLog | undefined, work: () => T): T {
  const outer = reader
  reader = log
  try {
    return work()
  } finally {
    reader = outer
  }
}
