import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { parseDesignText } from '../../shared/document/parse.ts'
import { importSnapshot } from '../../shared/import/import-snapshot.ts'
import type { ImportReport } from '../../shared/import/snapshot.ts'
import { readDump } from '../aws/dump.ts'
import { decodeText, DESIGN_FILE_BYTES, DESIGN_FILE_ENDING, refuseProblems } from '../design-file.ts'
import { readFileWithin } from '../files.ts'
import type { Output } from './command.ts'
import { count } from './text/table.ts'

/** A design file is told from a dump by what it says, near its start or not; a broken one should be called what it is. */
const SAYS_DESIGN = /"format"\s*:\s*"causeway-design"/

/** Name for a design, from the path it came from. */
export function nameOf(path: string): string {
  const base = basename(resolve(path))
  return (base.endsWith(DESIGN_FILE_ENDING) ? base.slice(0, -DESIGN_FILE_ENDING.length) : base.replace(/\.json$/i, '')).slice(0, 255)
}

/** Reads dumps and makes a design of them, not placed on the canvas. */
export async function importDump(paths: readonly string[], name: string): Promise<Outcome<{ design: Design; report: ImportReport }>> {
  const dump = await readDump(paths)
  if (!dump.ok) return refuseProblems(dump.problems)
  return answer(importSnapshot({ sources: dump.value.sources }, name, dump.value.warnings))
}

/** The file's text when it is a design; undefined when it is something else that import may know. */
async function readDesignText(path: string): Promise<Outcome<string> | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) return undefined
  const bytes = await readFileWithin(path, DESIGN_FILE_BYTES)
  if (!bytes.ok) return bytes
  const text = decodeText(path, bytes.value)
  if (!text.ok) return text
  return SAYS_DESIGN.test(text.value) || path.endsWith(DESIGN_FILE_ENDING) ? text : undefined
}

/** The text of a design file; undefined for a dump, which has none. */
export async function textOfDesign(path: string): Promise<string | undefined> {
  const text = await readDesignText(path)
  return text?.ok ? text.value : undefined
}

/** Opens what a person calls a design: a `.causeway.json` file, or anything that import reads. */
export async function loadDesign(path: string, output: Output): Promise<Outcome<Design>> {
  const text = await readDesignText(path)
  if (text !== undefined) {
    if (!text.ok) return text
    const parsed = parseDesignText(text.value)
    return parsed.ok ? answer(parsed.value) : refuseProblems(parsed.problems, path)
  }
  const imported = await importDump([path], nameOf(path))
  if (!imported.ok) return imported
  const { design, report } = imported.value
  if (report.shown === 0 && report.total > 0) {
    const reasons = new Set(report.entries.map(({ type, reason }) => `${type}: ${reason ?? ''}`))
    return refuse('nothing-to-import', `${path}: nothing in it is part of a network that Causeway knows.`, { path, details: [...reasons].slice(0, 10) })
  }
  for (const { origin, message } of report.warnings) output.say(`warning: ${origin}: ${message}`)
  output.say(`${path}: ${count(report.total, 'thing')} read, ${report.shown} shown, ${report.skipped} skipped ("causeway import" tells which and why)`)
  return answer(design)
}
