import { createContext } from 'svelte'
import type { PoolId } from '../../shared/document/pool.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Resource } from '../../shared/model/index.ts'
import type { FixRequest } from './fix/fix-preview.svelte.ts'
import { isFlowEnd } from './trace/flow-ends.ts'
import { TimelineQuery } from './timeline/timeline-query.svelte.ts'
import { TraceQuery } from './trace/trace-query.svelte.ts'

/** The panels below the canvas. */
export const DOCK_TABS = ['problems', 'intents', 'trace', 'failures', 'timeline', 'addresses'] as const

/** A panel below the canvas. */
export type DockTab = (typeof DOCK_TABS)[number]

/** An entry of the IP plan. */
export type PlanEntry = PoolId | ResourceId | 'overlaps' | 'outside'

/** Sizes of the panels, as they are kept between sessions. */
export interface Layout {
  readonly dockHeight: number
  readonly inspectorWidth: number
  readonly isDockOpen: boolean
}

const within = (value: unknown, least: number, most: number, otherwise: number) => (typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, least), most) : otherwise)

/** The limits of what can be dragged, in pixels. */
export const LIMITS = { dockHeight: [120, 640], inspectorWidth: [260, 560] } as const

/** What the panels of one open design show: which tab, how large, and the trace being asked for. */
export class EditorView {
  tab = $state<DockTab>('problems')
  isDockOpen = $state(true)
  dockHeight = $state(280)
  inspectorWidth = $state(320)
  isExportOpen = $state(false)
  /** The kind of picture that is about to be exported. */
  picture = $state<'svg' | 'png' | 'pdf' | undefined>(undefined)
  /** What the last key or edit did, for a screen reader. */
  said = $state('')
  /** True while the canvas is alone in the window. */
  isZen = $state(false)
  isFindOpen = $state(false)
  /** True while several things are given names. */
  isRenameOpen = $state(false)
  isGalleryOpen = $state(false)
  /** True while something to insert is chosen. */
  isInsertOpen = $state(false)
  isAssumptionsOpen = $state(false)
  isMatrixOpen = $state(false)
  isHistoryOpen = $state(false)
  isReviewOpen = $state(false)
  /** The fix that is looked at before it is made. */
  toFix = $state.raw<FixRequest | undefined>(undefined)
  /** What the IP plan shows in full: a pool, a VPC, what overlaps or what lies outside the pools. */
  planned = $state<PlanEntry | undefined>(undefined)
  /** Whose block is about to be given other addresses. */
  renumbering = $state.raw<{ readonly owner: ResourceId | PoolId; readonly from?: string } | undefined>(undefined)
  readonly query = new TraceQuery()
  readonly failure = new TimelineQuery()

  /** The sizes to keep. */
  get layout(): Layout {
    return { dockHeight: this.dockHeight, inspectorWidth: this.inspectorWidth, isDockOpen: this.isDockOpen }
  }

  /** Takes kept sizes over; what is missing or absurd is left as it is. */
  restore(kept: unknown): void {
    if (typeof kept !== 'object' || kept === null) return
    const { dockHeight, inspectorWidth, isDockOpen } = kept as Readonly<Record<string, unknown>>
    this.dockHeight = within(dockHeight, ...LIMITS.dockHeight, this.dockHeight)
    this.inspectorWidth = within(inspectorWidth, ...LIMITS.inspectorWidth, this.inspectorWidth)
    if (typeof isDockOpen === 'boolean') this.isDockOpen = isDockOpen
  }

  /** Brings a panel to the front. */
  show(tab: DockTab): void {
    this.tab = tab
    this.isDockOpen = true
  }

  /** Opens the IP plan at an entry. */
  showPlan(entry: PlanEntry): void {
    this.planned = entry
    this.show('addresses')
  }

  /** Whether flows can start at the resource. */
  canTrace(resource: Resource): boolean {
    return isFlowEnd(resource)
  }

  /** Opens the trace panel with the resource as its start. */
  traceFrom(id: ResourceId): void {
    this.query.from = id
    this.show('trace')
  }
}

/** The panels' state, for components of an open design. */
export const [getView, setView] = createContext<EditorView>()
