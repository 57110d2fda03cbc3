import { expect, it } from 'vitest'
import { defaultLibraryFolder } from '../../../src/main/library-folder.ts'

it.each([
  ['linux', {}, '/home/a/.local/share/causeway'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/causeway'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/causeway'],
  ['darwin', {}, '/home/a/Library/Application Support/Causeway'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Causeway'],
] as const)('on %s with %j the library is in %s', (platform, env, folder) => {
  expect(defaultLibraryFolder({ platform, home: '/home/a', env })).toBe(folder)
})
