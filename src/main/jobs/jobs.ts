import { importDump, importEstate } from './import-dump.ts'
import { writeTemplates } from './write-templates.ts'

/** All work that is too long for a host's event loop, by name. */
export const jobs = {
  importDump,
  importEstate,
  writeTemplates,
} as const
