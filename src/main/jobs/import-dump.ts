import { answer, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { readDumpTexts } from '../../shared/import/dump-file.ts'
import { importSnapshot } from '../../shared/import/import-snapshot.ts'
import type { ImportReport, Snapshot } from '../../shared/import/snapshot.ts'
import { arrange } from '../arrange.ts'
import { refuseProblems } from '../design-file.ts'

/** A placed design, what became of everything, and the evidence it was made from. */
export interface ImportedEstate {
  readonly design: Design
  readonly report: ImportReport
  readonly snapshot: Snapshot
}

/** What a snapshot becomes: `warnings` tells what went wrong while it was made. */
export interface SnapshotToImport {
  readonly name: string
  readonly snapshot: Snapshot
  readonly warnings: ImportReport['warnings']
}

/** Makes a design of a snapshot and places everything. */
export function importEstate({ name, snapshot, warnings }: SnapshotToImport): Outcome<ImportedEstate> {
  const { design, report } = importSnapshot(snapshot, name, warnings)
  return answer({ design: arrange(design), report, snapshot })
}

/** Makes a design of the dump files that a person picked. */
export function importDump({ name, files }: { readonly name: string; readonly files: readonly { readonly path: string; readonly text: string }[] }): Outcome<ImportedEstate> {
  const read = readDumpTexts(files)
  return read.ok ? importEstate({ name, snapshot: { sources: read.value.sources }, warnings: read.value.warnings }) : refuseProblems(read.problems)
}
