import { bendLink, bendsOf, straighten } from '../../shared/document/commands/bends.ts'
import { type EndOf, reconnect, whyNoReconnection } from '../../shared/document/commands/reconnect.ts'
import { pulled, withoutPiece } from '../../shared/drawing/bending.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { definitionOf } from '../../shared/model/index.ts'
import { offerRoutes } from './actions.ts'
import type { CanvasView } from './view.svelte.ts'

/** One leg of a link as it runs now. */
export interface LegPath {
  readonly at: number
  readonly points: readonly Point[]
}

/** The one selected link. */
export function selectedLink(view: CanvasView): ResourceId | undefined {
  const resource = view.index.get(view.onlySelected)
  return resource && definitionOf(resource.kind).appearance === 'link' ? resource.id : undefined
}

/** Gives one leg of a link these corners; those of its other leg stay. */
function bendLeg(view: CanvasView, link: ResourceId, leg: number, corners: readonly Point[], mergeKey?: string): void {
  const others = bendsOf(view.index, link).filter((point) => (point.leg ?? 0) !== leg)
  const own = corners.map(({ x, y }) => ({ x, y, ...(leg === 1 ? { leg: 1 as const } : {}) }))
  view.session.perform(bendLink(view.index, link, leg === 1 ? [...others, ...own] : [...own, ...others]), mergeKey)
}

/** Pulls a piece of a link's line to another coordinate across it; steps by keys in a row are one undo step. */
export function pullPiece(view: CanvasView, link: ResourceId, { at, points }: LegPath, piece: number, to: number, isStep = false): void {
  bendLeg(view, link, at, pulled(points, piece, to), isStep ? `bend ${link}` : undefined)
}

/** Takes a bend out of a link's line. */
export function unbendPiece(view: CanvasView, link: ResourceId, { at, points }: LegPath, piece: number): void {
  bendLeg(view, link, at, withoutPiece(points, piece))
}

/** Why links cannot be straightened; undefined when one of the selected can. */
export function whyNoStraighten(view: CanvasView): string | undefined {
  return [...view.session.selection].some((id) => bendsOf(view.index, id).length > 0) ? undefined : 'Select a link that was bent by hand.'
}

/** Lets the selected links find their own way again. */
export function straightenSelected(view: CanvasView): void {
  view.session.perform(straighten(view.index, [...view.session.selection].filter((id) => bendsOf(view.index, id).length > 0) as ResourceId[]))
}

/** Makes something the new end of a link, or says why it cannot be. */
export function reconnectTo(view: CanvasView, link: ResourceId, end: EndOf, to: ResourceId): void {
  view.asking = undefined
  const resource = view.index.get(link)
  if (!resource) return
  const reason = whyNoReconnection(view.index, resource, end, to)
  if (reason !== undefined) return view.session.notices.add('info', reason)
  if (view.session.perform(reconnect(view.index, link, end, to))) offerRoutes(view, link)
}
