import { nudge, spawn, whyNoSpawn } from '../canvas/actions.ts'
import { resizeSelected, whyNoResize } from '../canvas/resizing.ts'
import { STEP } from '../canvas/view.svelte.ts'
import { type Command, needsSelection } from './command.ts'

const DIRECTIONS = [
  { to: 'left', key: 'ArrowLeft', x: -1, y: 0 },
  { to: 'right', key: 'ArrowRight', x: 1, y: 0 },
  { to: 'up', key: 'ArrowUp', x: 0, y: -1 },
  { to: 'down', key: 'ArrowDown', x: 0, y: 1 },
] as const

const DISTANCES = [
  { id: 'step', by: STEP, mod: '', words: 'by a step' },
  { id: 'far', by: STEP * 10, mod: 'Shift+', words: 'by ten steps' },
  { id: 'pixel', by: 1, mod: 'Alt+', words: 'by one pixel' },
] as const

/** Which edges the arrows move: the far ones, or with Alt the near ones. */
const SIDES = [
  { id: 'resize', mod: 'Mod+Shift+', across: 'e', along: 's', sheet: 'Resize what is selected at the right and the bottom', words: { left: 'narrower', right: 'wider', up: 'lower', down: 'taller' } },
  { id: 'resize-start', mod: 'Alt+Shift+', across: 'w', along: 'n', sheet: 'Resize what is selected at the left and the top', words: { left: 'wider to the left', right: 'narrower from the left', up: 'taller to the top', down: 'lower from the top' } },
] as const

/** Moving, resizing and adding neighbours with the arrow keys. */
export const MOVE: readonly Command[] = [
  ...DIRECTIONS.map(
    (direction): Command => ({
      id: `spawn.${direction.to}`,
      label: `Add a connected neighbour ${{ left: 'to the left', right: 'to the right', up: 'above', down: 'below' }[direction.to]}…`,
      section: 'Insert',
      keys: [`Mod+${direction.key}`],
      heard: 'canvas',
      words: 'spawn connect new',
      sheet: { does: 'Add a connected neighbour in that direction', keys: 'Mod+Arrows' },
      whyNot: ({ canvas }) => whyNoSpawn(canvas),
      run: ({ canvas }) => spawn(canvas, direction.to),
    }),
  ),
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
  ...SIDES.flatMap((side) =>
    DIRECTIONS.map(
      (direction): Command => ({
        id: `${side.id}.${direction.to}`,
        label: `Make it ${side.words[direction.to]}`,
        section: 'Arrange',
        keys: [`${side.mod}${direction.key}`],
        words: 'resize container frame note',
        sheet: { does: side.sheet, keys: `${side.mod}Arrows` },
        whyNot: ({ canvas }) => whyNoResize(canvas),
        run: ({ canvas }) => resizeSelected(canvas, direction.x === 0 ? side.along : side.across, direction.x * STEP, direction.y * STEP),
      }),
    ),
  ),
]
