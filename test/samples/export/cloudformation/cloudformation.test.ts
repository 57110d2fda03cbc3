import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
import { exportCloudFormation } from '../../../../src/shared/export/cloudformation/index.ts'
import { readTemplate } from '../../../peer/cloudformation-read.ts'
import { schemaErrors, schemasAbsent } from '../../../peer/cloudformation-schema.ts'
import { templateErrors } from '../../../peer/cloudformation.ts'

// A case is a folder: design.causeway.json, the templates that must come of it, and notes.txt with the manual steps and
// what is left out. Adding one needs no code; UPDATE_SAMPLES=1 writes what the exporter says now: read the difference.
const isUpdate = process.env['UPDATE_SAMPLES'] === '1'
const cases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)

function load(name: string) {
  const parsed = parseDesignText(readFileSync(join(import.meta.dirname, name, 'design.causeway.json'), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return exportCloudFormation(parsed.value)
}

describe.each(cases)('export/cloudformation/%s', (name) => {
  const { files, manualSteps, skipped } = load(name)
  const notes = [...manualSteps.map((step, index) => `${index + 1}. ${step}`), ...skipped.map(({ resource, reason }) => `- ${resource}: ${reason}`), ''].join('\n')
  const made = [...files, { fileName: 'notes.txt', text: notes }]

  it('gives the files of the case and no other', () => {
    const folder = join(import.meta.dirname, name)
    if (isUpdate) for (const { fileName, text } of made) writeFileSync(join(folder, fileName), text)
    expect(readdirSync(folder).filter((file) => file !== 'design.causeway.json').sort()).toEqual(made.map(({ fileName }) => fileName).sort())
    for (const { fileName, text } of made) expect(existsSync(join(folder, fileName)) && readFileSync(join(folder, fileName), 'utf8')).toBe(text)
  })

  it('gives valid templates', () => {
    const templates = files.map((file) => readTemplate(file.text))
    expect(templates.flatMap(templateErrors)).toEqual([])
    if (schemasAbsent === undefined) expect(templates.flatMap(schemaErrors)).toEqual([])
  })
})
