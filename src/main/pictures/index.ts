import type { Design } from '../../shared/document/design.ts'
import type { PictureFormat, PictureOptions } from './options.ts'
import { renderHere } from './render.ts'

export type { PictureFormat, PictureOptions } from './options.ts'

/**
 * A design as a picture; things without a place are not in it. The same design and options give the same bytes in every host. A
 * very large drawing is scaled down where its format has limits; `say` hears about it. It computes for seconds then: hosts that must
 * stay responsive call `renderHere` on a thread.
 */
export async function renderPicture(design: Design, format: PictureFormat, options: PictureOptions, say: (message: string) => void = () => undefined): Promise<Uint8Array> {
  const { bytes, notices } = await renderHere({ design, format, options })
  for (const notice of notices) say(notice)
  return bytes
}
