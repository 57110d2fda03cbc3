/** What a drawing can be overlaid with, one at a time. */
export const OVERLAY_NAMES = ['routing', 'failures', 'cost', 'addresses', 'security'] as const

/** What a drawing is overlaid with. */
export type OverlayName = (typeof OVERLAY_NAMES)[number]

/** Overlays as people call them. */
export const OVERLAY_LABELS: Readonly<Record<OverlayName, string>> = { routing: 'Routing', failures: 'Failures', cost: 'Cost', addresses: 'Addresses', security: 'Security' }
