import type { Node } from '@xyflow/svelte'
import { definitionOf } from '../../shared/model/index.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Overlay } from '../../shared/drawing/index.ts'
import type { Rect } from '../../shared/drawing/rects.ts'
import type { Area } from './grid.ts'
import { type Edge, edgesOf } from './resize.ts'
import { kindWords, spokenLegend, spokenName, spokenPlace } from './spoken.ts'
import type { Stage } from './stage.ts'

/** What a shell component is told. */
export interface ShellData extends Record<string, unknown> {
  readonly part: 'frame' | 'link' | 'node'
  readonly isActive: boolean
  /** Whether links can be drawn from it. */
  readonly takesLinks: boolean
  /** By which it can be resized; none while it is locked. */
  readonly edges: readonly Edge[]
  readonly description: string
}

/** A mounted shell: hit area, focus and name of one thing; its looks are on the canvas behind. */
export type ShellNode = Node<ShellData, 'shell'>

/** With more things than this in view none is mounted but what is selected or focused: no hand could pick them apart. */
const MOST = 400
/** Of a large selection only so many are mounted wherever they are: the rest comes into reach when it comes into view. */
const MOST_IN_USE = 50
const LINK_SIZE = 32
/** Handles on anything smaller on the screen would cover it. */
const LEAST_FOR_HANDLES = 56

/** What is to be mounted, from back to front: what is near the view, and what is in use wherever it is. */
export function mountedIds(stage: Stage, near: Area, inUse: Iterable<string>): readonly string[] {
  const visible = stage.within(near).filter((id) => !stage.isRelation(id)) // thin lines, which only the keyboard meets as things
  const used: string[] = []
  for (const id of inUse) {
    if (used.length === MOST_IN_USE) break
    if (stage.boundsOf(id) !== undefined) used.push(id)
  }
  const mounted = new Set(visible.length > MOST ? used : [...visible, ...used])
  return [...mounted].sort((a, b) => stage.rankOf(a) - stage.rankOf(b))
}

/** The hit area of a link's shell: around its label; of a relation's: around the middle of its line. */
function linkRect(stage: Stage, id: string): Rect | undefined {
  const at = stage.anchorOf(id)
  return at && { x: at.x - LINK_SIZE / 2, y: at.y - LINK_SIZE / 2, width: LINK_SIZE, height: LINK_SIZE }
}

/** Svelte Flow writes `tabIndex` itself, so that spelling wins; `aria-description` is in WAI-ARIA 1.3 and in browsers, but not yet in Svelte's types. */
function spokenAttributes(roleDescription: string, description: string, pressed: boolean | undefined): NonNullable<ShellNode['domAttributes']> {
  const attributes = { tabIndex: -1, 'aria-roledescription': roleDescription, 'aria-description': description, ...(pressed === undefined ? {} : { 'aria-pressed': pressed }) }
  return attributes
}

/** One shell as Svelte Flow wants it. */
function shellOf(stage: Stage, id: string, state: ShellState, active?: Active): ShellNode | undefined {
  const part = stage.partOf(id)
  const rect = part === 'link' ? linkRect(stage, id) : stage.boundsOf(id)
  if (!rect) return undefined
  const resource = stage.index.get(id as ResourceId)
  const isSelected = state.selection.has(id)
  const description = [spokenPlace(stage.index, id), resource?.kind === 'legend' ? spokenLegend(stage.index, stage.overlay) : '', isSelected ? 'selected' : ''].filter((part) => part !== '').join(', ')
  const takesLinks = resource === undefined || !['link', 'annotation'].includes(definitionOf(resource.kind).appearance)
  return {
    id,
    type: 'shell',
    position: { x: rect.x, y: rect.y },
    width: rect.width,
    height: rect.height,
    zIndex: stage.rankOf(id),
    ariaRole: part === 'frame' ? 'group' : 'button',
    ariaLabel: spokenName(stage.index, id, state.overlay),
    domAttributes: spokenAttributes(kindWords(stage.index, id).toLowerCase(), description, part === 'frame' ? undefined : isSelected),
    data: { part, isActive: active !== undefined && ((isSelected && state.selection.size === 1) || active.hovered === id) && rect.width * active.zoom >= LEAST_FOR_HANDLES, takesLinks, edges: state.overlay.locked?.has(id) ? [] : edgesOf(stage.index, id), description },
  }
}

/** What of the window's state shows in all shells. */
export interface ShellState {
  readonly selection: ReadonlySet<string>
  readonly overlay: Overlay
}

/** What shows in the shell under the pointer and that of the only thing selected. */
export interface Active {
  readonly hovered: string | undefined
  readonly zoom: number
}

function isSame(a: ShellNode, b: ShellNode): boolean {
  return (
    a.position.x === b.position.x && a.position.y === b.position.y && a.width === b.width && a.height === b.height && a.zIndex === b.zIndex && a.ariaLabel === b.ariaLabel &&
    a.data.isActive === b.data.isActive && a.data.edges.length === b.data.edges.length && a.data.description === b.data.description
  )
}

/** The shells of what is mounted, in that order, none of them active. */
export function shellsFor(stage: Stage, mounted: readonly string[], state: ShellState): readonly ShellNode[] {
  return mounted.flatMap((id) => shellOf(stage, id, state) ?? [])
}

/**
 * The shells with those made anew that moves, pointer and zoom change: of what is moved, of what is under the pointer, of the only thing
 * selected. Those that look as they did are the same objects as before, and so is the list when all do.
 */
export function withActive(stage: Stage, shells: readonly ShellNode[], state: ShellState, active: Active, before: ShellNode[]): ShellNode[] {
  const [only, ...others] = state.selection
  const { moving } = stage
  const changes = (id: string): boolean => id === active.hovered || (id === only && others.length === 0) || moving.has(id)
  let known: Map<string, ShellNode> | undefined
  const next = shells.map((shell, at) => {
    const made = changes(shell.id) ? (shellOf(stage, shell.id, state, active) ?? shell) : shell
    const beside = before[at]
    const old = beside?.id === shell.id ? beside : (known ??= new Map(before.map((entry) => [entry.id, entry]))).get(shell.id)
    return old && isSame(old, made) ? old : made
  })
  return next.length === before.length && next.every((shell, at) => shell === before[at]) ? before : next
}
