import { whyOutsidePools } from '../../shared/document/addresses/outside-pools.ts'
import { type Clipping, copyResources } from '../../shared/document/commands/clipping.ts'
import { connect } from '../../shared/document/commands/connect.ts'
import { type ConnectChoice, connectChoices } from '../../shared/document/commands/connect-choices.ts'
import { whyNoConnection } from '../../shared/document/commands/why-no-connection.ts'
import { shifted } from '../../shared/document/commands/move.ts'
import { removeResources } from '../../shared/document/commands/remove.ts'
import { routesForLink } from '../../shared/document/commands/routes/for-link.ts'
import { unrelate } from '../../shared/document/commands/unrelate.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import { type HolderId, holdersOf } from '../../shared/document/groups.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { relationLinesOf } from '../../shared/document/relation-lines.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { rectOf } from '../../shared/drawing/rects.ts'
import { besideBy } from '../../shared/layout/beside.ts'
import { outermost } from '../../shared/layout/units.ts'
import { parentOf } from '../../shared/model/containment.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { isAnnotation, variantOf } from '../../shared/model/variant.ts'
import { clipboard } from '../state/clipboard.svelte.ts'
import { newResourceId } from '../state/ids.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { toBorder } from './border.ts'
import { type CopyTarget, placedCopies } from './copies.ts'
import { withFramed } from './framed.ts'
import { wordFor } from './words.ts'
import { selectWhole } from './grouping.ts'
import { frameAt } from './hit.ts'
import { insertNew } from './insert.ts'
import { duplicateSelectedIntents, removalOf, selectedIntents } from './intents.ts'
import { lockedWithin, whyLocked } from './locks.ts'
import { withPlaces } from './settle.ts'
import { type Direction, type Neighbour, neighboursFor } from './spawn.ts'
import { nearestTarget, targetOfNew, type Wanted } from './targets.ts'
import { type CanvasView, STEP } from './view.svelte.ts'

const PASTE_SHIFT = 24

/** Removes what is selected, with all that hangs on it; what is locked or holds something locked stays, and that is said. */
export function deleteSelected({ session }: CanvasView): void {
  const { index } = session
  const intents = selectedIntents(session)
  if (intents.length === session.selection.size) return void session.perform(removalOf(session, intents))
  const relations = [...session.selection].flatMap((id) => relationLinesOf(index).byId.get(id) ?? [])
  if (relations.length === session.selection.size) return void session.perform(unrelate(index, relations))
  const free = [...session.selection].filter((id) => lockedWithin(index, [id]) === undefined && !relationLinesOf(index).byId.has(id) && !session.intent(id))
  const locked = free.length + relations.length + intents.length < session.selection.size ? lockedWithin(index, session.selection) : undefined
  if (locked !== undefined) session.notices.add('info', whyLocked(index, locked))
  if (free.length === 0) return
  const gone = removeResources(index, free)
  if (relations.length + intents.length === 0) return void session.perform(gone)
  session.perform(sequence(session.design, gone.label, [() => (relations.length > 0 ? unrelate(index, relations) : undefined), () => removalOf(session, intents), (now) => removeResources(now, free)]))
}

/** Copies what is selected; answers whether there was anything. */
export function copySelected({ session }: CanvasView): boolean {
  if (session.selection.size === selectedIntents(session).length) return false
  clipboard.put(copyResources(session.index, session.selection))
  return true
}

/** Copies what is selected and removes it. */
export function cutSelected(view: CanvasView): void {
  if (copySelected(view)) deleteSelected(view)
}

function addCopies(view: CanvasView, clipping: Clipping, target: CopyTarget): void {
  const { session } = view
  const free = target.over === 'beside' ? besideBy(session.index, rootsOf(clipping).map(({ id }) => id).filter((id) => session.index.get(id)), STEP) : undefined
  const made = placedCopies(session.index, clipping, free ? { ...target, by: free } : target)
  if (made.ids.length === 0) return session.notices.add('info', 'Nothing of what was copied can be put there.')
  if (!session.perform(made.edit)) return
  session.select(made.ids)
  view.focused = made.ids[0]
  view.reveal(made.ids)
}

/** The outermost of what was copied. */
function rootsOf({ resources, placements }: Clipping): Clipping['resources'] {
  const ids = new Set<string>(resources.map(({ id }) => id))
  return resources.filter((resource) => placements[resource.id] && !ids.has(parentOf(resource) ?? ''))
}

/** Whether everything outermost of a clipping may be put where a frame is; copies over one of their own kind go beside it. */
function takes(index: DesignIndex, clipping: Clipping, over: SelectableId | undefined): boolean {
  const roots = rootsOf(clipping)
  return roots.length > 0 && roots.every((root) => 'holder' in targetOfNew(index, { kind: root.kind, variant: variantOf(root) }, over))
}

/** Puts copies of what was copied at the pointer, or into the container that the keyboard selected; beside the originals where neither takes them. */
export function paste(view: CanvasView): void {
  const { clipping } = clipboard
  if (!clipping) return
  clipboard.pastes += 1
  const corner = Object.values(clipping.placements).reduce<Point | undefined>((found, { x, y }) => (found ? { x: Math.min(found.x, x), y: Math.min(found.y, y) } : { x, y }), undefined)
  const over = (view.pointer ? frameAt(view.stage, view.pointer) : view.selectedFrame) as SelectableId | undefined
  const frame = over && !view.pointer ? rectOf(view.index, over) : undefined
  const at = frame ? { x: frame.x + 40, y: frame.y + 60 } : view.pointer
  const isCopied = over !== undefined && [over, ...holdersOf(view.index, over)].some((id) => clipping.resources.some((resource) => resource.id === id))
  const shift = clipboard.pastes * PASTE_SHIFT
  if (!corner || !at || isCopied || !takes(view.index, clipping, over)) return addCopies(view, clipping, { by: { x: shift, y: shift }, over: 'beside' })
  const snap = (value: number): number => Math.round(value / STEP) * STEP
  addCopies(view, clipping, { by: { x: snap(at.x - corner.x), y: snap(at.y - corner.y) }, over })
}

/** Copies what is selected right beside it. */
export function duplicate(view: CanvasView): void {
  if (view.session.selection.size > 0 && view.session.selection.size === selectedIntents(view.session).length) return duplicateSelectedIntents(view)
  if (view.session.selection.size > 0) addCopies(view, copyResources(view.index, view.session.selection), { by: { x: PASTE_SHIFT, y: PASTE_SHIFT }, over: 'beside' })
}

/** Why nothing can be added beside what is selected; undefined when something can. */
export function whyNoSpawn(view: CanvasView): string | undefined {
  const resource = view.onlySelected && view.index.get(view.onlySelected)
  return resource && rectOf(view.index, resource.id) && !isAnnotation(resource.kind) ? undefined : 'Select the one resource that the new one is connected with.'
}

/** Offers what can be added in a direction and connected with what is selected: the likeliest first. */
export function spawn(view: CanvasView, direction: Direction): void {
  const from = view.onlySelected
  const rect = from && rectOf(view.index, from)
  if (!from || !rect) return
  const choices = neighboursFor(view.index, newResourceId, from, direction, view.isSnapping ? STEP : 1)
  if (choices.length === 0) return view.session.notices.add('info', 'Nothing can be connected with it.')
  view.asking = { kind: 'spawn', choices, at: { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } }
}

/** Makes the chosen neighbour with its link, and selects it. */
export function makeNeighbour(view: CanvasView, { edit, id }: Neighbour): void {
  view.asking = undefined
  if (!view.session.perform(edit)) return
  view.session.select([id])
  view.focused = id
  view.reveal([id])
  const [link] = view.index.links(id)
  offerRoutes(view, link?.id ?? id)
}

/** Moves what is selected by a distance; what holds it grows where it would leave it. Steps in a row are one undo step. */
export function nudge({ session }: CanvasView, dx: number, dy: number): void {
  const ids = [...session.selection].filter((id) => !isLocked(session.index, id))
  const [first] = session.selection
  if (ids.length === 0 && first !== undefined) session.notices.add('info', whyLocked(session.index, first))
  if (ids.length === 0) return
  const roots = outermost(session.index, withFramed(session.index, ids))
  const edit = withPlaces(session.design, `Move ${wordFor(session.index, ids)}`, [], (index) => shifted(index, roots, dx, dy), roots)
  session.perform(edit, `nudge ${ids.join(' ')}`)
}

/** Selects everything that is drawn. */
export function selectAll(view: CanvasView): void {
  view.session.select(view.stage.owners.filter((id): id is ResourceId => !relationLinesOf(view.index).byId.has(id)))
}

/** Inserts a new thing: at a point, else into the frame in use or the middle of the view. Says why when it cannot. */
export function insert(view: CanvasView, wanted: Wanted, at?: Point, over?: string): void {
  const { session } = view
  const target = at ? targetOfNew(session.index, wanted, over as HolderId | undefined) : nearestTarget(session.index, wanted, view.frameInUse)
  if ('reason' in target) return session.notices.add('info', target.reason)
  const made = insertNew(session.index, newResourceId, wanted, { holder: target.holder, at, near: view.camera.centre, step: view.isSnapping ? STEP : 1 })
  if (!session.perform(made.edit)) return
  session.select(made.ids)
  view.focused = made.ids[0]
  if (!at) view.reveal(made.ids)
  const [id] = made.ids
  if (id) offerRoutes(view, id as ResourceId)
  const unplanned = id && whyOutsidePools(view.index, id as ResourceId)
  if (unplanned) session.notices.add('info', unplanned)
}

/** Opens the menu of a thing, and of everything selected with it, or of the bare canvas: at a point, else in its middle. */
export function askMenu(view: CanvasView, id: SelectableId | undefined, at?: Point): void {
  const bounds = id === undefined ? undefined : view.stage.boundsOf(id)
  if (id === undefined || !bounds) {
    view.session.select([])
    view.asking = { kind: 'menu', at: at ?? view.camera.centre }
    return
  }
  if (!view.session.selection.has(id)) selectWhole(view, id)
  view.focused = id
  view.asking = { kind: 'menu', at: at ?? { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 } }
}

/** Offers the routes that a new link or attached gateway needs. */
export function offerRoutes(view: CanvasView, link: ResourceId): void {
  const offer = routesForLink(view.index, newResourceId, link)
  view.offer = offer && { link, offer }
}

/** Takes the offer on show. */
export function acceptOffer(view: CanvasView): void {
  const offered = view.offer
  view.offer = undefined
  const fresh = offered && routesForLink(view.index, newResourceId, offered.link)
  if (fresh) view.session.perform(fresh.edit)
}

/** Joins two things: at once when there is one way, with a menu when there are more, with a reason when there is none. */
export function joinOrAsk(view: CanvasView, from: ResourceId, to: ResourceId, at: Point): void {
  const choices = connectChoices(view.index, from, to)
  const [only] = choices
  if (!only) view.session.notices.add('info', whyNoConnection(view.index, from, to))
  else if (choices.length === 1) join(view, only)
  else view.asking = { kind: 'link', choices, at }
}

/** Carries out a choice of link, selects it, and offers the routes it needs. */
export function join(view: CanvasView, choice: ConnectChoice): void {
  const { session } = view
  view.asking = undefined
  const made = connect(session.index, newResourceId, choice)
  const edit = choice.attach ? sequence(session.design, made.edit.label, [() => made.edit, (index) => toBorder(index, choice.attach?.gateway, choice.attach?.vpc)]) : made.edit
  if (!session.perform(edit)) return
  session.select(made.ids)
  view.focused = made.ids[0]
  if (made.ids[0]) offerRoutes(view, made.ids[0] as ResourceId)
}
