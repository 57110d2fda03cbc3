import { expect, it } from 'vitest'
import { readArguments } from '../../../../src/main/desktop/arguments.ts'

it.each([
  [['causeway'], {}],
  [['causeway', '--library=lib'], { library: '/home/ann/lib' }],
  [['causeway', '--library=/lib', 'net.causeway.json'], { library: '/lib', file: '/home/ann/net.causeway.json' }],
  [['causeway', 'a.json', '--allow-file-access', '/b.causeway.json'], { file: '/b.causeway.json' }],
  [['/opt/causeway.json', 'notes.txt', '--x.json'], {}],
] as const)('%j is read as %j', (argv, read) => {
  expect(readArguments(argv, '/home/ann')).toEqual(read)
})
