import { describe, expect, it } from 'vitest'
import { parseDesign } from '../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../src/shared/document/serialize.ts'
import { KINDS } from '../../../src/shared/model/index.ts'
import { sampleDesigns } from './design.ts'

const designs = sampleDesigns(1, 300, 3)
const count = (hit: (design: (typeof designs)[number]) => boolean) => designs.filter(hit).length

describe('random designs', () => {
  it('are valid and the same for the same seed', () => {
    for (const design of designs.slice(0, 50)) expect(parseDesign(JSON.parse(serializeDesign(design)))).toMatchObject({ ok: true })
    expect(sampleDesigns(1, 20, 3).map(serializeDesign)).toEqual(sampleDesigns(1, 20, 3).map(serializeDesign))
  })

  it('hold every kind in at least one design of thirty', () => {
    const rare = KINDS.filter((kind) => count((design) => Object.values(design.resources).some((resource) => resource.kind === kind)) < 10)
    expect(rare).toEqual([])
  })

  it('are connected: most have a route beyond their VPC, and some have a blackhole', () => {
    const routes = (design: (typeof designs)[number]) => Object.values(design.resources).flatMap((resource) => (resource.kind === 'route-table' ? resource.Routes : []))
    expect(count((design) => routes(design).some((route) => route.target))).toBeGreaterThan(200)
    expect(count((design) => routes(design).some((route) => !route.target))).toBeGreaterThan(20)
  })
})
