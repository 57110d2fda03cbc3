/** Colours by meaning; each theme gives them a value, so one list serves light and dark. */
export type Ink =
  | 'background'
  | 'surface'
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
  | 'error'
  | 'warning'
  | 'advice'
  | 'path'
  | 'failed'
  | 'selected'

/**
 * One thing to draw, in canvas pixels, back to front. `owner` is the resource or box it belongs to (for hit-testing and for
 * repainting one thing). Text is anchored at its baseline and measured with the bundled font.
 */
export type DisplayItem =
  | { readonly type: 'box'; readonly owner: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly stroke?: Ink; readonly fill?: Ink; readonly fillOpacity?: number; readonly dashed?: boolean; readonly radius?: number; readonly strokeWidth?: number }
  | { readonly type: 'icon'; readonly owner: string; readonly x: number; readonly y: number; readonly size: number; readonly icon: string }
  | { readonly type: 'text'; readonly owner: string; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly ink: Ink; readonly bold?: boolean; readonly anchor?: 'start' | 'middle' | 'end'; readonly detail?: true; readonly masked?: true }
  | { readonly type: 'line'; readonly owner: string; readonly points: readonly { readonly x: number; readonly y: number }[]; readonly ink: Ink; readonly width: number; readonly dashed?: boolean }
  | { readonly type: 'badge'; readonly owner: string; readonly x: number; readonly y: number; readonly size: number; readonly ink: Ink; readonly glyph: string }

/** A drawing: its items back to front, and the rectangle that holds them. */
export interface DisplayList {
  readonly items: readonly DisplayItem[]
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}
