import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPattern, PATTERNS } from '../../../../src/shared/patterns/index.ts'

const folder = join(import.meta.dirname, '../../../../src/shared/patterns')
const machinery = ['index', 'names', 'pattern', 'registry']
const files = readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)).filter((file) => !machinery.includes(file))
const sentences = (text: string) => text.split('. ').length

describe('the registry of patterns', () => {
  it('lists every pattern file once', () => {
    expect(PATTERNS.map(({ id }) => id).sort()).toEqual(files.sort())
  })

  it('has each pattern that the catalogue of kinds can express, in the order of the papers', () => {
    expect(PATTERNS.map(({ id }) => id.split('-')[0])).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6a', 'a6b', 'a6c', 'a6d', 'a7', 'a8', 'a9', 'a10a', 'a10b', 'a11', 'a12', 'b1', 'b2', 'b2b', 'b3', 'b4', 'b5', 'b6', 'b7', 'b7b', 'b8', 'c1', 'c2', 'c3', 'c4', 'd1', 'd2', 'd3', 'd4', 'zonal'])
  })

  it('finds by id and by nothing else', () => {
    expect(findPattern('b1-vpc-peering')?.title).toBe('VPC peering')
    for (const id of ['b1', 'toString', '__proto__', '']) expect(findPattern(id)).toBeUndefined()
  })

  it.each(PATTERNS)('$id says what it is for in words of its own', ({ id, title, figures, useCase, advantages, limitations }) => {
    expect(title.length).toBeLessThan(80)
    for (const figure of figures) expect(figure).toMatch(/^(F([1-9]|1[0-4])|I([2-9]|1\d|2[0-4]))$/)
    expect(figures.length > 0).toBe(id !== 'zonal-nat-egress')
    for (const text of [useCase, advantages, limitations]) {
      expect(sentences(text)).toBe(2)
      expect(text).toMatch(/^[A-Z].{20,200}\.$/)
    }
    expect(PATTERNS.filter((other) => other.title === title || other.useCase === useCase)).toHaveLength(1)
  })
})
