import { importDump, importEstate } from './import-dump.ts'

/** All work that is too long for a host's event loop, by name. */
export const jobs = {
  importDump,
  importEstate,
} as const
