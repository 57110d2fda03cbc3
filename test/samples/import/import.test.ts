import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDump } from '../../../src/main/aws/dump.ts'
import { parseDesign } from '../../../src/shared/document/parse.ts'
import { resolveResource } from '../../../src/shared/document/resolve.ts'
import { serializeDesign } from '../../../src/shared/document/serialize.ts'
import { importSnapshot } from '../../../src/shared/import/import-snapshot.ts'

// A scenario is a folder: dump/ holds what AWS said, expect.json what must come of it. Adding one needs no code.
interface Expectation {
  readonly report: { readonly total: number; readonly shown: number; readonly skipped: number }
  /** How many resources of each kind. */
  readonly kinds: Readonly<Record<string, number>>
  /** "Type awsId": reason, for every entry of the report that has one. */
  readonly reasons: Readonly<Record<string, string>>
  /** Fields of resources, by id, AWS id or name. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const scenarios = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)

async function importDump(scenario: string) {
  const dump = await readDump([join(import.meta.dirname, scenario, 'dump')])
  if (!dump.ok) throw new Error(JSON.stringify(dump.problems))
  return { dump: dump.value, ...importSnapshot({ sources: dump.value.sources }, scenario, dump.value.warnings) }
}

describe.each(scenarios)('import/%s', (scenario) => {
  const file = join(import.meta.dirname, scenario, 'expect.json')
  const expected: Expectation | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expectation) : undefined

  it('gives the expected design and report', async () => {
    const { design, report } = await importDump(scenario)
    const kinds: Record<string, number> = {}
    for (const { kind } of Object.values(design.resources)) kinds[kind] = (kinds[kind] ?? 0) + 1
    const reasons = Object.fromEntries(report.entries.flatMap(({ type, awsId, outcome, reason }) => (reason === undefined ? [] : [[`${type} ${awsId}`.trim(), `${outcome}: ${reason}`]])))
    const { total, shown, skipped } = report
    expect({ report: { total, shown, skipped }, kinds, reasons }).toEqual({ report: expected?.report, kinds: expected?.kinds, reasons: expected?.reasons })
    for (const [name, fields] of Object.entries(expected?.resources ?? {})) {
      const found = resolveResource(design, name)
      expect(found.ok ? found.value : found.problems, name).toMatchObject(fields)
    }
  })

  it('is valid, complete, the same every time, and free of secrets', async () => {
    const { dump, design, report } = await importDump(scenario)
    const parsed = parseDesign(JSON.parse(serializeDesign(design)))
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
    expect(report.shown + report.skipped).toBe(report.total)
    expect(report.entries.filter((entry) => entry.outcome === 'skipped' && !entry.reason)).toEqual([])
    expect(report.entries.filter((entry) => entry.outcome === 'shown' && !Object.hasOwn(design.resources, entry.resource ?? ''))).toEqual([])
    expect(serializeDesign((await importDump(scenario)).design)).toBe(serializeDesign(design))
    expect(JSON.stringify([dump, design, report])).not.toContain('SAMPLE_SECRET')
  })
})
