import type { API, Version } from '../../shared/api.ts'
import { answer, type Handlers } from '../../shared/contract.ts'
import type { JobClient } from '../jobs/client.ts'
import type { Library } from '../library/library.ts'

type Calls = Pick<Handlers<typeof API>, 'library.versions' | 'library.nameVersion' | 'library.version' | 'library.copy'>

/** The calls about earlier states of designs; reading one is work for another thread. */
export function versionHandlers(library: Pick<Library, 'versions' | 'nameVersion' | 'source' | 'create'>, jobs: Pick<JobClient, 'readDesign' | 'tellVersions'>): Calls {
  return {
    'library.versions': async (range) => {
      const listed = library.versions(range)
      if (!listed.ok) return listed
      const told = await jobs.tellVersions(listed.value.versions.map(({ edits }) => edits))
      if (!told.ok) return told
      const versions = listed.value.versions.map(({ edits: _texts, ...version }, position): Version => ({ ...version, tally: told.value[position] ?? { added: 0, removed: 0, changed: 0, moved: 0, others: 0 } }))
      return answer({ versions, hasMore: listed.value.hasMore })
    },
    'library.nameVersion': (name) => library.nameVersion(name),
    'library.version': async ({ id, revision }) => {
      const source = library.source({ id, revision })
      const read = source.ok ? await jobs.readDesign(source.value) : source
      return read.ok ? answer({ revision, design: read.value }) : read
    },
    'library.copy': async ({ id, revision, name }) => {
      const source = library.source({ id, revision })
      const read = source.ok ? await jobs.readDesign(source.value) : source
      return read.ok ? library.create({ name, design: read.value }) : read
    },
  }
}
