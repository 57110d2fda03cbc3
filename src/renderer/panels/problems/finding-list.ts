import type { Finding } from '../../../shared/rules/rule.ts'
import { type Tone, toneOf, TONES } from '../severity.ts'

/** A name for a finding that is the same in the next analysis when nothing about it changed. */
export function keyOf(finding: Finding): string {
  return [finding.rule, finding.message, finding.field ?? '', ...finding.resources].join('|')
}

/** Worst first; then what a rule could not tell, and what is waived last. Among equals the analysis' own order stays. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding) => (finding.waiver ? TONES.length : TONES.indexOf(toneOf(finding)))
  const unique = new Map(findings.map((finding) => [keyOf(finding), finding]))
  return [...unique.values()].sort((a, b) => rank(a) - rank(b))
}

/** How many findings there are of each tone; what is waived does not count. */
export function countByTone(findings: readonly Finding[]): Readonly<Record<Tone, number>> {
  const counts = { error: 0, warning: 0, advice: 0, unsure: 0 }
  for (const finding of findings) if (!finding.waiver) counts[toneOf(finding)] += 1
  return counts
}

/** The key of the finding after (or before) the one with the key, round and round; the first (or last) when that one is gone. */
export function neighbourOf(findings: readonly Finding[], key: string | undefined, by: 1 | -1): Finding | undefined {
  const at = findings.findIndex((finding) => keyOf(finding) === key)
  if (at < 0) return by === 1 ? findings[0] : findings.at(-1)
  return findings[(at + by + findings.length) % findings.length]
}
