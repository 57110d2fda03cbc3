import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { answer, refuse, type Outcome } from '../shared/contract.ts'

/** The largest file that is read, in bytes: 256 MiB. A larger one is refused by its size, before it is read. */
export const maxFileBytes = 256 * 1024 * 1024

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  EACCES: 'this user may not use it; check its permissions',
  EPERM: 'this user may not use it; check its permissions',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOSPC: 'the disk is full; make room and try again, the old file is untouched',
  EDQUOT: 'the disk quota is used up; make room and try again, the old file is untouched',
  EROFS: 'the disk is read-only; choose another place',
  ELOOP: 'it is a symbolic link that leads to itself',
  ENAMETOOLONG: 'its name is too long; choose a shorter one',
}

function failure(code: string, path: string, doing: string, cause: unknown): Outcome<never> {
  const { code: system = '', message } = cause as NodeJS.ErrnoException
  return refuse(code, `${path}: could not ${doing}: ${reasons[system] ?? message}`, { path })
}

async function lookAt(path: string): Promise<{ size: number; isFile: boolean; isFolder: boolean }> {
  const found = await stat(path)
  return { size: found.size, isFile: found.isFile(), isFolder: found.isDirectory() }
}

/** Reads a whole file of at most `limit` bytes; what cannot be read is a refusal of code `file-unreadable` or `file-too-large`. */
export async function readFileWithin(path: string, limit: number = maxFileBytes): Promise<Outcome<Uint8Array>> {
  try {
    const { size, ...kind } = await lookAt(path)
    if (!kind.isFile) return refuse('file-unreadable', `${path}: could not read it: it is ${kind.isFolder ? 'a folder' : 'a device or a pipe'}, not a file`, { path })
    if (size > limit) return refuse('file-too-large', `${path}: is ${size} bytes long, and at most ${limit} are read; choose a smaller file`, { path })
    const file = await open(path, 'r')
    try {
      return answer(new Uint8Array(await file.readFile()))
    } finally {
      await file.close()
    }
  } catch (cause) {
    return failure('file-unreadable', path, 'read it', cause)
  }
}

/** How a temporary file is opened; a test gives one that fails half-way. */
export type OpenForWriting = (path: string, mode: number) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>

/** The file that a path leads to, through links, and the permissions it has; a device is nothing that a rename may replace. */
async function placeToWrite(path: string): Promise<{ readonly file: string; readonly mode: number; readonly isDevice: boolean }> {
  try {
    const found = await stat(path)
    if (!found.isFile() && !found.isDirectory()) return { file: path, mode: 0o666, isDevice: true }
    return { file: await realpath(path), mode: found.mode & 0o777, isDevice: false }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { file: path, mode: 0o666, isDevice: false }
    throw cause
  }
}

/**
 * Replaces a file as a whole or not at all: the bytes go to a temporary file beside it, reach the disk, and take its
 * name and permissions. What fails leaves the old file as it was, no new one, and a refusal of code `file-unwritable`.
 */
export async function writeFileWhole(
  path: string,
  bytes: Uint8Array | string,
  openForWriting: OpenForWriting = (name, mode) => open(name, 'wx', mode),
): Promise<Outcome<null>> {
  let temporary: string | undefined
  try {
    const { file, mode, isDevice } = await placeToWrite(path)
    if (isDevice) return refuse('file-unwritable', `${path}: could not write it: it is a device or a pipe, not a file; choose a file`, { path })
    temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
    const handle = await openForWriting(temporary, mode)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    await syncFolder(dirname(file))
    return answer(null)
  } catch (cause) {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined)
    return failure('file-unwritable', path, 'write it', cause)
  }
}

/** Makes a rename last through a power cut, where the system lets this user sync a folder; the file is written in any case. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch (cause) {
    if (!UNSYNCABLE.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause
  }
}

/** A folder that may be written but not read, and file systems that sync no folders. */
const UNSYNCABLE = new Set(['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR'])
