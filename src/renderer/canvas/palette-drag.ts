import type { PatternId } from '../../shared/patterns/index.ts'
import type { Wanted } from './targets.ts'

/** What is being dragged out of the palette or the gallery: browsers do not show a drag's data before it is dropped. */
export const carried: { wanted: Wanted | undefined; pattern: PatternId | undefined } = { wanted: undefined, pattern: undefined }
