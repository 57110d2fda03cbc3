import type { Rule } from '../rule.ts'
import attachmentWithoutOther from './attachment-without-other.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [attachmentWithoutOther]
