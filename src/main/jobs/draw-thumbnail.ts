import { answer, type Outcome } from '../../shared/contract.ts'
import type { ThemeName } from '../../shared/drawing/index.ts'
import { arrange } from '../arrange.ts'
import { buildDesign, type DesignSource } from '../library/build-design.ts'
import { drawThumbnail as draw } from '../pictures/thumbnail.ts'

/** Reads a revision of a design and draws it small; undefined when there is nothing to see. */
export function drawThumbnail({ source, theme }: { readonly source: DesignSource; readonly theme: ThemeName }): Outcome<Uint8Array | undefined> {
  const built = buildDesign(source)
  return built.ok ? answer(draw(arrange(built.value.design), theme)) : built
}
