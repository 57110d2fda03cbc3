import type { ListedDesign } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Changed } from './changes.ts'
import type { Records } from './records.ts'
import type { Transactions } from './transactions.ts'

interface Parts {
  readonly records: Records
  readonly transactions: Transactions
  readonly changes: { readonly note: (change: Changed) => void }
  readonly clock: () => number
}

/** Why a design that lies in the trash cannot be worked on. */
export function refuseTrashed({ name }: ListedDesign): Outcome<never> {
  return refuse('design-trashed', `The design "${name}" is in the trash; restore it to go on.`, { path: 'id' })
}

/** Why there is no design of this id. */
export function refuseUnknown(id: string): Outcome<never> {
  return refuse('unknown-design', `There is no design ${id} in the library; it may have been removed by another window.`, { path: 'id' })
}

/** The trash: designs lie there whole, with their history, until a person deletes them. Nothing ages out of it. */
export function createTrash({ records, transactions: { read, write }, changes, clock }: Parts) {
  const move = (id: string, doing: string, to: (row: ListedDesign) => Outcome<number | null>): Outcome<ListedDesign> => {
    const done = write(doing, () => {
      const row = records.find(id)
      if (row === undefined) return refuseUnknown(id)
      const at = to(row)
      if (!at.ok) return at
      records.setTrashed(id, at.value)
      const { trashedAt: _before, ...rest } = row
      return answer({ ...rest, ...(at.value === null ? {} : { trashedAt: at.value }) })
    })
    if (done.ok) changes.note({ id, revision: done.value.trashedAt === undefined ? done.value.revision : -1 })
    return done
  }

  return {
    trashed: (): Outcome<ListedDesign[]> => read('list its trash', () => answer(records.trashed())),
    trash: ({ id, expectedRevision }: { readonly id: string; readonly expectedRevision: number }): Outcome<ListedDesign> =>
      move(id, 'put the design into the trash', (row) => {
        if (row.trashedAt !== undefined) return refuse('design-trashed', `The design "${row.name}" is in the trash already.`, { path: 'id' })
        if (row.revision === expectedRevision) return answer(clock())
        return refuse('stale-revision', `The design "${row.name}" was changed meanwhile by another window or program; look at it again before you put it into the trash.`)
      }),
    restore: ({ id }: { readonly id: string }): Outcome<ListedDesign> =>
      move(id, 'restore the design', (row) => (row.trashedAt === undefined ? refuse('not-trashed', `The design "${row.name}" is not in the trash; another window may have restored it.`, { path: 'id' }) : answer(null))),
    purge: ({ ids }: { readonly ids: readonly string[] }): Outcome<{ purged: number }> => {
      const done = write('delete designs from its trash', () => answer(ids.filter((id) => records.remove(id))))
      if (!done.ok) return done
      for (const id of done.value) changes.note({ id, revision: -1 })
      return answer({ purged: done.value.length })
    },
  }
}
