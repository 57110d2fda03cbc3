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

/** What is to be mounted: what is near the view, and what is in use wherever it is. */
export function mountedIds(stage: Stage, near: Area, inUse: Iterable<string>): Set<string> {
  const visible = stage.within(near).filter((id) => !stage.isRelation(id)) // thin lines, which only the keyboard meets as things
  const used: string[] = []
  for (const id of inUse) {
    if (used.length === MOST_IN_USE) break
    if (stage.boundsOf(id) !== undefined) used.push(id)
  }
  return new Set(visible.length > MOST ? used : [...visible, ...used])
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
function shellOf(stage: Stage, id: string, depth: number, state: ShellState): ShellNode | undefined {
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
    zIndex: depth,
    ariaRole: part === 'frame' ? 'group' : 'button',
    ariaLabel: spokenName(stage.index, id, state.overlay),
    domAttributes: spokenAttributes(kindWords(stage.index, id).toLowerCase(), description, part === 'frame' ? undefined : isSelected),
    data: { part, isActive: ((isSelected && state.selection.size === 1) || state.hovered === id) && rect.width * state.zoom >= LEAST_FOR_HANDLES, takesLinks, edges: state.overlay.locked?.has(id) ? [] : edgesOf(stage.index, id), description },
  }
}

/** What of the window's state shows in shells. */
export interface ShellState {
  readonly selection: ReadonlySet<string>
  readonly hovered: string | undefined
  readonly overlay: Overlay
  readonly zoom: number
}

function isSame(a: ShellNode, b: ShellNode): boolean {
  return (
    a.position.x === b.position.x && a.position.y === b.position.y && a.width === b.width && a.height === b.height && a.zIndex === b.zIndex && a.ariaLabel === b.ariaLabel &&
    a.data.isActive === b.data.isActive && a.data.edges.length === b.data.edges.length && a.data.description === b.data.description
  )
}

/** The shells of what is mounted, from back to front; those that did not change are the same objects as before. */
export function shellsFor(stage: Stage, mounted: ReadonlySet<string>, state: ShellState, before: readonly ShellNode[]): ShellNode[] {
  const known = new Map(before.map((shell) => [shell.id, shell]))
  return stage.owners.flatMap((id, rank) => {
    const next = mounted.has(id) ? shellOf(stage, id, rank, state) : undefined
    const old = next && known.get(id)
    return next ? [old && isSame(old, next) ? old : next] : []
  })
}
