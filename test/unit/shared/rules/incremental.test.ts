import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import type { Design } from '../../../../src/shared/document/design.ts'
import { Check, findingsOf } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { designOf, samples, TODAY } from './samples.ts'

/** One change of a resource that the design's own values make likely to matter: a field is taken over from another resource of the kind, or cleared. */
function editsOf(design: Design, picks: readonly (readonly [number, number, number])[]) {
  const resources = Object.values(design.resources)
  return picks.map(([which, field, from]) => {
    const resource = resources[which % resources.length] as unknown as Record<string, unknown> & { readonly id: string; readonly kind: string }
    const others = resources.filter(({ kind }) => kind === resource.kind) as unknown as Record<string, unknown>[]
    const names = Object.keys(resource).filter((name) => !['id', 'kind'].includes(name))
    const name = names[field % names.length] ?? 'name'
    const after = others[from % others.length]?.[name]
    return { label: 'change', changes: [{ op: 'set' as const, collection: 'resources' as const, id: resource.id, field: name, before: resource[name], ...(after === undefined ? {} : { after }) }] }
  })
}

describe('checking after an edit', () => {
  it('says what checking from scratch says, whatever the edits', () => {
    fc.assert(
      fc.property(fc.nat(samples.length - 1), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }), (which, picks) => {
        const sample = samples[which]
        if (!sample) return
        let design = designOf(sample)
        let simulation = simulate(design)
        let check = new Check(design, simulation, { today: TODAY })
        for (const pick of picks) {
          const [edit] = editsOf(design, [pick])
          const edited = edit && applyEdit(design, edit)
          if (!edited?.ok) continue
          design = edited.value
          simulation = simulate(design, simulation)
          check = new Check(design, simulation, { today: TODAY }, check)
          expect(findingsOf(check, TODAY)).toEqual(findingsOf(new Check(design, simulate(design), { today: TODAY }), TODAY))
        }
      }),
      { seed: 20_261_128, numRuns: 150 },
    )
  }, 180_000)

  it('asks nothing again when only the drawing changed', () => {
    for (const sample of samples.slice(0, 10)) {
      const design = designOf(sample)
      const simulation = simulate(design)
      const before = new Check(design, simulation, { today: TODAY })
      const moved: Design = { ...design, placements: { ...design.placements } }
      expect([sample.name, before.asked > 0, new Check(moved, simulate(moved, simulation), { today: TODAY }, before).asked]).toEqual([sample.name, true, 0])
    }
  })
})
