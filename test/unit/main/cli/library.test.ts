import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLibrary } from '../../../../src/main/library/library.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { edit, largeDesign, put, valueOf, vpc } from '../library/sample.ts'
import { newFolder, run } from './run.ts'

const named = (id: string, name: string) => {
  const after = { ...vpc(id), name }
  return put(after)
}

let folder: string
let at: readonly ['--library', string]
beforeEach(() => {
  folder = newFolder()
  at = ['--library', join(folder, 'library')]
  mkdirSync(at[1])
  let now = Date.UTC(2026, 0, 2, 3, 0)
  let number = 0
  const library = valueOf(openLibrary({ folder: at[1], clock: () => (now += 20 * 60_000), randomId: () => `d${++number}` }))
  valueOf(library.create({ name: 'Plan', design: largeDesign(1) }))
  valueOf(library.create({ name: 'Twin' }))
  valueOf(library.create({ name: 'Twin' }))
  valueOf(library.append({ id: 'd1', expectedRevision: 0, edit: edit(named('b', 'core')) }))
  valueOf(library.nameVersion({ id: 'd1', revision: 1, expectedName: null, name: 'Before the review' }))
  valueOf(library.append({ id: 'd1', expectedRevision: 1, edit: edit({ op: 'set', collection: 'resources', id: 'vpc:b', field: 'name', before: 'core', after: 'heart' }, named('c', 'new')) }))
  valueOf(library.trash({ id: 'd3', expectedRevision: 0 }))
  library.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('causeway library', () => {
  it('lists designs, and the trash', async () => {
    const { exit, out } = await run('library', 'list', ...at)
    expect(exit).toBe(0)
    expect(out.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual(['changed (UTC) resources id name', '2026-01-02 05:00 4 d1 Plan', '2026-01-02 03:40 0 d2 Twin', ''])
    expect(JSON.parse((await run('library', 'list', '--trash', '--json', ...at)).out)).toMatchObject({ designs: [{ id: 'd3', trashedAt: expect.any(Number) }] })
  })

  it('searches, and its exit code tells whether something was found', async () => {
    const { exit, out } = await run('library', 'search', 'heart', ...at)
    expect([exit, out.replaceAll(/ +/g, ' ')]).toEqual([0, 'Plan VPC heart\n\n1 match.\n'])
    expect((await run('library', 'search', 'core', ...at)).exit).toBe(1)
  })

  it('tells versions in words', async () => {
    const { out } = await run('library', 'versions', 'Plan', ...at)
    expect(out.split('\n').slice(1, 4).map((line) => line.replaceAll(/ +/g, ' '))).toEqual(['2 2026-01-02 05:00 1 added, 1 changed', '1 2026-01-02 04:20 "Before the review": 1 added', '0 2026-01-02 03:20 made'])
  })

  it('restores a version as a new design, or in place as one edit', async () => {
    const made = await run('library', 'restore', 'Plan', '--version', 'Before the review', '--name', 'As reviewed', '--json', ...at)
    expect(JSON.parse(made.out)).toMatchObject({ design: { name: 'As reviewed', resources: 3 } })
    expect((await run('library', 'restore', 'd1', '--version', '0', '--in-place', ...at)).out).toBe('3\n')
    expect((await run('diff', '0', 'now', '--of', 'd1', ...at)).exit).toBe(0)
    expect((await run('library', 'restore', 'd1', '--version', '0', '--in-place', ...at)).err).toContain('already')
    expect((await run('diff', '2', 'now', '--of', 'd1', ...at)).out).toContain('2 removed')
  })

  it('takes a design out of the trash', async () => {
    expect((await run('library', 'restore', 'd3', ...at)).exit).toBe(0)
    expect((await run('library', 'list', ...at)).out).toContain('d3')
    expect((await run('library', 'restore', 'd3', ...at)).err).toContain('is not in the trash')
  })

  it.each([
    [['library', 'restore', 'Twin'], '2 designs are called "Twin"'],
    [['library', 'versions', 'Nothing'], 'there is no design "Nothing"'],
    [['library', 'erase'], 'there is list, search, versions, restore'],
    [['library', 'restore', 'Plan', '--version', 'Last'], 'has no version "Last"'],
    [['library', 'restore', 'Plan', '--version', '77'], 'no revision 77'],
    [['library', 'restore', 'Plan', '--in-place'], '--in-place goes with --version'],
    [['diff', '0', '99', '--of', 'Plan'], 'no revision 99'],
  ])('%j is refused in words', async (argv, message) => {
    const { exit, err } = await run(...argv, ...at)
    expect([exit, err.includes(message) ? message : err]).toEqual([2, message])
  })

  it('makes no library where there is none', async () => {
    expect((await run('library', 'list', '--library', join(folder, 'nowhere'))).err).toContain('There is no library in')
  })
})

describe('causeway diff', () => {
  it('tells what two files differ in, in words and as JSON, and by its exit code', async () => {
    const [a, b] = [join(folder, 'a.causeway.json'), join(folder, 'b.causeway.json')]
    writeFileSync(a, serializeDesign(largeDesign(1)))
    const { 'vpc:a': old, ...others } = largeDesign(0).resources as unknown as Record<string, object>
    writeFileSync(b, serializeDesign({ ...largeDesign(0), name: 'other', resources: { ...others, 'vpc:a': { ...old, CidrBlocks: ['10.0.0.0/16', '10.8.0.0/16'] } } } as never))
    const { exit, out } = await run('diff', a, b)
    expect([exit, out]).toEqual([1, '1 changed, 1 removed, 1 other change.\n\nRenamed from "large" to "other"\n\nRemoved\n  Subnet 0\n\nChanged\n  VPC a\n    IPv4 CIDR blocks: + 10.8.0.0/16\n'])
    expect(JSON.parse((await run('diff', a, b, '--json')).out)).toMatchObject({ tally: { added: 0, removed: 1, changed: 1 }, renamed: { after: 'other' }, changes: expect.arrayContaining([expect.objectContaining({ kind: 'removed', id: 'subnet:0', name: '0' })]) })
    expect(await run('diff', a, a)).toMatchObject({ exit: 0, out: 'Nothing changed.\n' })
    expect((await run('diff', a, join(folder, 'missing.json'))).exit).toBe(2)
  })
})
