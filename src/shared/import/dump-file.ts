import { failure, type Result, success } from '../document/problem.ts'
import { sourcesOfAnswer } from './answer.ts'
import { type Place, placeOfPath } from './place.ts'
import { ALL_ITEMS } from './registry.ts'
import type { SnapshotSource } from './snapshot.ts'

/** How deep the JSON of a dump may be nested; AWS's own answers stay below 15. */
export const DEEPEST = 200

/** What one file of a dump gave. */
export interface DumpFile {
  readonly sources: readonly SnapshotSource[]
  readonly warnings: readonly { readonly origin: string; readonly message: string }[]
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((entry) => (typeof entry === 'object' && entry !== null ? Object.values(entry) : []))
  }
  return false
}

/** The answer to `sts get-caller-identity` names the account that the files beside it come from. */
function callerIdentity(origin: string, place: Place, answer: Readonly<Record<string, unknown>>): SnapshotSource[] {
  const account = answer['Account']
  if (typeof account !== 'string' || !/^\d{12}$/.test(account) || typeof answer['Arn'] !== 'string') return []
  return [{ origin, ...place, key: 'CallerIdentity', items: [{ Account: account }] }]
}

/**
 * Reads the text of one dump file. The top-level key says what it holds, never its name; its folders may say the
 * account and the Region. Failure: not JSON, too deep, or no JSON object. A file without any list is a source that the
 * import counts as skipped.
 * @param place where the answer is from, when the caller knows more of the path
 */
export function readDumpText(path: string, text: string, place: Place = placeOfPath(path)): Result<DumpFile> {
  let answer: unknown
  try {
    answer = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    const reason = text.trim() === '' ? 'it is empty' : text.includes('\u0000') ? 'it is binary' : error instanceof Error ? error.message.slice(0, 150) : 'unreadable'
    return failure('not-json', path, `The file is not valid JSON (${reason}); write it again with "aws … --output json".`)
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return failure('not-a-dump', path, 'The file is not the answer of an AWS describe call (a JSON object with a key such as "Vpcs").')
  }
  if (isTooDeep(answer)) return failure('too-deep', path, `The file is nested more than ${DEEPEST} levels deep; no AWS answer is.`)
  const record = answer as Readonly<Record<string, unknown>>
  const identity = callerIdentity(path, place, record)
  const lists = sourcesOfAnswer(path, place, record)
  const [first] = Object.keys(record)
  const rest: SnapshotSource[] = lists.length === 0 && identity.length === 0 && first !== undefined ? [{ origin: path, ...place, key: first, items: [record[first]] }] : []
  const partial = typeof record['NextToken'] === 'string' && record['NextToken'] !== ''
  const warnings = partial ? [{ origin: path, message: 'The file holds one page of several (it has a NextToken): what is on the other pages is missing.' }] : []
  return success({ sources: [...identity, ...lists, ...rest], warnings })
}

const KNOWN_KEYS = new Set(ALL_ITEMS.flatMap((items) => items.keys))

/** True when at least one of the sources is an answer that import reads; without any, the files are not a dump. */
export function holdsAnswers(sources: readonly SnapshotSource[]): boolean {
  return sources.some((source) => KNOWN_KEYS.has(source.key))
}

/** What to say of files that are JSON, but no dump. */
export const NO_ANSWERS = 'nothing in it is part of a network that Causeway knows; choose the JSON answers of AWS describe calls (with keys such as "Vpcs" or "Subnets").'

/** Reads files that a person picked: those that cannot be read become warnings; failure when none can. */
export function readDumpTexts(files: readonly { readonly path: string; readonly text: string }[]): Result<DumpFile> {
  const sources: SnapshotSource[] = []
  const warnings: { origin: string; message: string }[] = []
  for (const file of files) {
    const read = readDumpText(file.path, file.text)
    if (read.ok) {
      for (const source of read.value.sources) sources.push(source)
      warnings.push(...read.value.warnings)
    } else {
      for (const problem of read.problems) warnings.push({ origin: problem.path, message: problem.message })
    }
  }
  if (holdsAnswers(sources)) return success({ sources, warnings })
  if (sources.length > 0) return failure('nothing-to-import', files.length === 1 ? (files[0]?.path ?? '') : '', NO_ANSWERS)
  const [only] = warnings
  if (files.length === 1 && only) return failure('nothing-to-import', only.origin, only.message)
  const seen = only === undefined ? '' : ` The first: ${only.origin}: ${only.message}`
  return failure('nothing-to-import', '', `None of the ${files.length} files could be read as an AWS describe answer.${seen}`)
}
