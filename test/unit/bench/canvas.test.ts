import { describe, expect, it } from 'vitest'
import { designOf } from '../../bench/canvas/design.ts'
import { graphOf } from '../../bench/canvas/graph.ts'
import type { Sample } from '../../bench/canvas/operations.ts'
import { droppedOf, quantile, rateOf, report } from '../../bench/canvas/report.ts'
import { parseDesignText } from '../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../src/shared/document/serialize.ts'

describe('the graph that canvases are measured on', () => {
  it('has exactly so many resources, is a design that can be opened, and is the same each time', () => {
    for (const size of [100, 200, 1000]) {
      const design = designOf(size)
      expect(Object.keys(design.resources)).toHaveLength(size)
      const text = serializeDesign(design)
      expect(parseDesignText(text).ok).toBe(true)
      expect(serializeDesign(designOf(size))).toBe(text)
    }
  })

  it('gives the peers every box with a place and its container before it, and every line with both ends', () => {
    const { boxes, lines, icons } = graphOf(designOf(200))
    const seen = new Set<string>()
    for (const { id, parent, icon, width, height } of boxes) {
      if (parent !== undefined) expect(seen).toContain(parent)
      if (icon !== undefined) expect(icons).toHaveProperty([icon])
      expect(Math.min(width, height)).toBeGreaterThan(0)
      seen.add(id)
    }
    for (const { from, to } of lines) expect([seen.has(from), seen.has(to)]).toEqual([true, true])
    expect(boxes.length).toBeGreaterThan(150)
    expect(lines.length).toBeGreaterThan(40)
  })
})

describe('the report', () => {
  const sample = (intervals: readonly number[], main: number): Sample => ({ steps: intervals.length, intervals, cpu: { main, process: main * 2, script: 0, layout: 0 } })
  const frame = 1000 / 60

  it('counts frames per second, frames missed and how long all but few take', () => {
    const uneven = sample([frame, frame, 3 * frame, frame], 1)
    expect(rateOf(uneven)).toBeCloseTo(40)
    expect(droppedOf(uneven)).toBe(2)
    expect(quantile(uneven.intervals, 0.95)).toBeCloseTo(3 * frame)
  })

  it('compares within each round, with the spread over the rounds', () => {
    const figures = { size: 200, paint: 100, read: 10, paintCpu: 50, heap: 5 }
    const rounds = [0, 1, 2].flatMap((round) => [
      { ...figures, contestant: 'limit', round, samples: { pan: sample([frame, frame], 2) } },
      { ...figures, contestant: 'ours', round, samples: { pan: sample([frame * (round + 1), frame * (round + 1)], 6) } },
    ])
    const text = report(rounds, ['ours', 'limit'], 'limit')
    expect(text).toContain('| ours | 0.50 (0.33-1.00) | - | - | - | - |')
    expect(text).toContain('| ours | 3.00 (3.00-3.00) | - | - | - | - |')
  })
})
