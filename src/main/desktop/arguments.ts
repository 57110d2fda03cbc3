import { resolve } from 'node:path'

/** What the desktop host was started with. */
export interface DesktopArguments {
  /** Folder of the library; undefined for the person's own. */
  readonly library?: string
  /** A design file to open, as an absolute path. */
  readonly file?: string
}

/**
 * Reads the arguments after the program (`argv` as Electron gives it, switches of Chromium included). The last name
 * of a `.causeway.json` or `.json` file wins, as when several are dropped on the icon.
 */
export function readArguments(argv: readonly string[], folder: string): DesktopArguments {
  const library = argv.find((part) => part.startsWith('--library='))?.slice('--library='.length)
  const file = argv.slice(1).findLast((part) => !part.startsWith('-') && part.endsWith('.json'))
  return {
    ...(library === undefined || library === '' ? {} : { library: resolve(folder, library) }),
    ...(file === undefined ? {} : { file: resolve(folder, file) }),
  }
}
