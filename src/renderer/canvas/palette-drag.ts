import type { PatternId } from '../../shared/patterns/index.ts'
import type { PaletteKind } from './targets.ts'

/** What is being dragged out of the palette or the gallery: browsers do not show a drag's data before it is dropped. */
export const carried: { kind: PaletteKind | undefined; pattern: PatternId | undefined } = { kind: undefined, pattern: undefined }
