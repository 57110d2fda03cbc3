import { Worker } from 'node:worker_threads'
import type { Design } from '../../shared/document/design.ts'
import { workerUrl } from '../worker-url.ts'
import type { PictureFormat, PictureOptions } from './options.ts'
import { type Picture, type PictureJob, renderHere } from './render.ts'

export type { PictureFormat, PictureOptions } from './options.ts'

/** Designs with more resources than this are painted on a thread of their own, so that the caller stays responsive. */
const MANY_RESOURCES = 60

function renderOnThread(job: PictureJob): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl('pictures/render'), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that draws pictures ended early (code ${code})`)))
  })
}

/**
 * A design as a picture. The same design and options give the same bytes in every host. A very large drawing is scaled
 * down where its format has limits; `say` hears about it.
 */
export async function renderPicture(design: Design, format: PictureFormat, options: PictureOptions, say: (message: string) => void = () => undefined): Promise<Uint8Array> {
  const job: PictureJob = { design, format, options }
  const { bytes, notices } = await (Object.keys(design.resources).length <= MANY_RESOURCES ? renderHere(job) : renderOnThread(job))
  for (const notice of notices) say(notice)
  return bytes
}
