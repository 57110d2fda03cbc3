import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { checkDesign, type Finding } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'

/** Where the samples are: `<rule id>/<case>/{design,expected}.json`. */
export const SAMPLES = join(import.meta.dirname, '../../../samples/rules')

/** What a sample says of a finding. */
export type Expected = Pick<Finding, 'rule' | 'severity' | 'message' | 'resources'> & { readonly verdict?: 'cannot-tell'; readonly fixes?: readonly string[] }

/** A sample: a design and all that the rules have to say about it. */
export interface Sample {
  readonly rule: string
  readonly name: string
  readonly folder: string
  readonly isGood: boolean
}

const folders = (path: string) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()

/** Every sample, in order of rule and name; good ones say so in their name. */
export const samples: readonly Sample[] = folders(SAMPLES).flatMap((rule) =>
  folders(join(SAMPLES, rule)).map((name) => ({ rule, name, folder: join(SAMPLES, rule, name), isGood: name === 'good' || name.startsWith('good-') })),
)

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>

/** A sample that is told by what differs from another one: entries get these fields (null removes one), are new, or go (null). */
interface Difference {
  readonly from: string
  readonly resources?: Entries
  readonly intents?: Entries
  readonly review?: Entries
}

function changed(entries: Readonly<Record<string, unknown>>, differences: Entries): Record<string, unknown> {
  const result: Record<string, unknown> = { ...entries }
  for (const [id, fields] of Object.entries(differences)) {
    if (fields === null) {
      if (!Object.hasOwn(result, id)) throw new Error(`no ${id} to take away`)
      delete result[id]
    } else {
      const merged = { ...(result[id] as object | undefined), ...fields }
      result[id] = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
    }
  }
  return result
}

const contents = new Map<string, Readonly<Record<string, unknown>>>()

/** What the file of a sample says, with what it is told from put together. */
function contentOf(sample: string): Readonly<Record<string, unknown>> {
  const known = contents.get(sample)
  if (known) return known
  const read = JSON.parse(readFileSync(join(SAMPLES, sample, 'design.json'), 'utf8')) as Readonly<Record<string, unknown>> | Difference
  let content = read as Readonly<Record<string, unknown>>
  if ('from' in read) {
    const { from, ...differences } = read as Difference
    const base = contentOf(from)
    const parts = Object.entries(differences).map(([part, entries]) => [part, changed((base[part] ?? {}) as Readonly<Record<string, unknown>>, entries)])
    content = { ...base, name: sample.replace('/', ': '), ...Object.fromEntries(parts) }
  }
  contents.set(sample, content)
  return content
}

/** The design of a sample; a sample that is not a valid design is a mistake in the sample. */
export function designOf({ rule, name }: Sample): Design {
  const parsed = parseDesign(contentOf(`${rule}/${name}`))
  if (!parsed.ok) throw new Error(`${rule}/${name}: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
}

/** The day that samples are reviewed on. */
export const TODAY = '2026-11-28'

/** What a sample of a rule writes down: its own findings, and errors of any rule. What else the design could be told is for the samples of others. */
export const concerning = (rule: string, findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule || (finding.severity === 'error' && finding.verdict === 'violated'))

/** All findings of a design, judged by the real simulation. */
export const check = (design: Design) => checkDesign(design, simulate(design), { today: TODAY })

/** Findings as samples write them down. */
export function summarise(findings: readonly Finding[]): Expected[] {
  return findings.map(({ rule, severity, verdict, message, resources, fixes }) => ({
    rule,
    severity,
    ...(verdict === 'cannot-tell' ? { verdict } : {}),
    message,
    resources,
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fix.label) } : {}),
  }))
}

/** What a sample expects; undefined when it has not been written down yet. */
export function expectedOf({ folder }: Sample): readonly Expected[] | undefined {
  const path = join(folder, 'expected.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Expected[]) : undefined
}
