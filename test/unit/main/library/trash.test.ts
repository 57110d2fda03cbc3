import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../../../src/main/library/library.ts'
import { codeOf, counted, edit, largeDesign, newFolder, put, valueOf, vpc } from './sample.ts'

let folder: string
let mine: Library
let other: Library
beforeEach(() => {
  folder = newFolder()
  mine = valueOf(openLibrary(counted(folder)))
  other = valueOf(openLibrary({ folder }))
  for (const name of ['One', 'Two', 'Three']) valueOf(mine.create({ name, design: largeDesign(2) }))
})
afterEach(() => {
  mine.close()
  other.close()
  rmSync(folder, { recursive: true })
})

it('keeps a design whole, out of the way, until it is restored', () => {
  valueOf(mine.append({ id: 'd1', expectedRevision: 0, edit: edit(put(vpc('b'))) }))
  const before = valueOf(mine.file({ id: 'd1' })).text
  expect(valueOf(mine.trash({ id: 'd1', expectedRevision: 1 }))).toMatchObject({ id: 'd1', trashedAt: 5 })
  expect(valueOf(mine.list()).map(({ id }) => id)).toEqual(['d3', 'd2'])
  expect(valueOf(mine.trashed()).map(({ id, trashedAt }) => [id, trashedAt])).toEqual([['d1', 5]])
  for (const outcome of [mine.open({ id: 'd1' }), other.append({ id: 'd1', expectedRevision: 1, edit: edit(put(vpc('c'))) }), other.rename({ id: 'd1', expectedName: 'One', name: 'x' }), mine.trash({ id: 'd1', expectedRevision: 1 })]) {
    expect(codeOf(outcome)).toBe('design-trashed')
  }
  expect(valueOf(other.restore({ id: 'd1' }))).not.toHaveProperty('trashedAt')
  expect(codeOf(mine.restore({ id: 'd1' }))).toBe('not-trashed')
  expect(valueOf(mine.file({ id: 'd1' })).text).toBe(before)
})

it('does not take what somebody changed after it was looked at', () => {
  valueOf(other.append({ id: 'd1', expectedRevision: 0, edit: edit(put(vpc('b'))) }))
  expect(codeOf(mine.trash({ id: 'd1', expectedRevision: 0 }))).toBe('stale-revision')
  expect(valueOf(mine.list()).map(({ id }) => id)).toContain('d1')
})

it('deletes what lies in it and nothing else', () => {
  for (const id of ['d1', 'd2']) valueOf(mine.trash({ id, expectedRevision: 0 }))
  valueOf(other.restore({ id: 'd2' }))
  const heard: unknown[] = []
  mine.subscribe((change) => heard.push(change))
  expect(valueOf(mine.purge({ ids: ['d1', 'd2', 'd3', 'd9'] }))).toEqual({ purged: 1 })
  expect(heard).toEqual([{ id: 'd1', revision: -1 }])
  expect(valueOf(mine.list()).map(({ id }) => id).sort()).toEqual(['d2', 'd3'])
  expect(codeOf(mine.restore({ id: 'd1' }))).toBe('unknown-design')
})

it('does not overwrite a name that somebody else gave', () => {
  valueOf(other.rename({ id: 'd1', expectedName: 'One', name: 'Plan A' }))
  expect(codeOf(mine.rename({ id: 'd1', expectedName: 'One', name: 'Plan B' }))).toBe('stale-name')
  expect(valueOf(mine.open({ id: 'd1' })).design.name).toBe('Plan A')
})
