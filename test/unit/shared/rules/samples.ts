import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
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

/** The design of a sample; a sample that is not a valid design is a mistake in the sample. */
export function designOf({ folder }: Sample): Design {
  const parsed = parseDesignText(readFileSync(join(folder, 'design.json'), 'utf8'))
  if (!parsed.ok) throw new Error(`${folder}: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
}

/** All findings of a design, judged by the real simulation. */
export const check = (design: Design) => checkDesign(design, simulate(design))

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
