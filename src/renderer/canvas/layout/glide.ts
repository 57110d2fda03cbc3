import type { Placement } from '../../../shared/document/design.ts'
import type { DesignIndex } from '../../../shared/document/query.ts'
import { type Moved, rectOf } from '../../../shared/drawing/rects.ts'
import { wantsLessMotion } from '../../styles/motion.ts'
import type { CanvasView } from '../view.svelte.ts'

/** How long things take to their new places, in milliseconds. */
const GLIDE_MS = 260

/** More things than this jump: drawing all of them anew for each frame would stutter. */
const MOST_GLIDING = 400

const eased = (share: number): number => 1 - (1 - share) ** 3

/** Places between two states of what differs in both; undefined when nothing does. */
export function between(before: DesignIndex, after: DesignIndex, ids: Iterable<string>, share: number): Moved | undefined {
  const moved = new Map<string, Placement>()
  const mix = (from: number, to: number) => from + (to - from) * share
  for (const id of ids) {
    const [from, to] = [rectOf(before, id), rectOf(after, id)]
    if (!from || !to) continue
    moved.set(id, { x: mix(from.x, to.x), y: mix(from.y, to.y), width: mix(from.width, to.width), height: mix(from.height, to.height) })
  }
  return moved.size === 0 ? undefined : moved
}

/** Lets things glide from where they were to where they are now. Who wants less motion, or has many things, sees them there at once. */
export function glide(view: CanvasView, before: DesignIndex, ids: readonly string[]): void {
  const after = view.index
  if (ids.length > MOST_GLIDING || wantsLessMotion()) return
  const start = performance.now()
  const step = (now: number): void => {
    const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
    // Whatever the hand or another edit does meanwhile is seen at once.
    const isOver = share === 1 || view.index !== after || view.gesture !== undefined
    view.gliding = isOver ? undefined : between(before, after, ids, eased(share))
    if (!isOver) requestAnimationFrame(step)
  }
  step(start)
}
