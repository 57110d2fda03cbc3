import type { API, ListedDesign } from '../../shared/api.ts'
import { answer, type Handlers, type Outcome } from '../../shared/contract.ts'
import type { ImportReport } from '../../shared/import/snapshot.ts'
import type { JobClient } from '../jobs/client.ts'
import type { ImportedEstate } from '../jobs/import-dump.ts'
import type { Library } from '../library/library.ts'

/** What an import answers: the new design and what became of everything. */
type Answered = Outcome<{ design: ListedDesign; report: ImportReport }>

function keep(library: Library, name: string, imported: Outcome<ImportedEstate>): Answered {
  if (!imported.ok) return imported
  const { design, report, snapshot } = imported.value
  const created = library.create({ name, design }, snapshot)
  return created.ok ? answer({ design: created.value, report }) : created
}

/** The calls that make a design of what AWS said. */
export function importHandlers(library: Library, jobs: JobClient): Pick<Handlers<typeof API>, 'import.files'> {
  return {
    'import.files': async ({ name, files }) => keep(library, name, await jobs.importDump({ name, files })),
  }
}
