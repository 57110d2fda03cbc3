import type { Design } from '../../src/shared/document/design.ts'
import { NOT_CHECKED } from '../../src/shared/rules/catalogue.ts'
import type { Example } from '../../src/shared/rules/example.ts'
import { FAMILY_LABELS } from '../../src/shared/rules/families.ts'
import { type Finding, type Rule, RULES } from '../../src/shared/rules/index.ts'
import { PROFILE_LABELS } from '../../src/shared/rules/profiles.ts'
import { coverage, entryOf, type Source } from '../../src/shared/rules/reference.ts'
import { FAMILIES } from '../../src/shared/rules/registry.ts'
import { check, designOf, samples } from '../../test/unit/shared/rules/samples.ts'
import type { Generated } from '../docs.ts'
import { exampleDesigns } from '../example-designs.ts'

const MOST_EVIDENCE = 6

const exampleOf = ({ verdict, severity, message, evidence, fixes }: Finding): Example => ({
  verdict,
  severity,
  message,
  evidence: [...new Set(evidence.map(({ what, value }) => `${what}: ${value}`))].slice(0, MOST_EVIDENCE),
  fixes: fixes.map(({ label }) => label),
})

/** What a sample makes its rule say first. */
interface Said {
  readonly design: Design
  readonly finding: Finding
}

/** Of each verdict the smallest sample that brings it about, the mistake first. */
function chosen({ id }: Rule): Said[] {
  const said = samples.flatMap((sample): Said[] => {
    if (sample.rule !== id || sample.isGood) return []
    const design = designOf(sample)
    return check(design).filter(({ rule }) => rule === id).slice(0, 1).map((finding) => ({ design, finding }))
  })
  said.sort((a, b) => Object.keys(a.design.resources).length - Object.keys(b.design.resources).length)
  return (['violated', 'cannot-tell'] as const).flatMap((verdict) => said.find(({ finding }) => finding.verdict === verdict) ?? [])
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

const sourceText = ({ fact, checked, pages }: Source): string => `${fact} (checked ${checked}${pages.map((page) => `, [${page.replace(/^.*\/|\.html.*$/g, '')}](${page})`).join('')})`

function exampleText({ verdict, message, evidence, fixes }: Example): string {
  const head = verdict === 'violated' ? 'Example' : 'Cannot tell'
  return [`${head}: "${message}"`, list(evidence), fixes.length > 0 ? `Fixes offered: ${fixes.join('; ')}.` : ''].filter((part) => part !== '').join('\n\n')
}

function section(rule: Rule, examples: readonly Example[]): string {
  const { id, title, severity, catalogue, appliesTo, profiles, why, remedy, after, sources } = entryOf(rule)
  const silent = after === 'every-error' ? ['Silent where an error says why.'] : after.length > 0 ? [`Silent where one of these reports the cause: ${after.map((cause) => `[${cause}](#${cause})`).join(', ')}.`] : []
  return [
    `### ${id}`,
    `**${title}**`,
    list([`Severity: ${severity}`, `Catalogue: ${catalogue.join(', ')}`, `Verdicts: ${examples.map(({ verdict }) => (verdict === 'violated' ? 'violated' : 'cannot tell')).join(', ')}`, `Looks at: ${appliesTo.join(', ')}`, `Profiles: ${profiles.map((profile) => PROFILE_LABELS[profile]).join(', ')}`]),
    why,
    `What to do: ${remedy}`,
    ...silent,
    ...examples.map(exampleText),
    `Facts: ${sources.map(sourceText).join(', ')}`,
  ].join('\n\n')
}

const indexOf = (rules: readonly Rule[]): string => `| Rule | Catalogue | Severity | What is wrong |\n|---|---|---|---|\n${rules.map(({ id, catalogue, alsoCovers = [], severity, title }) => `| [${id}](#${id}) | ${[catalogue, ...alsoCovers].join(', ')} | ${severity} | ${title} |`).join('\n')}`

/** The reference of all rules, and what the product itself shows of it: examples, and the designs that they are of. */
export default function generate(): Generated {
  const said = new Map(RULES.map((rule) => [rule, chosen(rule)]))
  const examples = new Map([...said].map(([rule, all]) => [rule, all.map(({ finding }) => exampleOf(finding))]))
  const byId = Object.fromEntries([...examples].map(([{ id }, all]) => [id, all]))
  const counts = coverage(byId)
  const families = Object.entries(FAMILIES).flatMap(([family, rules]) => (rules.length > 0 ? [{ label: FAMILY_LABELS[family] ?? family, rules }] : []))
  const anchor = (label: string) => label.toLowerCase().replaceAll(' ', '-')
  const text = `# Review rules

Written by \`npm run docs\` from the rules and their samples; change those, not this page. An **error** is refused by AWS or cannot
work, a **warning** works but is likely wrong or fragile, **advice** is what its name says; a rule may report a milder or harsher case.
Where the design leaves out what a rule needs, it says "cannot tell" and what to say in which field.

${RULES.length} rules. Of the ${counts.entries} entries of the catalogue ${counts.implemented} are implemented (${counts.sometimesCannotTell} of those also answer "cannot tell" where an input is
missing), ${counts.cannotTell} can only be answered "cannot tell", and ${counts.notChecked} are [not checked](#not-checked).

| Family | Rules |
|---|---|
${families.map(({ label, rules }) => `| [${label}](#${anchor(label)}) | ${rules.length} |`).join('\n')}
| [Not checked](#not-checked) | ${counts.notChecked} entries |

${families.map(({ label, rules }) => `## ${label}\n\n${indexOf(rules)}\n\n${rules.map((rule) => section(rule, examples.get(rule) ?? [])).join('\n\n')}`).join('\n\n')}

## Not checked

| Entry | Not checked, because |
|---|---|
${Object.entries(NOT_CHECKED).map(([entry, reason]) => `| ${entry} | ${reason} |`).join('\n')}
`
  const rows = Object.entries(byId).map(([id, all]) => `  '${id}': ${JSON.stringify(all)},`)
  const module = `// Written by "npm run docs" from the samples of the rules; do not edit.
import type { Examples } from './example.ts'

/** What each rule says of its samples. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
${rows.join('\n')}
}
`
  return { 'resources/rules.md': text, 'src/shared/rules/examples.ts': module, ...exampleDesigns(new Map([...said].map(([{ id }, [first]]) => [id, first]))) }
}
