import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import { type Design, SCHEMA_VERSION } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import { parseDesign } from '../../shared/document/parse.ts'
import { replayEdits } from './replay.ts'

/** What a revision of a design is made of, as text: plain data, so that a worker thread can do the reading. */
export interface DesignSource {
  readonly id: string
  readonly name: string
  readonly revision: number
  /** A snapshot, and the edits after it up to the revision. */
  readonly document: string
  readonly edits: readonly string[]
}

/** A design that was read, and whether its snapshot is of an older version of the document's shape. */
export interface BuiltDesign {
  readonly design: Design
  readonly isOlder: boolean
}

/** Why a design of the library cannot be read. */
export function damaged({ id, name }: Pick<DesignSource, 'id' | 'name'>, why: string): Outcome<never> {
  return refuse('design-damaged', `The design "${name}" (${id}) in the library is damaged: ${why}. Put a backup of the library in its place, or remove the design.`)
}

/** Makes the design of a source: replays the edits and validates the whole. */
export function buildDesign(source: DesignSource): Outcome<BuiltDesign> {
  let document: Record<string, unknown>
  try {
    document = JSON.parse(source.document) as Record<string, unknown>
    replayEdits(document, source.edits.map((edit) => JSON.parse(edit) as Edit)) // validated as a whole by parseDesign below
  } catch (cause) {
    return damaged(source, `its journal cannot be read (${cause instanceof Error ? cause.message : String(cause)})`)
  }
  const isOlder = document['schemaVersion'] !== SCHEMA_VERSION
  const parsed = parseDesign(document)
  if (parsed.ok) return answer({ design: parsed.value, isOlder })
  const [problem] = parsed.problems
  return problem?.code === 'newer-design' ? refuse(problem.code, problem.message) : damaged(source, `${problem?.path}: ${problem?.message}`)
}
