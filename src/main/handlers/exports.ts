import type { API } from '../../shared/api.ts'
import { answer, type Handlers } from '../../shared/contract.ts'
import { DESIGN_FILE_ENDING, designFileName } from '../design-file.ts'
import type { JobClient } from '../jobs/client.ts'
import type { Library } from '../library/library.ts'

const mediaTypes = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const

/** The calls that turn a design into files for other programs. */
export function exportHandlers(library: Library, jobs: JobClient): Pick<Handlers<typeof API>, 'export.picture' | 'export.cloudFormation'> {
  return {
    'export.picture': async ({ id, format, options }) => {
      const opened = library.open({ id })
      if (!opened.ok) return opened
      const { design } = opened.value
      const drawn = await jobs.drawPicture({ design, format, options })
      if (!drawn.ok) return drawn
      const fileName = `${designFileName(design.name).slice(0, -DESIGN_FILE_ENDING.length)}.${format}`
      return answer({ fileName, mediaType: mediaTypes[format], bytes: drawn.value.bytes, notices: [...drawn.value.notices] })
    },
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
