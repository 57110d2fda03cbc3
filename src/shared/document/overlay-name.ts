/** What a drawing can be overlaid with, one at a time. */
export const OVERLAY_NAMES = ['cost'] as const

/** What a drawing is overlaid with. */
export type OverlayName = (typeof OVERLAY_NAMES)[number]

/** Overlays as people call them. */
export const OVERLAY_LABELS: Readonly<Record<OverlayName, string>> = { cost: 'Cost' }
