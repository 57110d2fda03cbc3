import { ZOOM } from '../canvas/camera.svelte.ts'
import { chooseOverlay, stepOverlay } from '../canvas/overlays.ts'
import { showEverything, stepView, whyNoView } from '../canvas/saved-views.ts'
import { OVERLAY_LABELS, OVERLAY_NAMES, type OverlayName } from '../../shared/document/overlay-name.ts'
import { type Command, needsSelection, ON_THINGS } from './command.ts'

/** Words by which the palette finds overlays besides their labels. */
const OVERLAY_WORDS: Readonly<Record<OverlayName, string>> = {
  routing: 'active standby path carries',
  failures: 'single point of failure spof down',
  cost: 'price money monthly charges',
  addresses: 'cidr overlap ip asn',
  security: 'internet exposure open encryption public',
}

/** What changes how the canvas is looked at. */
export const LOOK: readonly Command[] = [
  { id: 'view.zoom-in', label: 'Zoom in', section: 'Look', keys: ['Mod++', 'Mod+='], heard: 'editor', icon: 'plus', run: ({ canvas: { camera } }) => camera.zoomTo(camera.viewport.zoom * ZOOM.step) },
  { id: 'view.zoom-out', label: 'Zoom out', section: 'Look', keys: ['Mod+-'], heard: 'editor', icon: 'minus', run: ({ canvas: { camera } }) => camera.zoomTo(camera.viewport.zoom / ZOOM.step) },
  { id: 'view.full-size', label: 'Zoom to 100 %', section: 'Look', keys: ['Mod+0', 'Shift+0'], heard: 'editor', words: 'actual size', run: ({ canvas }) => canvas.camera.zoomTo(1) },
  { id: 'view.fit', label: 'Zoom to everything', section: 'Look', keys: ['Shift+1'], menus: ['canvas'], heard: 'editor', words: 'fit to window', run: ({ canvas }) => canvas.fit() },
  { id: 'view.fit-selection', label: 'Zoom to the selection', section: 'Look', keys: ['Shift+2'], menus: [...ON_THINGS, 'intent'], heard: 'editor', words: 'fit', whyNot: needsSelection, run: ({ canvas }) => canvas.fitSelection() },
  {
    id: 'view.minimap',
    label: 'Overview map',
    section: 'Look',
    keys: ['M'],
    menus: ['canvas'],
    words: 'mini-map minimap toggle',
    isChecked: ({ app }) => app.preferences.minimap,
    run: ({ app }) => void app.prefer('minimap', !app.preferences.minimap),
  },
  {
    id: 'view.grid',
    label: 'Grid',
    section: 'Look',
    keys: ["Mod+'"],
    menus: ['canvas'],
    icon: 'grid',
    words: 'dots toggle',
    isChecked: ({ app }) => app.preferences.grid,
    run: ({ app }) => void app.prefer('grid', !app.preferences.grid),
  },
  {
    id: 'view.zen',
    label: 'Canvas alone',
    section: 'Look',
    keys: ['Mod+.'],
    heard: 'always',
    menus: ['canvas'],
    words: 'zen focus mode full screen hide panels distraction',
    isChecked: ({ panels }) => panels.isZen,
    run: ({ panels, focusCanvas }) => {
      panels.isZen = !panels.isZen
      focusCanvas()
    },
  },
  { id: 'view.relations', label: 'Relation lines', section: 'Look', menus: ['canvas'], words: 'toggle dotted fields references', isChecked: ({ app }) => app.preferences.relations, run: ({ app }) => void app.prefer('relations', !app.preferences.relations) },
  { id: 'view.layers', label: 'Layers and views', section: 'Look', keys: ['L'], menus: ['canvas'], words: 'hide show filter marks overlay', isChecked: ({ canvas }) => canvas.areLayersShown, run: ({ canvas }) => (canvas.areLayersShown = !canvas.areLayersShown) },
  { id: 'overlay.next', label: 'Next overlay', section: 'Look', keys: ['O'], menus: ['canvas'], words: 'cost security addresses routing failures', sheet: { does: 'Next, previous overlay', keys: 'O' }, run: ({ canvas }) => stepOverlay(canvas, 1) },
  { id: 'overlay.previous', label: 'Previous overlay', section: 'Look', keys: ['Shift+O'], words: 'cost security addresses routing failures', sheet: { does: 'Next, previous overlay', keys: 'Shift+O' }, run: ({ canvas }) => stepOverlay(canvas, -1) },
  ...[undefined, ...OVERLAY_NAMES].map(
    (overlay): Command => ({
      id: `overlay.${overlay ?? 'none'}`,
      label: overlay === undefined ? 'No overlay' : `Overlay: ${OVERLAY_LABELS[overlay]}`,
      section: 'Look',
      words: overlay === undefined ? 'plain' : OVERLAY_WORDS[overlay],
      isChecked: ({ canvas }) => canvas.overlaid === overlay,
      run: ({ canvas }) => chooseOverlay(canvas, overlay),
    }),
  ),
  { id: 'view.everything', label: 'Show all layers and marks', section: 'Look', words: 'hidden filter reset', run: ({ canvas }) => showEverything(canvas) },
  { id: 'view.next', label: 'Next view', section: 'Look', keys: ['Mod+PageDown', 'Alt+PageDown'], heard: 'editor', words: 'saved page', whyNot: ({ canvas }) => whyNoView(canvas), run: ({ canvas }) => stepView(canvas, 1) },
  { id: 'view.previous', label: 'Previous view', section: 'Look', keys: ['Mod+PageUp', 'Alt+PageUp'], heard: 'editor', words: 'saved page', whyNot: ({ canvas }) => whyNoView(canvas), run: ({ canvas }) => stepView(canvas, -1) },
]
