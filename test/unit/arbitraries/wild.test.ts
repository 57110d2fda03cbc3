import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDesign } from '../../../src/shared/document/parse.ts'
import { KINDS } from '../../../src/shared/model/index.ts'
import { wildDesign } from './wild.ts'

it('makes valid designs with every kind', () => {
  fc.assert(
    fc.property(wildDesign(2), (design) => {
      expect(parseDesign(design)).toMatchObject({ ok: true })
      expect(new Set(Object.values(design.resources).map((resource) => resource.kind)).size).toBe(KINDS.length)
    }),
    { seed: 1, numRuns: 40 },
  )
})
