import type { AvailabilityEstimate } from '../../../shared/simulation/availability/estimate.ts'
import type { Reliability } from '../../../shared/simulation/availability/reliability.ts'
import { failoverText, gradeText, intervalText, minutesText, percentText } from '../../../shared/simulation/availability/wording.ts'
import type { IntentVerdict } from '../../../shared/simulation/types.ts'
import { count, table } from './table.ts'

const MOST_CONTRIBUTIONS = 12

function inputRow({ label, availability, grade, fact, dated, note, planning }: Reliability): string[] {
  const value = grade === 'included' ? '–' : availability === undefined ? '?' : percentText(availability)
  const reference = [fact, dated].filter((word) => word !== undefined).join(', ')
  const offer = availability === undefined && planning !== undefined ? `; ${percentText(planning)} to plan with` : ''
  return [label, value, (note ?? gradeText(grade)) + (reference === '' ? '' : ` (${reference})`) + offer]
}

function estimateText(statement: string, estimate: AvailabilityEstimate, width: number): string {
  const { verdict, reason, availability, minutesPerMonth, minutesPerYear, contributions, unsureMinutesPerMonth, ends, failovers, inputs } = estimate
  const failover = failoverText(failovers)
  const lines = [table([[verdict === 'estimated' ? '≈' : verdict === 'cannot-tell' ? '?' : '–', statement]], { indent: '', width })]
  if (availability && minutesPerMonth && minutesPerYear) {
    lines.push(`   ${intervalText(availability, percentText)}: down ${intervalText(minutesPerMonth, minutesText)} a month, ${intervalText(minutesPerYear, minutesText)} a year`)
  } else if (reason !== undefined) {
    lines.push(table([[verdict === 'cannot-tell' ? `cannot tell: ${reason}` : reason]], { indent: '   ', width }))
  }
  if (verdict === 'not-applicable') return lines.join('\n')
  if (contributions.length > 0) {
    lines.push(verdict === 'cannot-tell' ? '   What is known costs, while the rest works' : '   Minutes of a month')
    lines.push(table(contributions.slice(0, MOST_CONTRIBUTIONS).map(({ labels, minutesPerMonth: minutes }) => [minutesText(minutes), labels.join(' + ')]), { indent: '     ', width }))
    if (contributions.length > MOST_CONTRIBUTIONS) lines.push(`     and ${contributions.length - MOST_CONTRIBUTIONS} smaller ones`)
  }
  if (unsureMinutesPerMonth > 0) lines.push(`     ${minutesText(unsureMinutesPerMonth)} at most with three or more down at once`)
  if (failover !== undefined) lines.push(table([[failover]], { indent: '     ', width }))
  if (inputs.length > 0) lines.push('   Figures used', table(inputs.map(inputRow), { indent: '     ', width }))
  if (ends.elements.length > 0) {
    const minutes = ends.minutesPerMonth === undefined ? 'for a time that cannot be told' : `${minutesText(ends.minutesPerMonth)} a month`
    lines.push(table([[`An end itself is down ${minutes} (${ends.elements.map(({ label }) => label).join(', ')}); that is not counted above.`]], { indent: '   ', width }))
  }
  return lines.join('\n')
}

/** Availability of every intent for people. */
export function availabilityText(estimates: readonly { readonly verdict: IntentVerdict; readonly estimate: AvailabilityEstimate }[], width: number): string {
  const told = estimates.filter(({ estimate }) => estimate.verdict === 'estimated').length
  const untold = estimates.filter(({ estimate }) => estimate.verdict === 'cannot-tell').length
  return [
    ...estimates.map(({ verdict, estimate }) => estimateText(verdict.statement + (verdict.suggested ? ' (suggested)' : ''), estimate, width)),
    table([['Estimates from commitments and assumptions, no promise: a commitment says when AWS refunds, not how often something fails (F-AVL-20). The time that a failover takes is told only where mean times are stated; --timeline shows it.']], { indent: '', width }),
    `${count(estimates.length, 'intent')}: ${told} estimated, ${untold} that cannot be told${untold > 0 ? ' (state figures in the design, or add --assume-planning-values)' : ''}`,
  ].join('\n\n')
}
