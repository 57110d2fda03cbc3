import { chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFileWithin, writeFileWhole } from '../../../src/main/files.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'causeway-files-')) })
afterEach(() => rm(folder, { recursive: true }))

describe('writeFileWhole', () => {
  it('makes and replaces a file, and leaves nothing beside it', async () => {
    const path = join(folder, 'a.json')
    expect(await writeFileWhole(path, 'one')).toEqual({ ok: true, value: null })
    expect(await writeFileWhole(path, new Uint8Array([104, 105]))).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe('hi')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it.each(['writeFile', 'sync'] as const)('keeps the old file when the disk is full at %s', async (step) => {
    const path = join(folder, 'a.json')
    await writeFile(path, 'old')
    const outcome = await writeFileWhole(path, 'new', async (name) => {
      const file = await open(name, 'wx')
      const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
      return { writeFile: (bytes) => (step === 'writeFile' ? full() : file.writeFile(bytes as string)), sync: full, close: () => file.close() }
    })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'file-unwritable', path } })
    expect(outcome.ok ? '' : outcome.error.message).toContain('the disk is full; make room')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('writes through a link and keeps the permissions of the file', async () => {
    const [path, link] = [join(folder, 'a.json'), join(folder, 'link.json')]
    await writeFile(path, 'old')
    await chmod(path, 0o600)
    await symlink('a.json', link)
    expect(await writeFileWhole(link, 'new')).toEqual({ ok: true, value: null })
    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777, (await lstat(link)).isSymbolicLink()]).toEqual(['new', 0o600, true])
  })

  it('leaves devices alone', async () => {
    const opened: string[] = []
    const outcome = await writeFileWhole('/dev/null', 'x', (name) => {
      opened.push(name)
      return Promise.reject(new Error('must not be opened'))
    })
    expect(outcome.ok ? '' : outcome.error.message).toContain('it is a device or a pipe, not a file')
    expect(opened).toEqual([])
  })

  it('refuses a path below a file', async () => {
    await writeFile(join(folder, 'a'), 'old')
    const outcome = await writeFileWhole(join(folder, 'a', 'b.json'), 'x')
    expect(outcome.ok ? '' : outcome.error.message).toContain('a part of its path is a file')
  })

  it.each([['no/such/a.json', 'no such file or folder'], ['taken', 'folder']])('refuses %s', async (name, reason) => {
    await mkdir(join(folder, 'taken', 'full'), { recursive: true })
    const outcome = await writeFileWhole(join(folder, name), 'x')
    expect(outcome.ok ? '' : outcome.error.message).toContain(reason)
    expect(await readdir(folder)).toEqual(['taken'])
  })
})

describe('readFileWithin', () => {
  it('reads what fits and refuses a larger file before reading it', async () => {
    const path = join(folder, 'sparse')
    await writeFile(path, 'abc')
    expect(await readFileWithin(path, 3)).toEqual({ ok: true, value: new Uint8Array([97, 98, 99]) })
    await truncate(path, 10 * 1024 ** 3)
    expect(await readFileWithin(path)).toMatchObject({ ok: false, error: { code: 'file-too-large', path } })
  })

  it.each([['nothing', 'no such file'], ['.', 'it is a folder'], ['/dev/null', 'a device or a pipe']])('refuses %s in one sentence', async (name, reason) => {
    const outcome = await readFileWithin(resolve(folder, name))
    expect(outcome).toMatchObject({ ok: false, error: { code: 'file-unreadable' } })
    expect(outcome.ok ? '' : outcome.error.message).toContain(reason)
  })
})
