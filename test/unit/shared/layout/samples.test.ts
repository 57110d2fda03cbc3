import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import generateSamples from '../../../../scripts/generate/samples.ts'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'

const files = globSync('resources/samples/*.causeway.json').sort()

it('ships the samples that their generator makes', () => {
  expect(files.map((file) => [file, readFileSync(file, 'utf8')])).toEqual(Object.entries(generateSamples()).sort())
})

it.each(files.map((file) => [basename(file), file]))('%s is a valid design with a place for everything and accepted intents', (_name, file) => {
  const parsed = parseDesignText(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(layoutDesign(parsed.value).changes).toEqual([])
  expect(Object.values(parsed.value.intents).map(({ status }) => status)).not.toContain('suggested')
})
