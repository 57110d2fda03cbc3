import type { API } from '../../shared/api.ts'
import { answer, type Handlers } from '../../shared/contract.ts'
import type { Library } from '../library/library.ts'
import type { Thumbnails } from '../thumbnails.ts'

/** The call that gives small pictures: what there is at once, and what is missing is drawn. */
export function pictureHandlers(library: Pick<Library, 'picture'>, thumbnails: Pick<Thumbnails, 'want'>): Pick<Handlers<typeof API>, 'library.picture'> {
  return {
    'library.picture': ({ id, revision, theme }) => {
      const found = library.picture({ id, revision, theme })
      if (!found.ok) return found
      const { wanted, kept } = found.value
      if (kept?.isCurrent !== true) thumbnails.want({ id, revision: wanted, theme })
      return answer(kept ? { revision: kept.revision, bytes: kept.bytes } : null)
    },
  }
}
