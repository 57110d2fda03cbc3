import { boxesOf, holdersOf, isPlaced } from '../../shared/document/groups.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { addedAsBlock } from '../../shared/layout/place-block.ts'
import { insertPattern, type PatternId } from '../../shared/patterns/index.ts'
import { newResourceId } from '../state/ids.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { type CanvasView, STEP } from './view.svelte.ts'

const onGrid = (value: number): number => Math.round(value / STEP) * STEP

/**
 * Puts a pattern beside what is drawn, as one step: around a point of the canvas, else near the middle of what is looked at.
 * The outermost of what came is selected, so that it can be moved or deleted whole, and brought into view.
 */
export function placePattern(view: CanvasView, id: PatternId, at: Point = view.camera.centre): void {
  const { session } = view
  const before = session.index
  const edit = addedAsBlock(session.design, insertPattern(session.design, id, newResourceId), { x: onGrid(at.x), y: onGrid(at.y) })
  if (!session.perform(edit)) return
  const known = new Set<string>([...boxesOf(before).map((box) => box.id), ...Object.keys(before.design.resources)])
  const { index } = session
  const drawn = [...boxesOf(index), ...Object.values(session.design.resources).filter(isPlaced)].map((entry): SelectableId => entry.id)
  const added = drawn.filter((entry) => !known.has(entry))
  session.locate(added.filter((entry) => holdersOf(index, entry).every((holder) => known.has(holder))))
}
