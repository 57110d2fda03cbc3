import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../../../src/main/library/connection.ts'
import { openLibrary } from '../../../../src/main/library/library.ts'
import { designs } from '../../../../src/main/library/migrations/10-designs.ts'
import { readUnread } from '../../../../src/main/library/read-unread.ts'
import { readDesign } from '../../../../src/main/jobs/read-design.ts'
import { counted, largeDesign, newFolder, put, subnet, valueOf } from './sample.ts'

let folder: string
beforeEach(() => { folder = newFolder() })
afterEach(() => rmSync(folder, { recursive: true }))

/** A library as version 10 left it: two designs, the first with a journal, the second damaged. */
function versionTen(): void {
  const database = valueOf(openDatabase(folder, [designs]))
  for (const [id, name] of [['d1', 'Old plan'], ['d2', 'Broken']]) database.prepare('INSERT INTO designs VALUES (?, ?, 1, 4, 5, 6)').run(id, name)
  database.prepare('INSERT INTO snapshots VALUES (?, 0, 5, ?)').run('d1', JSON.stringify({ ...largeDesign(2), name: 'Old plan' }))
  database.prepare('INSERT INTO snapshots VALUES (?, 1, 5, ?)').run('d2', '{}')
  database.prepare('INSERT INTO edits VALUES (?, 1, 6, ?)').run('d1', JSON.stringify({ label: 'x', changes: [put(subnet('late', 'a'))] }))
  database.prepare('INSERT INTO evidence (design_id, made_at, snapshot) VALUES (?, 5, ?)').run('d1', Buffer.from('x'))
  database.close()
}

it('keeps every row, and what the library held becomes known to the search by and by', async () => {
  versionTen()
  const library = valueOf(openLibrary(counted(folder)))
  expect(valueOf(library.list()).map(({ name, trashedAt }) => [name, trashedAt])).toEqual([['Old plan', undefined], ['Broken', undefined]])
  expect(Object.keys(valueOf(library.open({ id: 'd1' })).design.resources)).toContain('subnet:late')
  expect(valueOf(library.search({ text: 'late', most: 10 }))).toEqual({ hits: [], hasMore: false, unread: 2 })
  const stop = readUnread(library, { readDesign: (source) => Promise.resolve(readDesign(source)) })
  await expect.poll(() => valueOf(library.unread())).toBeUndefined()
  stop()
  expect(valueOf(library.search({ text: 'late', most: 10 })).hits.map(({ resource }) => resource)).toEqual(['subnet:late'])
  expect(valueOf(library.search({ text: 'broken', most: 10 })).hits.map(({ design }) => design)).toEqual(['d2'])
  library.close()
})

it('takes words of an edit that comes before the design was read, once it is read', async () => {
  versionTen()
  const library = valueOf(openLibrary(counted(folder)))
  valueOf(library.append({ id: 'd1', expectedRevision: 1, edit: { label: 'x', changes: [put(subnet('later', 'a'))] } }))
  const stop = readUnread(library, { readDesign: (source) => Promise.resolve(readDesign(source)) })
  await expect.poll(() => valueOf(library.unread())).toBeUndefined()
  stop()
  expect(valueOf(library.search({ text: 'later', most: 10 })).hits).toHaveLength(1)
  library.close()
})
