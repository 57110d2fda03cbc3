import type { DisplayItem, Point } from './display-list.ts'
import { courseOf } from './intent-layout.ts'
import { drawIntentLabel, STATE_LOOK } from './intent-label.ts'
import { endMark, INTENT_LOOK } from './intent-look.ts'
import { type IntentLine, worstState } from './intent-lines.ts'
import type { Overlay } from './overlay.ts'
import type { Scene } from './scene.ts'

/** The marks at both ends: of each intent at what it has to get to, and at both where either side opens. */
function endMarks({ intents, reversed }: IntentLine, points: readonly Point[]): (readonly [Point, Point])[] {
  const ends = { reach: new Set<'start' | 'end'>(), never: new Set<'start' | 'end'>() }
  for (const { id, expect, direction } of intents) {
    const isAlong = !reversed.has(id)
    ends[expect].add(isAlong ? 'end' : 'start')
    if (direction === 'both') ends[expect].add(isAlong ? 'start' : 'end')
  }
  return (['reach', 'never'] as const).flatMap((expect) => [...ends[expect]].flatMap((end) => endMark(end === 'end' ? points : points.toReversed(), expect === 'never')))
}

/** The line of some intents: a curve from end to end, and its label. */
export function drawIntent(scene: Scene, line: IntentLine, overlay: Overlay): { readonly line: DisplayItem[]; readonly label: DisplayItem[] } {
  const course = courseOf(scene, line, overlay)
  if (!course) return { line: [], label: [] }
  const owner = line.id
  const isSuggested = line.intents.every(({ status }) => status === 'suggested')
  const state = isSuggested ? undefined : worstState(line.intents, overlay.intents?.states)
  const ink = state === 'broken' || state === 'short' ? STATE_LOOK[state].ink : INTENT_LOOK.ink
  const faint = isSuggested ? { opacity: 0.5 } : {}
  const items: DisplayItem[] = [{ type: 'line', owner, points: course.points, ...INTENT_LOOK, ink, ...faint }]
  for (const points of endMarks(line, course.points)) items.push({ type: 'line', owner, points, ink, width: 1.75, ...faint })
  const label: DisplayItem[] = course.label ? drawIntentLabel(owner, course.label.label, course.label.at) : []
  return { line: items, label }
}
