import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { check, concerning, designOf, expectedOf, samples, summarise } from './samples.ts'

// UPDATE_SAMPLES=1 writes what the rules say now; read the difference before keeping it.
const isUpdate = process.env['UPDATE_SAMPLES'] === '1'

describe.each(samples)('$rule: $name', (sample) => {
  const design = designOf(sample)
  const findings = concerning(sample.rule, check(design))

  it('is judged as expected', () => {
    const found = summarise(findings)
    if (isUpdate) writeFileSync(join(sample.folder, 'expected.json'), `[${found.map((entry) => `\n  ${JSON.stringify(entry)}`).join(',')}${found.length > 0 ? '\n' : ''}]\n`)
    else expect(found).toEqual(expectedOf(sample))
  })

  it('has fixes that apply and cure what they fix', () => {
    for (const finding of findings) {
      for (const { label, edit } of finding.fixes) {
        const fixed = applyEdit(design, edit)
        if (!fixed.ok) throw new Error(`${label}: ${JSON.stringify(fixed.problems)}`)
        expect(check(fixed.value).map(({ message }) => message), label).not.toContain(finding.message)
      }
    }
  })
})
