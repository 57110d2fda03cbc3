import type { ListedDesign } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import { type Design, emptyDesign } from '../../shared/document/design.ts'
import { applyEdit, type Edit } from '../../shared/document/edit.ts'
import { parseDesign, parseDesignText } from '../../shared/document/parse.ts'
import { serializeDesign } from '../../shared/document/serialize.ts'
import type { Snapshot } from '../../shared/import/snapshot.ts'
import { DESIGN_FILE_ENDING, designFileName, refuseProblems } from '../design-file.ts'
import type { DesignSource } from './build-design.ts'
import type { Changed } from './changes.ts'
import type { EvidenceStore } from './evidence.ts'
import type { Records } from './records.ts'
import { brokenReferences } from './references.ts'
import { createShelf, type Shelved, sourceOf } from './shelf.ts'
import type { Transactions } from './transactions.ts'
import { refuseTrashed, refuseUnknown } from './trash.ts'
import type { Words } from './words.ts'

/** A design is kept whole again after so many edits … */
const EDITS_PER_SNAPSHOT = 200

/** … or after edits of this length as text. */
const JOURNAL_LENGTH_PER_SNAPSHOT = 4 * 1024 * 1024

interface Parts {
  readonly records: Records
  readonly words: Words
  readonly transactions: Transactions
  readonly changes: { readonly note: (change: Changed) => void }
  readonly evidence: Pick<EvidenceStore, 'add'>
  readonly clock: () => number
  readonly randomId: () => string
}

const countOf = (design: Design): number => Object.keys(design.resources).length

/** What an edit touches of what can be searched for. */
const touchedBy = ({ changes }: Edit) => ({
  ids: new Set(changes.flatMap((change) => (change.op !== 'rename' && change.collection === 'resources' ? [change.id] : []))),
  isRenamed: changes.some(({ op }) => op === 'rename'),
})

/** The designs of the library and their journals. */
export function createDesigns({ records, words, transactions, changes, evidence, clock, randomId }: Parts) {
  const { read, write } = transactions
  const shelf = createShelf(records)

  /** Takes the design off the shelf, in the transaction that is running. */
  const take = (id: string): Outcome<{ readonly row: ListedDesign; readonly shelved: Shelved }> => {
    const row = records.find(id)
    if (row === undefined) return refuseUnknown(id)
    if (row.trashedAt !== undefined) return refuseTrashed(row)
    const shelved = shelf.take(row)
    return shelved.ok ? answer({ row, shelved: shelved.value }) : shelved
  }

  /** Journals an edit that fits; in the transaction that is running. */
  const journal = (row: ListedDesign, shelved: Shelved, edit: Edit): Outcome<{ readonly row: ListedDesign; readonly shelved: Shelved }> => {
    const applied = applyEdit(shelved.design, edit)
    if (!applied.ok) return refuseProblems(applied.problems)
    const design = applied.value
    const broken = brokenReferences(shelved.design, design, edit)
    if (broken.length > 0) return refuseProblems(broken)
    const changedAt = clock()
    const next: ListedDesign = { ...row, name: design.name, revision: row.revision + 1, resources: countOf(design), changedAt }
    const length = records.addEdit(row.id, next.revision, changedAt, edit)
    records.advance(next)
    words.refile(row.id, design.name, design.resources, touchedBy(edit))
    const journaledEdits = shelved.journaledEdits + 1
    const journaledLength = shelved.journaledLength + length
    const isDue = journaledEdits >= EDITS_PER_SNAPSHOT || journaledLength >= JOURNAL_LENGTH_PER_SNAPSHOT
    if (isDue) records.addSnapshot(row.id, next.revision, changedAt, JSON.stringify(design))
    return answer({ row: next, shelved: { revision: next.revision, design, ...(isDue ? { journaledEdits: 0, journaledLength: 0 } : { journaledEdits, journaledLength }) } })
  }

  /** Runs a change of a design as one transaction; memory and listeners follow only after the commit. */
  const change = (id: string, editFor: (row: ListedDesign, shelved: Shelved) => Outcome<Edit>): Outcome<ListedDesign> => {
    const done = write('save the edit', () => {
      const taken = take(id)
      if (!taken.ok) return taken
      const { row, shelved } = taken.value
      const edit = editFor(row, shelved)
      return edit.ok ? journal(row, shelved, edit.value) : edit
    })
    if (!done.ok) return done
    const { row, shelved } = done.value
    shelf.keep(id, shelved)
    changes.note({ id, revision: row.revision })
    return answer(row)
  }

  const add = (design: Design, snapshot?: Snapshot): Outcome<ListedDesign> => {
    const at = clock()
    const row: ListedDesign = { id: randomId(), name: design.name, revision: 0, createdAt: at, changedAt: at, resources: countOf(design) }
    const done = write('take the design', () => {
      records.add(row)
      records.addSnapshot(row.id, 0, at, JSON.stringify(design))
      words.file(row.id, design.name, design.resources)
      if (snapshot !== undefined) evidence.add(row.id, at, snapshot)
      return answer(row)
    })
    if (!done.ok) return done
    shelf.keep(row.id, { revision: 0, design, journaledEdits: 0, journaledLength: 0 })
    changes.note({ id: row.id, revision: 0 })
    return done
  }

  const open = ({ id }: { readonly id: string }): Outcome<{ id: string; revision: number; design: Design }> =>
    read('open the design', () => {
      const taken = take(id)
      return taken.ok ? answer({ id, revision: taken.value.shelved.revision, design: taken.value.shelved.design }) : taken
    })

  return {
    list: (): Outcome<ListedDesign[]> => read('list its designs', () => answer(records.list())),
    create: (input: { readonly name: string; readonly design?: unknown }, snapshot?: Snapshot): Outcome<ListedDesign> => {
      if (input.design === undefined) return add(emptyDesign(input.name), snapshot)
      const parsed = parseDesign(input.design)
      return parsed.ok ? add({ ...parsed.value, name: input.name }, snapshot) : refuseProblems(parsed.problems)
    },
    open,
    append: ({ id, expectedRevision, edit }: { readonly id: string; readonly expectedRevision: number; readonly edit: Edit }): Outcome<{ revision: number }> => {
      const done = change(id, (row) => {
        if (row.revision === expectedRevision) return answer(edit)
        return refuse('stale-revision', `The design was changed elsewhere (it is at revision ${row.revision}, not ${expectedRevision}); load the newer state and try again.`)
      })
      return done.ok ? answer({ revision: done.value.revision }) : done
    },
    rename: ({ id, expectedName, name }: { readonly id: string; readonly expectedName: string; readonly name: string }): Outcome<ListedDesign> =>
      change(id, (_row, { design }) => {
        if (design.name !== expectedName) return refuse('stale-name', `The design is not called "${expectedName}" any more but "${design.name}"; another window or program renamed it meanwhile.`, { path: 'name' })
        return answer({ label: 'Rename design', changes: [{ op: 'rename', before: design.name, after: name }] })
      }),
    /** What a revision is made of, for work on another thread; also of a design in the trash. */
    source: ({ id, revision }: { readonly id: string; readonly revision?: number | undefined }): Outcome<DesignSource> =>
      read('read the design', () => {
        const row = records.find(id)
        return row === undefined ? refuseUnknown(id) : sourceOf(records, row, revision)
      }),
    openFile: ({ fileName, text }: { readonly fileName: string; readonly text: string }): Outcome<ListedDesign> => {
      const parsed = parseDesignText(text)
      if (!parsed.ok) return refuseProblems(parsed.problems, fileName)
      const bare = fileName.replace(/^.*[\\/]/, '').replace(new RegExp(`(${DESIGN_FILE_ENDING.replaceAll('.', '\\.')}|\\.json)$`, 'i'), '')
      return add({ ...parsed.value, name: parsed.value.name || bare.slice(0, 255) })
    },
    file: (input: { readonly id: string }): Outcome<{ fileName: string; text: string }> => {
      const opened = open(input)
      return opened.ok ? answer({ fileName: designFileName(opened.value.design.name), text: serializeDesign(opened.value.design) }) : opened
    },
  }
}
