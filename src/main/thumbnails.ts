import type { JobClient } from './jobs/client.ts'
import type { Library } from './library/library.ts'
import type { PictureKey } from './library/pictures.ts'

type Parts = {
  readonly library: Pick<Library, 'source' | 'keepPicture'>
  readonly jobs: Pick<JobClient, 'drawThumbnail'>
  /** Called when a picture was drawn and kept. */
  readonly onDrawn: (key: PictureKey) => void
}

const nameOf = ({ id, revision, theme }: PictureKey): string => `${id} ${revision} ${theme}`

/**
 * Draws small pictures off the event loop, one at a time, so that other jobs get their turn: the last asked for first,
 * because that is what the person looks at. What could not be drawn is not tried again while the program runs.
 */
export function createThumbnails({ library, jobs, onDrawn }: Parts) {
  const waiting = new Map<string, PictureKey>()
  const failed = new Set<string>()
  let isRunning = false

  const draw = async (key: PictureKey): Promise<void> => {
    const source = library.source(key)
    const drawn = source.ok ? await jobs.drawThumbnail({ source: source.value, theme: key.theme }) : source
    const kept = drawn.ok && drawn.value !== undefined ? library.keepPicture(key, drawn.value) : drawn
    if (kept.ok && drawn.ok && drawn.value !== undefined) onDrawn(key)
    else failed.add(nameOf(key))
  }

  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    for (let next = [...waiting].at(-1); next !== undefined; next = [...waiting].at(-1)) {
      waiting.delete(next[0])
      await draw(next[1])
    }
    isRunning = false
  }

  return {
    /** Asks for a picture; `onDrawn` tells when it is there. */
    want: (key: PictureKey): void => {
      const name = nameOf(key)
      if (failed.has(name)) return
      waiting.delete(name)
      waiting.set(name, key)
      void run()
    },
    close: (): void => { waiting.clear() },
  }
}

/** Draws small pictures. */
export type Thumbnails = ReturnType<typeof createThumbnails>
