import type { PaletteKind } from './targets.ts'

/** What is being dragged out of the palette: browsers do not show a drag's data before it is dropped. */
export const carried: { kind: PaletteKind | undefined } = { kind: undefined }
