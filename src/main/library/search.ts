import type { SearchHit } from '../../shared/api.ts'
import { answer, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import type { Records } from './records.ts'
import { soughtWords } from './search-query.ts'
import type { Transactions } from './transactions.ts'
import type { Words } from './words.ts'

interface Parts {
  readonly records: Records
  readonly words: Words
  readonly transactions: Transactions
}

/** A design that was read for the search; one that cannot be read has no revision or no design, and is known by its name. */
export interface Learned {
  readonly id: string
  readonly revision?: number
  readonly design?: Design
}

/** The full-text search, and how designs of older libraries become known to it. */
export function createSearch({ records, words, transactions: { read, write } }: Parts) {
  return {
    search: ({ text, most }: { readonly text: string; readonly most: number }): Outcome<{ hits: SearchHit[]; hasMore: boolean; unread: number }> =>
      read('search', () => {
        const hits = words.find(soughtWords(text), most + 1)
        return answer({ hits: hits.slice(0, most), hasMore: hits.length > most, unread: words.unfiled().length })
      }),
    unread: (): Outcome<string | undefined> => read('search', () => answer(words.unfiled()[0])),
    learn: ({ id, revision, design }: Learned): Outcome<null> =>
      write('make the design known to the search', () => {
        const row = records.find(id)
        // One that changed meanwhile is read again.
        if (row && (revision === undefined || row.revision === revision)) words.file(id, row.name, design?.resources ?? {})
        return answer(null)
      }),
  }
}
