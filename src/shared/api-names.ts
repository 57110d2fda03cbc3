import type { API, EVENTS } from './api.ts'

type CallName = keyof typeof API
type EventName = keyof typeof EVENTS

/**
 * The names of all calls, without their schemas: the preload lets through these and nothing else, and must stay
 * small. A test keeps the list equal to `API`.
 */
export const callNames = [
  'app.info',
  'library.list',
  'library.trashed',
  'library.search',
  'library.create',
  'library.open',
  'library.append',
  'library.rename',
  'library.trash',
  'library.restore',
  'library.purge',
  'library.openFile',
  'library.file',
  'library.versions',
  'library.nameVersion',
  'library.version',
  'library.copy',
  'library.picture',
  'export.picture',
  'export.cloudFormation',
  'file.save',
  'import.files',
  'import.profiles',
  'import.live',
  'import.cancel',
  'settings.read',
  'settings.write',
] as const satisfies readonly CallName[]

/** The names of all events. */
export const eventNames = ['import.progress', 'library.changed', 'library.pictured', 'menu.command', 'file.opened'] as const satisfies readonly EventName[]
