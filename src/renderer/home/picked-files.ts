/** A file that a person picked, with its path below the picked folder. */
export interface PickedFile {
  readonly path: string
  readonly text: string
}

/** A file before it is read: as much of a browser's File as is needed. */
export interface Readable {
  readonly path: string
  readonly size: number
  readonly text: () => Promise<string>
}

/** Why the files cannot be taken, in one sentence that says what to do. */
export interface Refusal {
  readonly refused: string
}

const MEGABYTE = 1024 * 1024
/** Largest file that is read, and largest sum of files that one call carries. */
export const LIMITS = { file: 64 * MEGABYTE, total: 100 * MEGABYTE, files: 20_000 } as const

const megabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE)} MB`

/** Whether a name is that of a saved design. */
export function isDesignFile(name: string): boolean {
  return name.toLowerCase().endsWith('.causeway.json')
}

/** Picked files with their paths: folders give each file a path, single files have their name alone. */
export function readablesOf(files: Iterable<File>): Readable[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, size: file.size, text: () => file.text() }))
}

/** Reads files of JSON. What is too large is refused by its size, before anything is read. */
export async function readJsonFiles(files: readonly Readable[]): Promise<readonly PickedFile[] | Refusal> {
  const wanted = files.filter(({ path }) => path.toLowerCase().endsWith('.json'))
  if (wanted.length === 0) return { refused: 'None of these files ends in .json. Pick the files that "aws ec2 describe-…" wrote, or the folder that holds them.' }
  if (wanted.length > LIMITS.files) return { refused: `These are ${wanted.length} files; at most ${LIMITS.files} can be imported at once. Pick a smaller folder.` }
  const large = wanted.find(({ size }) => size > LIMITS.file)
  if (large) return { refused: `${large.path} has ${megabytes(large.size)}; files of at most ${megabytes(LIMITS.file)} can be read. Split it, or leave it out.` }
  const total = wanted.reduce((sum, { size }) => sum + size, 0)
  if (total > LIMITS.total) return { refused: `These files have ${megabytes(total)} together; at most ${megabytes(LIMITS.total)} can be imported here. The command "causeway import" takes more.` }
  const read: PickedFile[] = []
  for (const file of wanted) {
    try {
      read.push({ path: file.path, text: await file.text() })
    } catch {
      return { refused: `${file.path} cannot be read. Is it still there, and may you read it?` }
    }
  }
  return read
}
