import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { SearchHit } from '../../shared/api.ts'
import { SEARCH_WORDS_VERSION, searchWordsOf } from '../../shared/document/search-words.ts'
import type { Resource } from '../../shared/model/index.ts'
import { matchIn } from './search-marks.ts'
import { searchQuery, type SoughtWord } from './search-query.ts'

/** What of a design is filed: its resources by id. */
type Resources = Readonly<Record<string, Resource>>

/** The columns of the full-text search in their order, and what a person calls each. */
const COLUMNS = ['name', 'kind', 'notes', 'address', 'AWS ID', 'detail'] as const

/** Names count most, then identifiers. */
const WEIGHTS = '10.0, 3.0, 1.0, 5.0, 8.0, 1.0, 5.0'

/** So many matching rows are compared, the last written first: a word that is everywhere is answered as fast as a rare one. */
const MOST_RANKED = 2_000

const foundRow = z.object({
  design: z.string(), designName: z.string(), resource: z.string(), name: z.string(), kind: z.string(), notes: z.string(), addresses: z.string(), aws_ids: z.string(), details: z.string(),
})

function hitOf(row: unknown, sought: readonly SoughtWord[]): SearchHit {
  const { design, designName, resource, name, kind, ...columns } = foundRow.parse(row)
  const texts = [name, kind, columns.notes, columns.addresses, columns.aws_ids, columns.details]
  const matches = texts.flatMap((text, column) => {
    const parts = matchIn(text, sought)
    return parts ? [{ field: COLUMNS[column] ?? 'detail', parts }] : []
  })
  return { design, designName, ...(resource === '' ? {} : { resource }), name, kind: kind.split('\n').at(-1) ?? '', matches }
}

/** The words that designs can be found by, and the search for them. Transactions are the caller's. */
export function createWords(database: Database.Database) {
  const isFiled = database.prepare('SELECT 1 FROM designs WHERE id = ? AND filed_as = ?')
  const unfiled = database.prepare('SELECT id FROM designs WHERE filed_as IS NOT ? ORDER BY changed_at DESC').pluck()
  const setFiled = database.prepare('UPDATE designs SET filed_as = ? WHERE id = ?')
  const forget = database.prepare('DELETE FROM words WHERE design_id = ?')
  const remove = database.prepare('DELETE FROM words WHERE design_id = ? AND resource_id = ?')
  const add = database.prepare('INSERT INTO words (design_id, resource_id, name, kind, notes, addresses, aws_ids, details, blocks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  // The newest rows that match are ranked, and what is shown is read of the best alone.
  const find = database.prepare(`
    WITH matching AS MATERIALIZED (
      SELECT search.rowid AS id, bm25(search, ${WEIGHTS}) AS score, designs.changed_at AS changed_at
      FROM search JOIN words ON words.id = search.rowid JOIN designs ON designs.id = words.design_id
      WHERE search MATCH ? AND designs.trashed_at IS NULL ORDER BY search.rowid DESC LIMIT ${MOST_RANKED}
    ), best AS MATERIALIZED (SELECT id, score, changed_at FROM matching ORDER BY score, changed_at DESC, id LIMIT ?)
    SELECT words.design_id AS design, designs.name AS designName, words.resource_id AS resource, words.name, words.kind, notes, addresses, aws_ids, details
    FROM best JOIN words ON words.id = best.id JOIN designs ON designs.id = words.design_id
    ORDER BY best.score, best.changed_at DESC, best.id`)

  const addResource = (design: string, resource: Resource): void => {
    const { name, kind, notes, addresses, awsIds, details, blocks } = searchWordsOf(resource)
    add.run(design, resource.id, name, kind, notes, addresses, awsIds, details, blocks)
  }
  const addName = (design: string, name: string): void => { add.run(design, '', name, 'Design', '', '', '', '', '') }

  return {
    /** Files a whole design anew. */
    file: (design: string, name: string, resources: Resources): void => {
      forget.run(design)
      addName(design, name)
      for (const resource of Object.values(resources)) addResource(design, resource)
      setFiled.run(SEARCH_WORDS_VERSION, design)
    },
    /** Files anew what an edit touched; nothing for a design that is not filed yet, which is read as a whole later. */
    refile: (design: string, name: string, resources: Resources, touched: { readonly ids: ReadonlySet<string>; readonly isRenamed: boolean }): void => {
      if (isFiled.get(design, SEARCH_WORDS_VERSION) === undefined) return
      for (const id of touched.ids) {
        remove.run(design, id)
        const resource = Object.hasOwn(resources, id) ? resources[id] : undefined
        if (resource) addResource(design, resource)
      }
      if (!touched.isRenamed) return
      remove.run(design, '')
      addName(design, name)
    },
    /** Designs whose words were never taken, or by older rules; the latest changed first. */
    unfiled: (): string[] => z.array(z.string()).parse(unfiled.all(SEARCH_WORDS_VERSION)),
    /** What matches best; nothing for no words. */
    find: (sought: readonly SoughtWord[], most: number): SearchHit[] => (sought.length === 0 ? [] : find.all(searchQuery(sought), most).map((row) => hitOf(row, sought))),
  }
}

/** The words that designs can be found by. */
export type Words = ReturnType<typeof createWords>
