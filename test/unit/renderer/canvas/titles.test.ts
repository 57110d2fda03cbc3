import { describe, expect, it } from 'vitest'
import { titlesFrom } from '../../../../src/renderer/canvas/paint/paint-titles.ts'
import { Stage } from '../../../../src/renderer/canvas/stage.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { importedDesign } from '../../shared/drawing/imported.ts'

describe('titles from afar', () => {
  const stage = new Stage(indexOf(importedDesign()), {})
  const zooms = [0.03, 0.06, 0.11, 0.2, 0.3, 0.34]

  it.each(zooms)('name frames without covering each other or leaving their frame, at zoom %d', (zoom) => {
    const titles = titlesFrom(stage, stage.owners, zoom)
    const frames = stage.owners.flatMap((id) => (stage.partOf(id) === 'frame' ? (stage.boundsOf(id) ?? []) : []))
    for (const { place } of titles) {
      expect(frames.some((frame) => frame.x <= place.x && frame.y <= place.y && place.x + place.width <= frame.x + frame.width && place.y + place.height <= frame.y + frame.height)).toBe(true)
      expect(titles.filter((other) => other.place.x < place.x + place.width && place.x < other.place.x + other.place.width && other.place.y < place.y + place.height && place.y < other.place.y + other.place.height)).toHaveLength(1)
    }
  })

  it('name Regions first, then VPCs, then subnets, and end where the drawing has its own text', () => {
    const named = (zoom: number) => new Set(titlesFrom(stage, stage.owners, zoom).map(({ text }) => text))
    expect(named(0.06).has('eu-west-1')).toBe(true)
    expect([named(0.06).has('team 3'), named(0.2).has('team 3')]).toEqual([false, true])
    expect([named(0.11).has('team 3 a'), named(0.34).has('team 3 a')]).toEqual([false, true])
    expect(named(0.35).size).toBe(0)
  })
})
