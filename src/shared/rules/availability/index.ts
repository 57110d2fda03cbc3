import type { Rule } from '../rule.ts'
import backupLineUnencrypted from './backup-line-unencrypted.ts'
import singlePointOfFailure from './single-point-of-failure.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [backupLineUnencrypted, singlePointOfFailure]
