import { SvelteSet } from 'svelte/reactivity'
import type { ConnectChoice } from '../../shared/document/commands/connect-choices.ts'
import type { RouteOffer } from '../../shared/document/commands/routes/for-link.ts'
import type { Intent, IntentEnd } from '../../shared/document/design.ts'
import { boxOf, holderOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { intentLinesOf, isIntentLine, type IntentLines, type IntentsShown, MOST_INTENT_LINES } from '../../shared/drawing/intent-lines.ts'
import type { Moved, Overlay, Remarks } from '../../shared/drawing/index.ts'
import type { OverlayName } from '../../shared/document/overlay-name.ts'
import type { Marking, ViewId } from '../../shared/document/saved-view.ts'
import { type LayerName, layerOf } from '../../shared/model/layer.ts'
import type { GroupingId, ResourceId } from '../../shared/model/id.ts'
import { endsOf, viaOf } from '../../shared/model/link.ts'
import type { DesignSession, SelectableId } from '../state/session.svelte.ts'
import { Camera } from './camera.svelte.ts'
import type { Area } from './grid.ts'
import { intentStates } from './intent-states.ts'
import { marked, overlayOf } from './overlay.ts'
import type { Guide } from './snap.ts'
import type { Neighbour } from './spawn.ts'
import { Stage } from './stage.ts'

/** What a hand is doing to the canvas right now. */
export type Gesture =
  | { readonly kind: 'move'; readonly ids: readonly SelectableId[]; readonly moved: Moved; readonly target: string | undefined; readonly reason: string | undefined; readonly guides: readonly Guide[]; readonly isCopy: boolean; readonly by: Point }
  | { readonly kind: 'resize'; readonly id: SelectableId; readonly moved: Moved; readonly guides: readonly Guide[] }
  | { readonly kind: 'marquee'; readonly area: Area }
  | { readonly kind: 'connect'; readonly from: ResourceId; readonly start: Point; readonly to: Point; readonly target: ResourceId | undefined; readonly allowed: boolean; readonly intent?: Intent['expect'] }
  | { readonly kind: 'place'; readonly target: string | undefined; readonly reason: string | undefined; readonly at: Point }

/** A question that the canvas asks beside the pointer or the selection. */
export type Asking =
  | { readonly kind: 'link'; readonly choices: readonly ConnectChoice[]; readonly at: Point }
  | { readonly kind: 'connect'; readonly from: ResourceId }
  | { readonly kind: 'intent'; readonly from: IntentEnd; readonly expect: Intent['expect'] }
  | { readonly kind: 'spawn'; readonly choices: readonly Neighbour[]; readonly at: Point }
  | { readonly kind: 'reconnect'; readonly link: ResourceId }
  | { readonly kind: 'menu'; readonly at: Point }
  | { readonly kind: 'rename'; readonly id: SelectableId }

/** Routes on offer for a link that was just drawn. */
export interface Offered {
  readonly link: ResourceId
  readonly offer: RouteOffer
}

/** Below this zoom words cannot be read, and many lines of intents are a tangle. */
const FAR = 0.35

/** How far arrow keys and snapping go, in canvas pixels. */
export const STEP = 8

/**
 * The canvas of one session: what is looked at and what a hand is doing. `canvasOf(session)` gives the one that `Canvas`
 * and `Palette` share; toolbars may use `camera` (zoom, fit) and the switches.
 */
export class CanvasView {
  readonly session: DesignSession
  readonly camera = new Camera()
  gesture = $state.raw<Gesture | undefined>(undefined)
  /** Places on the way to where the design has them. */
  gliding = $state.raw<Moved | undefined>(undefined)
  hovered = $state.raw<string | undefined>(undefined)
  /** What the keyboard is at. */
  focused = $state.raw<SelectableId | undefined>(undefined)
  /** The group that was gone into: its members are then selected one by one. */
  entered = $state.raw<GroupingId | undefined>(undefined)
  asking = $state.raw<Asking | undefined>(undefined)
  #offer = $state.raw<Offered | undefined>(undefined)
  /** Counts the times that the keyboard was asked to go to the bends of the selected link. */
  bendsAsked = $state(0)
  /** The saved view that was gone to last. */
  lookedAt: ViewId | undefined
  areLayersShown = $state(false)
  isMinimapShown = $state(true)
  /** What is moved by hand comes to rest on the grid while it is shown. */
  /** Intents that nobody accepted yet are drawn too. */
  areSuggestionsShown = $state(false)
  /** Lines of what fields join. */
  areRelationsShown = $state(true)
  isGridShown = $state(true)
  /** Whether it comes to rest where it lines up with its neighbours. */
  snapsToThings = $state(true)
  /** What the main button does on the canvas: pick things, move the view, or declare what must reach what. */
  tool = $state<'select' | 'hand' | 'intent'>('select')
  /** `pan`: the wheel moves the view and Mod+wheel zooms; `zoom`: the wheel zooms. */
  wheel = $state<'pan' | 'zoom'>('pan')
  /** Where the pointer was last on the canvas; what is pasted goes there. */
  pointer: Point | undefined
  /** Layers that are not drawn. */
  readonly hidden = new SvelteSet<LayerName>()
  /** What is marked on the drawing. */
  marking = $state<Marking>('all')
  /** What the drawing is overlaid with. */
  overlaid = $state<OverlayName | undefined>(undefined)
  /** What an overlay said last. */
  #remarks = $state.raw<Remarks | undefined>(undefined)
  /** The share of the overlay that is worked out; undefined while none is asked for. */
  overlayProgress = $state<number | undefined>(undefined)
  #asking: AbortController | undefined
  readonly #stage = $derived.by(() => new Stage(this.session.index, {}, { showsRelations: this.areRelationsShown, hidden: new Set(this.hidden) }))
  readonly #overlay = $derived.by((): Overlay => {
    const { index, analysis, traced, down } = this.session
    const overlay = { ...marked(overlayOf(index, { analysis, trace: traced?.trace, down }), this.marking), intents: this.#intents }
    if (this.#remarks?.overlay !== this.overlaid || !this.#remarks) return overlay
    // The overlay of failures says it in more words.
    const { singlePoints, ...others } = overlay
    return { ...others, ...(singlePoints && this.overlaid !== 'failures' ? { singlePoints } : {}), remarks: this.#remarks }
  })
  readonly #intentStates = $derived.by(() => (this.session.analysis && this.marking !== 'none' ? intentStates(this.session.analysis) : undefined))
  /** Suggested intents that are drawn: all, or those that are selected. */
  readonly #suggested = $derived.by(() => {
    const suggested = (this.session.analysis?.verdicts ?? []).flatMap(({ suggested: isSuggested, intent }) => (isSuggested ? [intent] : []))
    return this.areSuggestionsShown ? suggested : suggested.filter(({ id }) => this.session.selection.has(id as string as SelectableId))
  })
  readonly #isFar = $derived.by(() => this.camera.viewport.zoom < FAR)
  /** Where all lines are drawn, the selection changes nothing about them. */
  readonly #areMany = $derived.by(() => Object.keys(this.session.design.intents).length + this.#suggested.length > MOST_INTENT_LINES[this.#isFar ? 'far' : 'near'])
  readonly #intents = $derived.by((): IntentsShown => ({
    ...(this.#intentStates ? { states: this.#intentStates } : {}),
    suggested: this.#suggested,
    isFar: this.#isFar,
    ...(this.#areMany ? { at: this.session.selection } : {}),
  }))
  readonly #onCanvas = $derived.by(() => {
    const { selection } = this.session
    const lines = this.onCanvas(selection)
    return lines.every((id) => selection.has(id)) ? selection : new Set([...selection, ...lines])
  })

  constructor(session: DesignSession) {
    this.session = session
  }

  get isSnapping(): boolean {
    return this.isGridShown
  }

  get index(): DesignIndex {
    return this.session.index
  }

  /** The lines of intents that are drawn now. */
  get intentLines(): IntentLines {
    return intentLinesOf(this.index, this.#intents)
  }

  /** What is on the canvas for some things: themselves, and for an intent its line. */
  onCanvas(ids: Iterable<SelectableId>): SelectableId[] {
    return [...ids].flatMap((id) => {
      const line = this.intentLines.byIntent.get(id)
      return line ? [line.id as SelectableId] : [id]
    })
  }

  /** What is selected, with the lines of selected intents. */
  get selected(): ReadonlySet<SelectableId> {
    return this.#onCanvas
  }

  /** What is shown on top of the drawing: findings, single points of failure, the traced path, what is down. */
  get overlay(): Overlay {
    return this.#overlay
  }

  /** Asks what the chosen overlay says of the state as it is now; what it said before stays until then. */
  askOverlay(): void {
    this.#asking?.abort()
    this.overlayProgress = undefined
    if (this.overlaid === undefined) return
    const asking = (this.#asking = new AbortController())
    const onProgress = (share: number): void => void (this.overlayProgress = share)
    this.overlayProgress = 0
    void this.session.ask('overlay', { overlay: this.overlaid, failed: [...this.session.failed] }, { signal: asking.signal, onProgress }).then((remarks) => {
      if (asking.signal.aborted) return
      this.overlayProgress = undefined
      if (remarks) this.#remarks = remarks
    })
  }

  /** The routes on offer, as long as the link is there. */
  get offer(): Offered | undefined {
    return this.#offer && this.index.get(this.#offer.link) ? this.#offer : undefined
  }

  set offer(offer: Offered | undefined) {
    this.#offer = offer
  }

  /** The drawing with findings and path. What is being moved is in it as of when `stage` was last asked for: who asks only for this is not told of moves. */
  get drawing(): Stage {
    const stage = this.#stage
    stage.setOverlay(this.#overlay)
    return stage
  }

  /** The drawing as it is now, with findings, path and whatever is being moved. */
  get stage(): Stage {
    const stage = this.drawing
    stage.setMoved(this.moved)
    return stage
  }

  /** Places that differ from the design's while a hand is moving things. */
  get moved(): Moved | undefined {
    const { gesture } = this
    return (gesture?.kind === 'move' && !gesture.isCopy) || gesture?.kind === 'resize' ? gesture.moved : this.gliding
  }

  /** The one selected resource, when it is the only one. */
  get onlySelected(): ResourceId | undefined {
    const [id, ...others] = this.session.selection
    return others.length === 0 && id !== undefined && this.index.get(id as ResourceId) ? (id as ResourceId) : undefined
  }

  /** The selected container or box, when exactly one is selected. */
  get selectedFrame(): SelectableId | undefined {
    const [id, ...others] = this.session.selection
    if (id === undefined || others.length > 0) return undefined
    return boxOf(this.index, id) || this.#stage.partOf(id) === 'frame' ? id : undefined
  }

  /** Where new things go that are not dropped: what is selected when it is a frame, else what is around it. */
  get frameInUse(): SelectableId | undefined {
    const only = this.onlySelected
    return this.selectedFrame ?? (only && (holderOf(this.index, only) as SelectableId | undefined))
  }

  /** Shows everything. */
  fit(): void {
    this.camera.fit(this.stage.extent())
  }

  /** Shows what is selected; everything when nothing is. */
  fitSelection(): void {
    this.camera.fit(this.session.selection.size > 0 ? this.stage.extent(this.selected) : this.stage.extent(), 2)
  }

  /** Brings things into view, moving as little as needed; hidden ones are shown again with their layers. */
  reveal(ids: Iterable<SelectableId>): void {
    const shown = this.onCanvas(ids)
    this.unhide(shown)
    this.camera.reveal(this.stage.extent(shown))
  }

  /** Shows the layers that some things are on. */
  unhide(ids: Iterable<string>): void {
    if (this.hidden.size === 0) return
    for (const id of ids) {
      if (isIntentLine(id)) this.hidden.delete('Intents')
      const resource = this.index.get(id as ResourceId)
      const stops = resource ? [id as ResourceId, ...(endsOf(resource) ?? []), viaOf(resource)] : []
      for (const stop of stops) {
        const kind = this.index.get(stop)?.kind
        const layer = kind && layerOf(kind)
        if (layer) this.hidden.delete(layer)
      }
    }
  }
}

const views = new WeakMap<DesignSession, CanvasView>()

/** The canvas view of a session, made when first asked for. */
export function canvasOf(session: DesignSession): CanvasView {
  let view = views.get(session)
  if (!view) {
    view = new CanvasView(session)
    views.set(session, view)
  }
  return view
}
