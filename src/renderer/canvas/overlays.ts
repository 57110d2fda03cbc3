import { OVERLAY_NAMES, type OverlayName } from '../../shared/document/overlay-name.ts'
import type { CanvasView } from './view.svelte.ts'

/** Overlays in the order in which they are gone through; undefined is none. */
const ROUND: readonly (OverlayName | undefined)[] = [undefined, ...OVERLAY_NAMES]

/** Overlays the drawing, or takes the overlay away; the box on the canvas says so. */
export function chooseOverlay(view: CanvasView, overlay: OverlayName | undefined): void {
  view.overlaid = overlay
}

/** The next or previous overlay, round and round, by way of none. */
export function stepOverlay(view: CanvasView, by: 1 | -1): void {
  chooseOverlay(view, ROUND[(ROUND.indexOf(view.overlaid) + by + ROUND.length) % ROUND.length])
}
