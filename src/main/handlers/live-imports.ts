import type { API, ListedDesign } from '../../shared/api.ts'
import { answer, type Handlers, type Outcome, refuse } from '../../shared/contract.ts'
import type { ImportReport } from '../../shared/import/snapshot.ts'
import type { Platform } from '../answer.ts'
import { listProfiles } from '../aws/profiles.ts'
import type { JobClient } from '../jobs/client.ts'
import type { Library } from '../library/library.ts'

/** The calls that read live accounts. The SDK is loaded with the first import: it is large, and most sessions never need it. */
export function liveImportHandlers(library: Library, jobs: Pick<JobClient, 'importEstate'>, platform: Pick<Platform, 'emit'>): Pick<Handlers<typeof API>, 'import.profiles' | 'import.live' | 'import.cancel'> {
  const running = new Map<string, AbortController>()

  return {
    'import.profiles': async () => answer(await listProfiles()),
    'import.live': async ({ job, name, profile, regions, endpointUrl }): Promise<Outcome<{ design: ListedDesign; report: ImportReport }>> => {
      if (running.has(job)) return refuse('job-running', 'An import of this name is under way; wait for it or cancel it.')
      const stop = new AbortController()
      running.set(job, stop)
      try {
        const { readLive } = await import('../aws/live.ts')
        const read = await readLive({ profile, regions, endpointUrl, signal: stop.signal, onProgress: (progress) => platform.emit('import.progress', { job, ...progress }) })
        if (!read.ok) return read
        const imported = await jobs.importEstate({ name, ...read.value })
        if (!imported.ok) return imported
        if (stop.signal.aborted) return refuse('cancelled', 'The import was cancelled; nothing was kept.')
        const { design, report, snapshot } = imported.value
        const created = library.create({ name, design }, snapshot)
        return created.ok ? answer({ design: created.value, report }) : created
      } finally {
        running.delete(job)
      }
    },
    'import.cancel': ({ job }) => {
      running.get(job)?.abort()
      return answer(null)
    },
  }
}
