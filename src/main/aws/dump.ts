import { failure, type Problem, type Result, success } from '../../shared/document/problem.ts'
import { type DumpFile, holdsAnswers, NO_ANSWERS, readDumpText } from '../../shared/import/dump-file.ts'
import { placeOfPath } from '../../shared/import/place.ts'
import type { SnapshotSource } from '../../shared/import/snapshot.ts'
import { decodeText } from '../design-file.ts'
import { readFileWithin } from '../files.ts'
import { type DumpPath, findDumpFiles } from './dump-paths.ts'

/** The largest file of a dump that is read, in bytes: 64 MiB. A larger one is refused by its size, before it is read. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024

/** The most that all files of a dump may hold together, in bytes: 512 MiB. */
export const LARGEST_DUMP_BYTES = 512 * 1024 * 1024

function textOf(shown: string, bytes: Uint8Array): Result<string> {
  const text = decodeText(shown, bytes)
  return text.ok ? success(text.value) : failure('not-json', shown, 'The file is not JSON text in UTF-8 or UTF-16 (it looks binary).')
}

async function readOne({ file, shown, telling, bytes }: DumpPath): Promise<Result<DumpFile>> {
  const mebibytes = (size: number) => Math.ceil(size / 1024 / 1024)
  if (bytes > LARGEST_FILE_BYTES) return failure('file-too-large', shown, `The file has ${mebibytes(bytes)} MiB, and at most ${mebibytes(LARGEST_FILE_BYTES)} MiB are read; split it.`)
  const read = await readFileWithin(file, LARGEST_FILE_BYTES)
  if (!read.ok) return failure(read.error.code, shown, read.error.message)
  const text = textOf(shown, read.value)
  return text.ok ? readDumpText(shown, text.value, placeOfPath(telling)) : text
}

/**
 * Reads AWS describe dumps: folders in the layout `[aws_configs/][accounts/][<account>/][<region>/]*.json`, single files, or
 * several of either. Files that cannot be read become warnings. Failure: a given path that does not exist, limits exceeded,
 * or nothing readable at all.
 */
export async function readDump(paths: readonly string[]): Promise<Result<DumpFile>> {
  const files = await findDumpFiles(paths)
  if (!files.ok) return files
  const { found, warnings } = files.value
  const where = paths[0] ?? ''
  const total = found.reduce((sum, { bytes }) => (bytes > LARGEST_FILE_BYTES ? sum : sum + bytes), 0)
  if (total > LARGEST_DUMP_BYTES) return failure('file-too-large', where, `holds ${Math.ceil(total / 1024 / 1024)} MiB of JSON, and at most ${LARGEST_DUMP_BYTES / 1024 / 1024} MiB are read; import its accounts or Regions one by one.`)
  const sources: SnapshotSource[] = []
  const problems: Problem[] = []
  for (const path of found) {
    const read = await readOne(path)
    if (!read.ok) problems.push(...read.problems)
    else {
      for (const source of read.value.sources) sources.push(source)
      warnings.push(...read.value.warnings)
    }
  }
  if (!holdsAnswers(sources)) return failure('nothing-to-import', where, sources.length > 0 ? NO_ANSWERS : nothing(found, problems, warnings))
  return success({ sources, warnings: [...warnings, ...problems.map(({ path, message }) => ({ origin: path, message }))] })
}

function nothing(found: readonly DumpPath[], problems: readonly Problem[], warnings: readonly { readonly message: string }[]): string {
  const [first] = problems
  if (found.length === 1 && first) return first.message
  if (found.length === 0) return warnings[0]?.message ?? 'holds no .json file; point at the folder with the answers of "aws ec2 describe-…".'
  return first ? `None of its ${found.length} JSON files could be read; the first, ${first.path}: ${first.message}` : NO_ANSWERS
}
