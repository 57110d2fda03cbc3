import { answer, refuse, type Outcome } from '../shared/contract.ts'
import type { Design } from '../shared/document/design.ts'
import { parseDesignText } from '../shared/document/parse.ts'
import type { Problem } from '../shared/document/problem.ts'
import { serializeDesign } from '../shared/document/serialize.ts'
import { readFileWithin, writeFileWhole } from './files.ts'

/** The largest design file that is read, in bytes: 64 MiB. A larger one is refused by its size, before it is read. */
export const DESIGN_FILE_BYTES = 64 * 1024 * 1024

/** The ending of design files. */
export const DESIGN_FILE_ENDING = '.causeway.json'

/** The problems of bad input as one refusal: the first as its message, the others as details. `where` goes in front. */
export function refuseProblems(problems: readonly Problem[], where = ''): Outcome<never> {
  const lines = problems.map(({ path, message }) => [where, path].filter((part) => part !== '').map((part) => `${part}: `).join('') + message)
  const [first] = problems
  return refuse(first?.code ?? 'bad-input', lines[0] ?? 'The input is not valid.', {
    ...(first === undefined || first.path === '' ? {} : { path: first.path }),
    ...(lines.length > 1 ? { details: lines.slice(1) } : {}),
  })
}

/** The name of the file that a design is saved as; characters that a file system refuses become `-`. */
export function designFileName(name: string): string {
  const bare = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '').trim().slice(0, 100)
  return `${bare === '' ? 'design' : bare}${DESIGN_FILE_ENDING}`
}

/** PowerShell redirects in UTF-16, with a byte order mark. */
const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** The text of a file's bytes; what is neither UTF-8 nor marked UTF-16 is a refusal of code `not-text`. A byte order mark is dropped. */
export function decodeText(path: string, bytes: Uint8Array): Outcome<string> {
  try {
    return answer(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes))
  } catch {
    return refuse('not-text', `${path}: is not a text file in UTF-8 or UTF-16; choose a .causeway.json file or JSON dumps of AWS.`, { path })
  }
}

/** Reads a `.causeway.json` file. */
export async function readDesignFile(path: string): Promise<Outcome<Design>> {
  const bytes = await readFileWithin(path, DESIGN_FILE_BYTES)
  if (!bytes.ok) return bytes
  const text = decodeText(path, bytes.value)
  if (!text.ok) return text
  const parsed = parseDesignText(text.value)
  return parsed.ok ? answer(parsed.value) : refuseProblems(parsed.problems, path)
}

/** Writes a `.causeway.json` file, whole or not at all. */
export function writeDesignFile(path: string, design: Design): Promise<Outcome<null>> {
  return writeFileWhole(path, serializeDesign(design))
}
