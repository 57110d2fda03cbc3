import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapped, snappedEdge } from '../../../../src/renderer/canvas/snap.ts'

const rect = (x: number, y: number, width = 100, height = 60) => ({ x, y, width, height })

describe('lining up with neighbours', () => {
  it('comes to rest at the nearest edge or middle within reach, with one line to show it', () => {
    const found = snapped(rect(203, 300), [rect(200, 0), rect(600, 20)], [], 6)
    expect([found.x, found.y]).toEqual([-3, undefined])
    expect(found.guides).toEqual([{ kind: 'line', axis: 'x', at: 250, from: 0, to: 360 }])
    expect(snapped(rect(210, 300), [rect(200, 0)], [], 6)).toEqual({ guides: [] })
  })

  it('prefers middles where things of different sizes could meet in both ways', () => {
    const found = snapped(rect(160, 300, 80), [rect(100, 0, 200)], [], 6)
    expect(found.x).toBe(0)
    expect(found.guides).toEqual([{ kind: 'line', axis: 'x', at: 200, from: 0, to: 360 }])
  })

  it('finds the middle of the gap between two, and the same gap again beside two', () => {
    const row = [rect(0, 0), rect(400, 0)]
    const between = snapped(rect(196, 10), row, [], 6)
    expect(between.x).toBe(4)
    expect(between.guides.filter(({ kind }) => kind === 'gap').map(({ from, to }) => [from, to])).toEqual([[100, 200], [300, 400]])
    const behind = snapped(rect(263, 17, 100, 30), [rect(0, 0), rect(130, 0)], [], 6)
    expect(behind.x).toBe(-3)
    expect(behind.guides.filter(({ axis }) => axis === 'x')).toEqual([
      { kind: 'gap', axis: 'x', at: 30, from: 100, to: 130 },
      { kind: 'gap', axis: 'x', at: 30, from: 230, to: 260 },
    ])
  })

  it('lines up with the container around by the middle only', () => {
    expect(snapped(rect(3, 203), [], [rect(0, 0, 1000, 460)], 6)).toMatchObject({ y: -3 })
    expect(snapped(rect(3, 203), [], [rect(0, 0, 1000, 460)], 6)).not.toHaveProperty('x')
  })

  it('an edge that is dragged meets the edges of its neighbours', () => {
    expect(snappedEdge(rect(0, 0), [rect(300, 100)], 'x', 296, 6)).toEqual({ at: 300, guide: { kind: 'line', axis: 'x', at: 300, from: 0, to: 160 } })
    expect(snappedEdge(rect(0, 0), [rect(300, 100)], 'x', 280, 6)).toEqual({ at: 280 })
  })

  it('never moves further than the reach, shows two lines or gaps sets at most, and rests where it is once it rests', () => {
    const any = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }), width: fc.integer({ min: 20, max: 200 }), height: fc.integer({ min: 20, max: 200 }) })
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 12 }), (moving, near) => {
        const found = snapped(moving, near, [], 6)
        const [dx, dy] = [found.x ?? 0, found.y ?? 0]
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(6)
        expect(found.guides.filter(({ kind }) => kind === 'line').length).toBeLessThanOrEqual(2)
        const again = snapped({ ...moving, x: moving.x + dx, y: moving.y + dy }, near, [], 6)
        if (found.x !== undefined && found.y !== undefined) expect([again.x ?? 0, again.y ?? 0].map(Math.abs).every((by) => by < 0.51)).toBe(true)
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
