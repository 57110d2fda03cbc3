import { join } from 'node:path'

/** The checkout's root folder. */
export const root = join(import.meta.dirname, '..', '..', '..')
