import type { Handlers } from '../../shared/contract.ts'
import type { API } from '../../shared/api.ts'
import type { Library } from '../library/library.ts'

type Named = 'library.list' | 'library.create' | 'library.open' | 'library.append' | 'library.rename' | 'library.trashed' | 'library.trash' | 'library.restore' | 'library.purge' | 'library.search' | 'library.openFile' | 'library.file' | 'settings.read' | 'settings.write'

/** The calls that the library answers by itself. */
export function libraryHandlers(library: Library): Pick<Handlers<typeof API>, Named> {
  return {
    'library.list': () => library.list(),
    'library.create': ({ name, design }) => library.create({ name, design }),
    'library.open': (input) => library.open(input),
    'library.append': (input) => library.append(input),
    'library.rename': (input) => library.rename(input),
    'library.trashed': () => library.trashed(),
    'library.trash': (input) => library.trash(input),
    'library.restore': (input) => library.restore(input),
    'library.purge': (input) => library.purge(input),
    'library.search': (input) => library.search(input),
    'library.openFile': (input) => library.openFile(input),
    'library.file': (input) => library.file(input),
    'settings.read': () => library.readSettings(),
    'settings.write': (input) => library.writeSetting(input),
  }
}
