import { basename } from 'node:path'
import { API } from '../shared/api.ts'
import { answer, dispatch, type Handlers, type Outcome } from '../shared/contract.ts'
import type { Platform } from './answer.ts'
import { decodeText, DESIGN_FILE_BYTES } from './design-file.ts'
import { readFileWithin } from './files.ts'
import { appHandlers } from './handlers/app.ts'
import { exportHandlers } from './handlers/exports.ts'
import { importHandlers } from './handlers/imports.ts'
import { libraryHandlers } from './handlers/library.ts'
import { liveImportHandlers } from './handlers/live-imports.ts'
import { pictureHandlers } from './handlers/pictures.ts'
import { versionHandlers } from './handlers/versions.ts'
import type { Host } from './host.ts'
import { createJobClient } from './jobs/client.ts'
import { openLibrary } from './library/library.ts'
import { readUnread } from './library/read-unread.ts'
import { reportBug } from './report-bug.ts'
import { createThumbnails } from './thumbnails.ts'

/** Makes the product over the library in `folder`; refuses a library that cannot be opened. */
export async function createHost(folder: string, platform: Platform): Promise<Outcome<Host>> {
  const opened = openLibrary({ folder })
  if (!opened.ok) return opened
  const library = opened.value
  const jobs = createJobClient(reportBug)
  const thumbnails = createThumbnails({ library, jobs, onDrawn: (key) => platform.emit('library.pictured', key) })
  const handlers: Handlers<typeof API> = {
    ...appHandlers(platform, library.path),
    ...libraryHandlers(library),
    ...pictureHandlers(library, thumbnails),
    ...versionHandlers(library, jobs),
    ...importHandlers(library, jobs),
    ...exportHandlers(library, jobs),
    ...liveImportHandlers(library, jobs, platform),
  }
  const stopReading = readUnread(library, jobs)
  const unsubscribe = library.subscribe((change) => platform.emit('library.changed', change))
  return answer({
    answer: (method, input) => dispatch(API, handlers, method, input, reportBug),
    openDesignFile: async (path) => {
      const bytes = await readFileWithin(path, DESIGN_FILE_BYTES)
      if (!bytes.ok) return bytes
      const text = decodeText(path, bytes.value)
      return text.ok ? library.openFile({ fileName: basename(path), text: text.value }) : text
    },
    close: () => {
      unsubscribe()
      stopReading()
      thumbnails.close()
      jobs.close()
      library.close()
    },
  })
}
