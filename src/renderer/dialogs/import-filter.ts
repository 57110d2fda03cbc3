import type { ImportEntry } from '../../shared/import/snapshot.ts'

/** Which outcomes a report shows. */
export type OutcomeFilter = 'all' | ImportEntry['outcome']

/** The entries of an import that a person asked to see: by outcome, and by words that each must occur somewhere. */
export function filterEntries(entries: readonly ImportEntry[], outcome: OutcomeFilter, sought: string): readonly ImportEntry[] {
  const words = sought.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return entries.filter((entry) => {
    if (outcome !== 'all' && entry.outcome !== outcome) return false
    const text = `${entry.type} ${entry.awsId} ${entry.reason ?? ''} ${entry.origin} ${entry.resource ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
