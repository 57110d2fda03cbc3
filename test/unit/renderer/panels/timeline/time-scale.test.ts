import { describe, expect, test } from 'vitest'
import { timeScale } from '../../../../../src/renderer/panels/timeline/time-scale.ts'
import type { Segment } from '../../../../../src/shared/simulation/time/segments.ts'
import type { IntentTimeline } from '../../../../../src/shared/simulation/time/timeline.ts'

const strip = (...moments: number[]): IntentTimeline => {
  const segments = moments.map((from, index): Segment => ({ from, ...(moments[index + 1] === undefined ? {} : { to: moments[index + 1] as number }), state: 'works', ways: [], isFirstWay: true }))
  return { intent: String(moments), statement: '', suggested: false, segments, lostMs: 0, untoldMs: 0 }
}

describe('the scale of a timeline', () => {
  test('has a place for every change of any intent, and fills the whole width', () => {
    const scale = timeScale([strip(0, 1000, 14_400_000), strip(0, 30_000)])
    expect(scale.moments).toEqual([0, 1000, 30_000, 14_400_000])
    expect(scale.at(0)).toBe(0)
    const whole = scale.spanOf({ from: 0 })
    expect(whole).toEqual({ left: 0, width: 1 })
    const parts = [scale.spanOf({ from: 0, to: 1000 }), scale.spanOf({ from: 1000, to: 14_400_000 }), scale.spanOf({ from: 14_400_000 })]
    expect(parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 12)
  })

  test('shows a second beside four hours, the longer one wider', () => {
    const scale = timeScale([strip(0, 1000, 14_401_000)])
    const [second, hours] = [scale.spanOf({ from: 0, to: 1000 }), scale.spanOf({ from: 1000, to: 14_401_000 })]
    expect(second.width).toBeGreaterThan(0.1)
    expect(hours.width).toBeGreaterThan(second.width)
  })

  test('is one stretch when nothing changes', () => {
    expect(timeScale([])).toMatchObject({ moments: [0] })
  })
})
