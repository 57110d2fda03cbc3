import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, NOT_CHECKED } from '../../../../src/shared/rules/catalogue.ts'
import { RULES } from '../../../../src/shared/rules/index.ts'
import { samples } from './samples.ts'

/** The facts beside the project where it is developed; its section 16 maps every option and caveat of the seed documents to catalogue entries. */
const FACTS = resolve('../shared/reference/aws-network-facts.md')
const skipped = existsSync(FACTS) ? '' : ' (skipped, because ../shared/reference/aws-network-facts.md is not there)'

/** The catalogue entries that a cell names: single ones, ranges, whole families, and numbers that go on with the family before. */
function entriesIn(cell: string): string[] {
  const found: string[] = []
  let family = ''
  for (const [, named, number = '', to] of cell.matchAll(/(?:R-([A-Z]+))?-(\*|\d+)(?:…-?(\d+))?/g)) {
    family = named ?? family
    const entry = (at: number) => `R-${family}-${String(at).padStart(2, '0')}`
    if (number === '*') found.push(...CATALOGUE.filter((one) => one.startsWith(`R-${family}-`)))
    else for (let at = Number(number); at <= Number(to ?? number); at++) found.push(entry(at))
  }
  return found
}

const rows = skipped === '' ? (readFileSync(FACTS, 'utf8').split('\n## 16.')[1]?.split('\n## 17.')[0] ?? '').split('\n').filter((line) => /^\| (?!Seed item|-)/.test(line)) : []
const table = rows.map((line) => line.split('|').map((cell) => cell.trim())).map((cells) => ({ item: cells[1] ?? '', rules: entriesIn(cells[4] ?? '') }))

describe.skipIf(skipped !== '')(`what the seed documents name${skipped}`, () => {
  it('is a table with entries of the catalogue in every row', () => {
    expect(table.length).toBeGreaterThan(40)
    for (const { item, rules } of table) expect([item, rules.length > 0]).toEqual([item, true])
    for (const { rules } of table) for (const rule of rules) expect(CATALOGUE).toContain(rule)
  })

  it.each(table)('$item is a rule with a sample', ({ rules }) => {
    const covering = RULES.filter(({ catalogue, alsoCovers = [] }) => [catalogue, ...alsoCovers].some((entry) => rules.includes(entry)))
    expect(covering.map(({ id }) => id)).not.toEqual([])
    for (const { id } of covering) expect(samples.some(({ rule, isGood }) => rule === id && !isGood), id).toBe(true)
    const covered = new Set(covering.flatMap(({ catalogue, alsoCovers = [] }) => [catalogue, ...alsoCovers]))
    expect(rules.filter((entry) => !covered.has(entry) && NOT_CHECKED[entry] === undefined)).toEqual([])
  })
})
