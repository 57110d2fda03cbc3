import { rectOf } from '../../shared/drawing/rects.ts'
import { nudge } from '../canvas/actions.ts'
import { resized } from '../canvas/resize.ts'
import { withPlaces } from '../canvas/settle.ts'
import { type CanvasView, STEP } from '../canvas/view.svelte.ts'
import { type Command, needsSelection } from './command.ts'

const DIRECTIONS = [
  { to: 'left', key: 'ArrowLeft', x: -1, y: 0 },
  { to: 'right', key: 'ArrowRight', x: 1, y: 0 },
  { to: 'up', key: 'ArrowUp', x: 0, y: -1 },
  { to: 'down', key: 'ArrowDown', x: 0, y: 1 },
] as const
type Direction = (typeof DIRECTIONS)[number]

const DISTANCES = [
  { id: 'step', by: STEP, mod: '', words: 'by a step' },
  { id: 'far', by: STEP * 10, mod: 'Shift+', words: 'by ten steps' },
  { id: 'pixel', by: 1, mod: 'Alt+', words: 'by one pixel' },
] as const

/** Moves the right or lower edge of the selected frame; steps in a row are one undo step. */
function resizeFrame(view: CanvasView, { x, y }: Direction): void {
  const id = view.selectedFrame
  const rect = id && rectOf(view.index, id)
  if (!id || !rect) return
  const to = { x: rect.x + rect.width + x * STEP, y: rect.y + rect.height + y * STEP }
  const frame = resized(view.index, id, x === 0 ? 's' : 'e', to, 1)
  view.session.perform(withPlaces(view.session.design, 'Resize', [], () => new Map([[id, frame]]), [id]), `resize ${id}`)
}

/** Moving and resizing with the arrow keys. */
export const MOVE: readonly Command[] = [
  ...DISTANCES.flatMap((distance) =>
    DIRECTIONS.map(
      (direction): Command => ({
        id: `move.${distance.id}-${direction.to}`,
        label: `Move ${direction.to} ${distance.words}`,
        section: 'Arrange',
        keys: [`${distance.mod}${direction.key}`],
        heard: 'canvas',
        words: 'nudge',
        sheet: { does: `Move ${distance.words}`, keys: `${distance.mod}Arrows` },
        whyNot: needsSelection,
        run: ({ canvas }) => nudge(canvas, direction.x * distance.by, direction.y * distance.by),
      }),
    ),
  ),
  ...DIRECTIONS.map(
    (direction): Command => ({
      id: `resize.${direction.to}`,
      label: `Make the container ${{ left: 'narrower', right: 'wider', up: 'lower', down: 'taller' }[direction.to]}`,
      section: 'Arrange',
      keys: [`Mod+Shift+${direction.key}`],
      words: 'resize',
      sheet: { does: 'Resize the selected container', keys: 'Mod+Shift+Arrows' },
      whyNot: ({ canvas }) => (canvas.selectedFrame === undefined ? 'Select the one container to resize.' : undefined),
      run: ({ canvas }) => resizeFrame(canvas, direction),
    }),
  ),
]
