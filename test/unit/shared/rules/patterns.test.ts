import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { patternDesign, PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { check } from './samples.ts'

/** What the rules say of each pattern, a file each: one line a finding, read and found true. */
const FOLDER = join(import.meta.dirname, '../../../samples/patterns')

// UPDATE_SAMPLES=1 writes what the rules say now; read the difference before keeping it.
const isUpdate = process.env['UPDATE_SAMPLES'] === '1'

describe('what the rules say of the patterns', () => {
  it.each(PATTERNS.map(({ id }) => id))('%s', (id) => {
    const path = join(FOLDER, `${id}.txt`)
    const said = check(patternDesign(id)).map(({ severity, verdict, rule, message }) => `${verdict === 'cannot-tell' ? 'cannot tell' : severity} ${rule}: ${message}\n`).join('')
    if (isUpdate) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(path, said)
    } else expect(said).toBe(existsSync(path) ? readFileSync(path, 'utf8') : undefined)
    expect(said).not.toMatch(/^error/m)
  })
})
