import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { drawThumbnail } from '../../../src/main/jobs/draw-thumbnail.ts'
import { pictureHandlers } from '../../../src/main/handlers/pictures.ts'
import { type Library, openLibrary } from '../../../src/main/library/library.ts'
import type { PictureKey } from '../../../src/main/library/pictures.ts'
import { createThumbnails } from '../../../src/main/thumbnails.ts'
import type { Outcome } from '../../../src/shared/contract.ts'
import { counted, edit, largeDesign, newFolder, put, valueOf, vpc } from './library/sample.ts'

let folder: string
let library: Library
const drawn: PictureKey[] = []
let jobs = 0
const set = () => {
  const thumbnails = createThumbnails({ library, jobs: { drawThumbnail: (input) => { jobs += 1; return Promise.resolve(drawThumbnail(input)) } }, onDrawn: (key) => drawn.push(key) })
  return pictureHandlers(library, thumbnails)['library.picture']
}
beforeEach(() => {
  folder = newFolder()
  library = valueOf(openLibrary(counted(folder)))
  valueOf(library.create({ name: 'One', design: largeDesign(2) }))
  drawn.length = jobs = 0
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

/** Width and height in the header of a PNG. */
const sizeOf = (bytes: Uint8Array | undefined) => {
  const view = new DataView((bytes ?? new Uint8Array(24)).slice().buffer)
  return [view.getUint32(16), view.getUint32(20)]
}
const picture = async (ask: ReturnType<typeof set>, revision?: number, theme: 'light' | 'dark' = 'light') => valueOf((await ask({ id: 'd1', theme, revision })) as Outcome<{ revision: number; bytes: Uint8Array } | null>)

it('are drawn when asked for, kept, and drawn anew after a change while the old one is shown', async () => {
  const ask = set()
  expect(await picture(ask)).toBeNull()
  await expect.poll(() => drawn).toEqual([{ id: 'd1', revision: 0, theme: 'light' }])
  const first = await picture(ask)
  expect(first?.revision).toBe(0)
  expect(sizeOf(first?.bytes)[0]).toBeGreaterThan(100)
  expect(Math.max(...sizeOf(first?.bytes))).toBeLessThanOrEqual(650)
  expect(jobs).toBe(1)
  valueOf(library.append({ id: 'd1', expectedRevision: 0, edit: edit(put(vpc('b'))) }))
  expect((await picture(ask))?.revision).toBe(0)
  await expect.poll(() => drawn.length).toBe(2)
  const second = await picture(ask)
  expect(second?.revision).toBe(1)
  expect(Buffer.from(second?.bytes ?? []).equals(Buffer.from(first?.bytes ?? []))).toBe(false)
  expect((await picture(ask, 0))?.revision).toBe(0)
  expect(await picture(ask, undefined, 'dark')).toBeNull()
  await expect.poll(() => drawn.length).toBe(3)
  expect(jobs).toBe(3)
})

it('are not tried again and again where there is nothing to see, or nothing that can be read', async () => {
  valueOf(library.create({ name: 'Empty' }))
  const ask = set()
  for (let time = 0; time < 3; time++) {
    expect(await ask({ id: 'd2', theme: 'light', revision: undefined })).toEqual({ ok: true, value: null })
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(jobs).toBe(1)
  expect(await ask({ id: 'd9', theme: 'light', revision: undefined })).toMatchObject({ ok: false, error: { code: 'unknown-design' } })
})

it('go with their design, and only the last forty of one are kept', () => {
  for (let revision = 0; revision < 45; revision++) valueOf(library.keepPicture({ id: 'd1', revision, theme: 'light' }, new Uint8Array([revision])))
  expect(valueOf(library.picture({ id: 'd1', revision: 4, theme: 'light' })).kept).toBeUndefined()
  expect(valueOf(library.picture({ id: 'd1', revision: 5, theme: 'light' })).kept?.bytes[0]).toBe(5)
  valueOf(library.trash({ id: 'd1', expectedRevision: 0 }))
  valueOf(library.purge({ ids: ['d1'] }))
  valueOf(library.keepPicture({ id: 'd1', revision: 50, theme: 'light' }, new Uint8Array(1)))
  expect(library.picture({ id: 'd1', theme: 'light' }).ok).toBe(false)
})
