import { RULES, type Rule } from '../../src/shared/rules/index.ts'
import { definitionOf } from '../../src/shared/model/index.ts'
import type { Generated } from '../docs.ts'

const section = (rule: Rule): string => `## ${rule.id}

**${rule.title}** · ${rule.severity} · ${rule.catalogue} · applies to ${rule.appliesTo.map((kind) => definitionOf(kind).label).join(', ')}

${rule.why}

What it says:

${Object.values(rule.messages).map((text) => `- ${text}`).join('\n')}

Remedy: ${rule.remedy}

Facts: ${rule.sources.map(({ fact, checked }) => `${fact} (checked ${checked})`).join(', ')}
`

/** The reference of all rules, from their own metadata. */
export default function generate(): Generated {
  const rows = RULES.map((rule) => `| [${rule.id}](#${rule.id}) | ${rule.catalogue} | ${rule.severity} | ${rule.title} |`)
  const text = `# Rules

Written by \`npm run docs\` from the rules themselves; change a rule, not this page. Severities: an **error** is refused by AWS or
cannot work, a **warning** works but is likely wrong or fragile, **advice** is what its name says. A rule may report a milder or
harsher case, and says "cannot tell" where the design leaves out what it needs.

| Rule | Catalogue | Severity | Title |
|---|---|---|---|
${rows.join('\n')}

${RULES.map(section).join('\n')}`
  return { 'docs/rules.md': text }
}
