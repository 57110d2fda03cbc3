import { alignSelected, distributeSelected, restackSelected, whyNoAlign, whyNoDistribute, whyNoRestack } from '../canvas/arrange.ts'
import { collapseSelected, whyNoCollapse } from '../canvas/collapsing.ts'
import { groupSelected, ungroupSelected, whyNoGroup, whyNoUngroup } from '../canvas/grouping.ts'
import { isSelectionLocked, toggleLock, whyNoLock } from '../canvas/locks.ts'
import { arrangeAll, arrangeSelected, whyNoArranging } from '../canvas/layout/arrange-by-itself.ts'
import { type Command, type MenuTarget, ON_THINGS } from './command.ts'

const ON_PLACED: readonly MenuTarget[] = ['node', 'frame', 'box', 'many']

const ALIGNMENTS = [
  { how: 'left', label: 'Align left', key: 'Alt+A' },
  { how: 'right', label: 'Align right', key: 'Alt+D' },
  { how: 'top', label: 'Align top', key: 'Alt+W' },
  { how: 'bottom', label: 'Align bottom', key: 'Alt+S' },
  { how: 'centre', label: 'Centre in a column', key: 'Alt+H' },
  { how: 'middle', label: 'Centre in a row', key: 'Alt+V' },
] as const

const STACKINGS = [
  { how: 'forward', label: 'Bring forward', key: 'Mod+]' },
  { how: 'backward', label: 'Send backward', key: 'Mod+[' },
  { how: 'front', label: 'Bring to front', key: 'Mod+Shift+]' },
  { how: 'back', label: 'Send to back', key: 'Mod+Shift+[' },
] as const

/** Arranging, lining up, spacing out, stacking, grouping and locking of what is selected. */
export const ARRANGE: readonly Command[] = [
  {
    id: 'arrange.selection',
    label: 'Arrange the selection',
    section: 'Arrange',
    keys: ['Alt+L'],
    words: 'automatic layout tidy layers contents',
    menus: ['frame', 'box', 'many'],
    whyNot: ({ canvas }) => whyNoArranging(canvas),
    run: ({ canvas }) => void arrangeSelected(canvas),
  },
  {
    id: 'arrange.everything',
    label: 'Arrange everything',
    section: 'Arrange',
    keys: ['Alt+Shift+L'],
    words: 'automatic layout tidy clean up all',
    menus: ['canvas'],
    whyNot: ({ session }) => (Object.keys(session.design.resources).length === 0 ? 'There is nothing to arrange yet.' : undefined),
    run: ({ canvas }) => arrangeAll(canvas),
  },
  ...ALIGNMENTS.map(
    ({ how, label, key }): Command => ({
      id: `arrange.align-${how}`,
      label,
      section: 'Arrange',
      keys: [key],
      menus: ['many'],
      words: 'align centre line up',
      whyNot: ({ canvas }) => whyNoAlign(canvas),
      run: ({ canvas }) => alignSelected(canvas, how),
    }),
  ),
  {
    id: 'arrange.distribute-x',
    label: 'Distribute from left to right',
    section: 'Arrange',
    keys: ['Alt+Shift+H'],
    menus: ['many'],
    words: 'equal gaps spacing horizontally',
    whyNot: ({ canvas }) => whyNoDistribute(canvas),
    run: ({ canvas }) => distributeSelected(canvas, 'x'),
  },
  {
    id: 'arrange.distribute-y',
    label: 'Distribute from top to bottom',
    section: 'Arrange',
    keys: ['Alt+Shift+V'],
    menus: ['many'],
    words: 'equal gaps spacing vertically',
    whyNot: ({ canvas }) => whyNoDistribute(canvas),
    run: ({ canvas }) => distributeSelected(canvas, 'y'),
  },
  ...STACKINGS.map(
    ({ how, label, key }): Command => ({
      id: `arrange.${how}`,
      label,
      section: 'Arrange',
      keys: [key],
      menus: ON_PLACED,
      words: 'z-order stack above below',
      whyNot: ({ canvas }) => whyNoRestack(canvas),
      run: ({ canvas }) => restackSelected(canvas, how),
    }),
  ),
  { id: 'arrange.group', label: 'Group', section: 'Arrange', keys: ['Mod+G'], menus: ['many'], words: 'join together', whyNot: ({ canvas }) => whyNoGroup(canvas), run: ({ canvas }) => groupSelected(canvas) },
  { id: 'arrange.ungroup', label: 'Ungroup', section: 'Arrange', keys: ['Mod+Shift+G'], menus: ['many'], words: 'dissolve group', whyNot: ({ canvas }) => whyNoUngroup(canvas), run: ({ canvas }) => ungroupSelected(canvas) },
  {
    id: 'arrange.collapse',
    label: 'Collapse the container',
    section: 'Arrange',
    keys: ['Alt+-'],
    menus: ['frame', 'box', 'many'],
    words: 'fold hide contents',
    whyNot: ({ canvas }) => whyNoCollapse(canvas, true),
    run: ({ canvas }) => collapseSelected(canvas, true),
  },
  {
    id: 'arrange.expand',
    label: 'Expand the container',
    section: 'Arrange',
    keys: ['Alt+='],
    menus: ['frame', 'box', 'many'],
    words: 'unfold open show contents',
    whyNot: ({ canvas }) => whyNoCollapse(canvas, false),
    run: ({ canvas }) => collapseSelected(canvas, false),
  },
  {
    id: 'arrange.lock',
    label: 'Lock, or unlock again',
    section: 'Arrange',
    keys: ['Mod+Shift+L'],
    menus: ON_THINGS,
    words: 'protect fix pin',
    whyNot: ({ canvas }) => whyNoLock(canvas),
    isChecked: ({ canvas }) => isSelectionLocked(canvas),
    run: ({ canvas }) => toggleLock(canvas),
  },
]
