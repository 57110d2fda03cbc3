import type { IntentsShown } from './intent-lines.ts'
import type { LayerName } from '../model/layer.ts'
import type { Moved } from './rects.ts'
import type { Remarks } from './remarks.ts'

/** How bad the worst finding on something is. */
export type MarkSeverity = 'error' | 'warning' | 'advice'

/**
 * What is shown on top of a design: plain data from the analysis. Keys and members are ids of resources or boxes; ids that the
 * design does not have are ignored.
 */
export interface Overlay {
  /** Worst severity of the findings that blame the resource. */
  readonly findings?: ReadonlyMap<string, MarkSeverity>
  /** Single points of failure. */
  readonly singlePoints?: ReadonlySet<string>
  /** A traced path: where the packet passes, in order and numbered from 1, and the links it takes. */
  readonly path?: { readonly hops: readonly string[]; readonly links: readonly string[] }
  /** Where the traced packet, or its reply, comes to an end before it arrives. */
  readonly stop?: string
  /** What has failed in the scenario being looked at. */
  readonly failed?: ReadonlySet<string>
  /** What is down with what it depends on, while it has not failed itself. */
  readonly carried?: ReadonlySet<string>
  /** VPN connections of which one tunnel of two is down. */
  readonly tunnels?: ReadonlyMap<string, 1 | 2>
  /** How many findings are about what a collapsed box stands for. */
  readonly inside?: ReadonlyMap<string, number>
  /** What the chosen overlay says: pass a new object for every state, answers are remembered per object. */
  readonly remarks?: Remarks
  /** Layers that are not drawn. */
  readonly hidden?: ReadonlySet<LayerName>
  /** How the intents are judged, and which of them are drawn. */
  readonly intents?: IntentsShown
  /** Relations are not drawn as lines. */
  readonly withoutRelations?: boolean
  /** What is locked, when that is to be seen. */
  readonly locked?: ReadonlySet<string>
  /** Places that differ from the saved ones. Pass a new map for every state: answers are remembered per map. */
  readonly moved?: Moved
}

/** Ink and glyph of each severity: told apart by the glyph too, never by colour alone. */
export const SEVERITY_GLYPH: Readonly<Record<MarkSeverity, string>> = { error: '×', warning: '!', advice: 'i' }
