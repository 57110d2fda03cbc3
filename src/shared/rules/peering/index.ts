import type { Rule } from '../rule.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = []
