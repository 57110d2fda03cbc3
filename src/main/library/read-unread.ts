import type { JobClient } from '../jobs/client.ts'
import type { Library } from './library.ts'

/**
 * Makes designs of an older library known to the search, one after the other and off the event loop. Answers the
 * function that stops it. A library that cannot be written is left as it is; its search says how much it does not know.
 */
export function readUnread(library: Pick<Library, 'unread' | 'source' | 'learn'>, jobs: Pick<JobClient, 'readDesign'>): () => void {
  let isStopped = false
  const run = async (): Promise<void> => {
    for (;;) {
      if (isStopped) return
      const id = library.unread()
      if (!id.ok || id.value === undefined) return
      const source = library.source({ id: id.value })
      const read = source.ok ? await jobs.readDesign(source.value) : source
      if (isStopped || (!read.ok && read.error.code === 'job-failed')) return
      const learned = library.learn({ id: id.value, ...(source.ok ? { revision: source.value.revision } : {}), ...(read.ok ? { design: read.value } : {}) })
      if (!learned.ok) return
    }
  }
  void run()
  return () => { isStopped = true }
}
