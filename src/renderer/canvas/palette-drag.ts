import type { PatternId } from '../../shared/patterns/index.ts'
import type { Wanted } from './targets.ts'

/**
 * What is being dragged out of the palette or the gallery: browsers do not show a drag's data before it is dropped. `refused` says why the
 * place that it is over does not take it.
 */
export const carried: { wanted: Wanted | undefined; pattern: PatternId | undefined; refused: string | undefined } = { wanted: undefined, pattern: undefined, refused: undefined }
