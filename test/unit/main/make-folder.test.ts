import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFolder } from '../../../src/main/make-folder.ts'

const base = mkdtempSync(join(tmpdir(), 'causeway-folder-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('makeFolder', () => {
  it('makes what is missing, and nothing twice', () => {
    makeFolder(join(base, 'a', 'b', 'c'))
    makeFolder(join(base, 'a', 'b', 'c'))
    expect(existsSync(join(base, 'a', 'b', 'c'))).toBe(true)
  })
  it('says so when a file is in the way', () => {
    writeFileSync(join(base, 'file'), '')
    expect(() => makeFolder(join(base, 'file', 'below'))).toThrow('file')
  })
  it.runIf(existsSync('/proc/self'))('ends with an error where the system lets nobody make folders', () => {
    expect(() => makeFolder('/proc/causeway/library')).toThrow()
  })
})
