import type { API } from '../../shared/api.ts'
import { answer, type Handlers } from '../../shared/contract.ts'
import type { JobClient } from '../jobs/client.ts'
import type { Library } from '../library/library.ts'

/** The calls that turn a design into files for other programs. */
export function exportHandlers(library: Library, jobs: JobClient): Pick<Handlers<typeof API>, 'export.cloudFormation'> {
  return {
    'export.cloudFormation': async ({ id }) => {
      const opened = library.open({ id })
      if (!opened.ok) return opened
      const written = await jobs.writeTemplates(opened.value.design)
      if (!written.ok) return written
      const { files, manualSteps, skipped } = written.value
      return answer({ files: [...files], manualSteps: [...manualSteps], skipped: [...skipped] })
    },
  }
}
