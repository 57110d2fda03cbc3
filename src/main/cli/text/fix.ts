import type { Design } from '../../../shared/document/design.ts'
import { indexOf } from '../../../shared/document/query.ts'
import type { EditEffect } from '../../../shared/rules/fixing/effect.ts'
import type { FixPlan } from '../../../shared/rules/fixing/plan.ts'
import { effectWords, planWords, turnWords } from '../../../shared/rules/fixing/words.ts'
import type { Finding } from '../../../shared/rules/index.ts'
import { diffText, type ToldDiff } from './diff.ts'
import { nameOfId } from './names.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

const part = (title: string, rows: readonly (readonly string[])[], width: number): string[] => (rows.length === 0 ? [] : [`${title}\n${table(rows, { indent: '  ', width })}`])
const told = ({ severity, verdict, message, rule }: Finding): string[] => [verdict === 'cannot-tell' ? 'cannot tell' : severity, `${message} (${rule})`]

/** Findings that have a fix, by their number in the order of `check`. */
export function fixesText(design: Design, findings: readonly Finding[], width: number): string {
  const index = indexOf(design)
  const rows = findings.flatMap(({ fixes, rule, resources, waiver }, at) =>
    waiver ? [] : fixes.map(({ label }, choice) => [choice === 0 ? String(at + 1) : '', choice === 0 ? rule : '', choice === 0 ? resources.slice(0, 1).map((id) => nameOfId(index, id)).join('') : '', fixes.length > 1 ? `${choice + 1}. ${label}` : label]),
  )
  if (rows.length === 0) return 'No finding has a fix that is an edit; "causeway check" tells what to do.'
  return `${table(rows, { indent: '', width })}\n\nSee what one changes with --finding <number>, or all of a rule with --rule <rule>.`
}

/** What a fix changes and what that does, for people. */
export function fixText(label: string, plan: FixPlan, diff: ToldDiff, effect: EditEffect, width: number): string {
  const { fixed, solved, leftOut } = plan
  return [
    wrap(label, width, ''),
    ...(fixed.length + solved.length + leftOut.length > 1 ? [planWords(plan)] : []),
    ...part('Left out', leftOut.map(({ finding, reason }) => [`- ${finding.message} Because ${reason}`]), width),
    diffText(diff, width),
    effectWords(effect),
    ...part('Findings that go', effect.gone.map(told), width),
    ...part('Findings that come', effect.come.map(told), width),
    ...part('Intents', effect.turned.map((turn) => [turn.statement, turnWords(turn)]), width),
  ].join('\n\n')
}
