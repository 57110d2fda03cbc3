import type Database from 'better-sqlite3'
import { z } from 'zod'
import { answer, type Outcome } from '../../shared/contract.ts'
import { version } from '../version.ts'
import type { Records } from './records.ts'
import type { Transactions } from './transactions.ts'
import { refuseUnknown } from './trash.ts'

/** Which small picture. */
export interface PictureKey {
  readonly id: string
  readonly revision: number
  readonly theme: 'light' | 'dark'
}

/** A small picture that is there, and whether it shows what was asked for as this program draws it. */
export interface KeptPicture {
  readonly revision: number
  readonly bytes: Uint8Array
  readonly isCurrent: boolean
}

/** So many pictures of one design and theme are kept, the last drawn. */
const MOST_KEPT = 40

const pictureRow = z.object({ revision: z.int(), drawn_by: z.string(), image: z.instanceof(Uint8Array) })

/** The small pictures of designs and their versions (PNG). */
export function createPictures(database: Database.Database, records: Records, { read, write }: Transactions) {
  const exact = database.prepare('SELECT revision, drawn_by, image FROM pictures WHERE design_id = @id AND theme = @theme AND revision = @revision')
  const newest = database.prepare('SELECT revision, drawn_by, image FROM pictures WHERE design_id = @id AND theme = @theme ORDER BY revision DESC LIMIT 1')
  const add = database.prepare('INSERT OR REPLACE INTO pictures (design_id, revision, theme, drawn_by, image) VALUES (@id, @revision, @theme, @by, @bytes)')
  const thinOut = database.prepare(`
    DELETE FROM pictures WHERE design_id = @id AND theme = @theme
    AND rowid NOT IN (SELECT rowid FROM pictures WHERE design_id = @id AND theme = @theme ORDER BY rowid DESC LIMIT ${MOST_KEPT})`)

  return {
    /** The picture of a revision, or (without one) the newest there is; undefined for none. */
    picture: ({ id, revision, theme }: { readonly id: string; readonly revision?: number | undefined; readonly theme: PictureKey['theme'] }): Outcome<{ readonly wanted: number; readonly kept: KeptPicture | undefined }> =>
      read('give a picture', () => {
        const design = records.find(id)
        if (design === undefined) return refuseUnknown(id)
        const wanted = revision ?? design.revision
        const row = pictureRow.optional().parse(revision === undefined ? newest.get({ id, theme }) : exact.get({ id, theme, revision }))
        return answer({ wanted, kept: row && { revision: row.revision, bytes: row.image, isCurrent: row.revision === wanted && row.drawn_by === version } })
      }),
    keepPicture: ({ id, revision, theme }: PictureKey, bytes: Uint8Array): Outcome<null> =>
      write('keep a picture', () => {
        // Drawing takes a while: the design may have gone meanwhile.
        if (records.find(id) === undefined) return answer(null)
        add.run({ id, revision, theme, by: version, bytes })
        thinOut.run({ id, theme })
        return answer(null)
      }),
  }
}
