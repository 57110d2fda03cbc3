import type { API } from '../../shared/api.ts'
import { answer, type Handlers } from '../../shared/contract.ts'
import type { Platform } from '../answer.ts'
import { version } from '../version.ts'

/** The calls about the program itself and the host it runs in. */
export function appHandlers(platform: Platform, libraryPath: string): Pick<Handlers<typeof API>, 'app.info' | 'file.save'> {
  return {
    'app.info': () => answer({ version, host: platform.host, node: process.versions.node, libraryPath }),
    'file.save': (file) => platform.save(file),
  }
}
