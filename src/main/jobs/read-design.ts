import { answer, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { buildDesign, type DesignSource } from '../library/build-design.ts'

/** Reads a revision of a design out of what the library holds of it. */
export function readDesign(source: DesignSource): Outcome<Design> {
  const built = buildDesign(source)
  return built.ok ? answer(built.value.design) : built
}
