import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
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
export type OpenForWriting = (path: string) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>

/**
 * Replaces a file as a whole or not at all: the bytes go to a temporary file beside it, reach the disk, and take its
 * name. What fails leaves the old file as it was, no new one, and a refusal of code `file-unwritable`.
 */
export async function writeFileWhole(
  path: string,
  bytes: Uint8Array | string,
  openForWriting: OpenForWriting = (name) => open(name, 'wx'),
): Promise<Outcome<null>> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await openForWriting(temporary)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true })
    return failure('file-unwritable', path, 'write it', cause)
  }
  await syncFolder(dirname(path))
  return answer(null)
}

/** Makes a rename last through a power cut, where the system allows a folder to be synced. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
