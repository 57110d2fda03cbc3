import type { API } from '../../shared/api.ts'
import type { CallError, Client } from '../../shared/contract.ts'

/** Offers bytes as a file of the browser's downloads. */
export function offerDownload(fileName: string, mediaType: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = fileName
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // The browser has taken the bytes over only after this turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** What became of a file that was to be kept. */
export type Kept = { readonly outcome: 'saved'; readonly path: string } | { readonly outcome: 'downloaded' } | { readonly outcome: 'cancelled' } | { readonly outcome: 'failed'; readonly error: CallError }

/**
 * Puts bytes where the person wants them: the desktop asks where, a browser downloads. When main does not answer, the window
 * offers the download itself: then of all times the file is needed.
 */
export async function keepFile(client: Pick<Client<typeof API>, 'file.save'>, fileName: string, mediaType: string, bytes: Uint8Array, offer = offerDownload): Promise<Kept> {
  const saved = await client['file.save']({ fileName, mediaType, bytes })
  const isAlone = !saved.ok && saved.error.code === 'connection-lost'
  if (!saved.ok && !isAlone) return { outcome: 'failed', error: saved.error }
  if (saved.ok && saved.value.outcome === 'cancelled') return { outcome: 'cancelled' }
  if (saved.ok && saved.value.outcome === 'saved') return { outcome: 'saved', path: saved.value.path ?? fileName }
  offer(fileName, mediaType, bytes)
  return { outcome: 'downloaded' }
}
