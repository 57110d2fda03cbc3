import type { Finding, Severity } from '../../shared/rules/rule.ts'
import type { Glyph } from '../controls/glyphs.ts'

/** How a finding is shown: severity, or that the rule could not tell. Each has an icon and a word of its own, besides its colour. */
export type Tone = Severity | 'unsure'

/** The tone of a finding. */
export function toneOf(finding: Finding): Tone {
  return finding.verdict === 'cannot-tell' ? 'unsure' : finding.severity
}

/** The word for each tone. */
export const TONE_WORDS: Readonly<Record<Tone, string>> = { error: 'Error', warning: 'Warning', advice: 'Advice', unsure: 'Cannot tell' }

/** The words for several of a tone. */
export const TONE_PLURALS: Readonly<Record<Tone, string>> = { error: 'Errors', warning: 'Warnings', advice: 'Advice', unsure: 'Cannot tell' }

/** All tones, worst first. */
export const TONES: readonly Tone[] = ['error', 'warning', 'advice', 'unsure']

/** The icon of a tone. */
export const TONE_GLYPHS: Readonly<Record<Tone, Glyph>> = { error: 'error', warning: 'warning', advice: 'advice', unsure: 'unsure' }
