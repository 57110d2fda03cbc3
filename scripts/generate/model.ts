import { definitionOf } from '../../src/shared/model/index.ts'
import { SCOPES } from '../../src/shared/simulation/scope.ts'
import type { Generated } from '../docs.ts'

/** The reference of what the simulation models and what it does not, from the simulation's own list. */
export default function generate(): Generated {
  const sections = SCOPES.map(({ topic, kinds, models, leavesOut }) => {
    const list = (items: readonly string[]): string => items.map((item) => `- ${item}.`).join('\n')
    return `## ${topic}\n\n${kinds.map((kind) => definitionOf(kind).label).join(', ')}\n\nModelled:\n\n${list(models)}\n\nNot modelled, and what is taken instead:\n\n${list(leavesOut)}\n`
  })
  return { 'docs/model.md': `# What the simulation models\n\nWritten by \`npm run docs\` from the simulation's own list (\`src/shared/simulation/scope.ts\`); change that, not this page. Answers carry the\npart of it that concerns them: \`causeway trace --json\` under \`notJudged\`, the window below a trace.\n\n${sections.join('\n')}` }
}
