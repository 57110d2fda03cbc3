/** Colours by meaning; each theme gives them a value, so one list serves light and dark. */
export type Ink =
  | 'background'
  | 'surface'
  | 'plate'
  | 'text'
  | 'muted'
  | 'account'
  | 'region'
  | 'vpc'
  | 'zone'
  | 'public-subnet'
  | 'private-subnet'
  | 'site'
  | 'link'
  | 'vpn'
  | 'direct-connect'
  | 'peering'
  | 'transit'
  | 'intent'
  | 'error'
  | 'warning'
  | 'advice'
  | 'path'
  | 'failed'
  | 'selected'

/** A point in canvas pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * One thing to draw, in canvas pixels, back to front. `owner` is the resource or box it belongs to (for hit-testing and for
 * repainting one thing).
 *
 * - `box`: x, y is the corner; the stroke is centred on the edge, a dashed one uses `DASH`.
 * - `icon`: x, y is the corner of a square; `icon` is a name for `iconOf`.
 * - `text`: anchored at its baseline, measured with the bundled font; `masked` text first clears its own rectangle
 *   (`maskOf`) with the background; `detail` text may be left out when zoomed out.
 * - `line`: joined with round corners of `CORNER_RADIUS`; a dotted one uses `DOTS`, a long-dashed one `LONG_DASH`.
 * - `hatch`: slanting strokes across the rectangle at x, y (`hatchOf`).
 * - `badge`: a filled disc in the square at x, y, its glyph in the middle, bold, in the background's colour.
 */
export type DisplayItem =
  | { readonly type: 'box'; readonly owner: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly stroke?: Ink; readonly fill?: Ink; readonly fillOpacity?: number; readonly dashed?: boolean; readonly radius?: number; readonly strokeWidth?: number }
  | { readonly type: 'icon'; readonly owner: string; readonly x: number; readonly y: number; readonly size: number; readonly icon: string }
  | { readonly type: 'text'; readonly owner: string; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly ink: Ink; readonly bold?: boolean; readonly anchor?: 'start' | 'middle' | 'end'; readonly detail?: true; readonly masked?: true }
  | { readonly type: 'line'; readonly owner: string; readonly points: readonly Point[]; readonly ink: Ink; readonly width: number; readonly dashed?: boolean; readonly dotted?: true; readonly longDashed?: true; readonly opacity?: number }
  | { readonly type: 'hatch'; readonly owner: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly ink: Ink; readonly opacity: number }
  | { readonly type: 'badge'; readonly owner: string; readonly x: number; readonly y: number; readonly size: number; readonly ink: Ink; readonly glyph: string }

/** Distance between the strokes of a hatch, and their width, in pixels. */
export const HATCH = { gap: 14, width: 1 } as const

/** Lengths of dash and gap, in pixels. */
export const DASH: readonly [number, number] = [6, 4]

/** Lengths of dot and gap of a dotted line, in pixels. */
export const DOTS: readonly [number, number] = [1.5, 3.5]

/** Lengths of dash and gap of a long-dashed line, in pixels. */
export const LONG_DASH: readonly [number, number] = [11, 5]

/** Lengths of dash and gap that a line or box is stroked with; undefined for an unbroken stroke. */
export function dashOf({ dashed, dotted, longDashed }: { readonly dashed?: boolean; readonly dotted?: true; readonly longDashed?: true }): readonly [number, number] | undefined {
  return dotted ? DOTS : longDashed ? LONG_DASH : dashed ? DASH : undefined
}

/** Radius of the round corners of lines, in pixels. */
export const CORNER_RADIUS = 6

/** A drawing: its items back to front, and the rectangle that holds them. */
export interface DisplayList {
  readonly items: readonly DisplayItem[]
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}
