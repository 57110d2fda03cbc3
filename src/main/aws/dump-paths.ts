import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { failure, type Result, success } from '../../shared/document/problem.ts'

/** The most JSON files that one import takes. */
export const MOST_FILES = 20_000

/** The deepest folder below a given one that is looked into. */
const DEEPEST_FOLDER = 16

/** A file to read: where it is, the path that is reported, and the one whose folders tell account and Region. */
export interface DumpPath {
  readonly file: string
  readonly shown: string
  readonly telling: string
  readonly bytes: number
}

const why = (cause: unknown): string => {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file or folder; check the path'
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it; check its permissions'
  if (code === 'ELOOP') return 'it is a symbolic link that leads to itself'
  return code ?? 'it cannot be read'
}

interface Walk {
  readonly found: DumpPath[]
  readonly warnings: { origin: string; message: string }[]
  /** Real paths of folders and files already taken: links that lead in circles, or to the same file twice, end here. */
  readonly seen: Set<string>
}

interface Spot {
  readonly file: string
  readonly shown: string
  readonly telling: string
}

async function visit({ file, shown, telling }: Spot, depth: number, walk: Walk): Promise<void> {
  const isGiven = depth === 0
  if (walk.found.length > MOST_FILES) return
  try {
    const real = await realpath(file)
    if (walk.seen.has(real)) return
    walk.seen.add(real)
    const info = await stat(real)
    if (info.isFile()) {
      if (isGiven || /\.json$/i.test(shown)) walk.found.push({ file: real, shown, telling, bytes: info.size })
      return
    }
    if (!info.isDirectory()) {
      if (isGiven) walk.warnings.push({ origin: shown, message: 'It is a device or a pipe, not a file or folder.' })
      return
    }
    if (depth > DEEPEST_FOLDER) {
      walk.warnings.push({ origin: shown, message: `Folders more than ${DEEPEST_FOLDER} levels deep are not looked into.` })
      return
    }
    for (const name of (await readdir(real)).sort()) await visit({ file: join(real, name), shown: join(shown, name), telling: `${telling}/${name}` }, depth + 1, walk)
  } catch (cause) {
    walk.warnings.push({ origin: shown, message: `It could not be read: ${why(cause)}.` })
  }
}

/** The given path with the two folders above it, which may be the account and the Region. */
function tellingPath(path: string): string {
  const full = resolve(path)
  return [basename(dirname(dirname(full))), basename(dirname(full)), basename(full)].filter((part) => part !== '').join('/')
}

/**
 * Finds the files of a dump: those given, and every `.json` file below the folders given, each once, in the order of their
 * names. What cannot be looked at is a warning; a given path that does not exist is a failure.
 */
export async function findDumpFiles(paths: readonly string[]): Promise<Result<Omit<Walk, 'seen'>>> {
  const walk: Walk = { found: [], warnings: [], seen: new Set() }
  for (const path of paths) {
    try {
      await stat(path)
    } catch (cause) {
      return failure('file-unreadable', path, `could not be read: ${why(cause)}.`)
    }
    await visit({ file: path, shown: path, telling: tellingPath(path) }, 0, walk)
  }
  if (walk.found.length > MOST_FILES) return failure('too-many-files', paths[0] ?? '', `holds more than ${MOST_FILES} JSON files; import its accounts or Regions one by one.`)
  return success(walk)
}
