import { type Design, emptyDesign } from '../document/design.ts'
import { collectItems } from './collect.ts'
import { ImportContext, type Line } from './context.ts'
import { IMPORTERS } from './registry.ts'
import { settleResources } from './settle.ts'
import type { ImportEntry, ImportReport, Snapshot } from './snapshot.ts'
import { surveyPlaces } from './survey.ts'

/** A design made from what AWS said, and the account of what became of everything. */
export interface Imported {
  readonly design: Design
  readonly report: ImportReport
}

function entryOf(line: Line, isShown: (id: string) => boolean): ImportEntry {
  const { origin, type, awsId, resource } = line
  if (line.skipped === undefined && resource !== undefined && isShown(resource)) {
    return { origin, type, awsId, outcome: 'shown', resource, ...(line.notes.length === 0 ? {} : { reason: line.notes.join('; ') }) }
  }
  return { origin, type, awsId, outcome: 'skipped', reason: line.skipped ?? 'what it belongs to is not shown' }
}

/**
 * Makes a design of a snapshot. Pure, and total: whatever the snapshot holds, the design is valid and every item is in the
 * report, shown or skipped with the reason. Nothing is placed on the canvas.
 * @param warnings what went wrong while the snapshot was made; passed on in the report
 */
export function importSnapshot(snapshot: Snapshot, name: string, warnings: ImportReport['warnings'] = []): Imported {
  const context = new ImportContext()
  const lines = collectItems(surveyPlaces(snapshot), context)
  for (const importer of IMPORTERS) importer(context)
  const resources = settleResources(context)
  const entries = lines.map((line) => entryOf(line, (id) => resources.has(id as never)))
  const shown = entries.filter((entry) => entry.outcome === 'shown').length
  return {
    design: { ...emptyDesign(name.slice(0, 255)), resources: Object.fromEntries(resources) },
    report: { total: entries.length, shown, skipped: entries.length - shown, entries, warnings },
  }
}
