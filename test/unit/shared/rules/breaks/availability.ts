import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'backup-line-unencrypted', was: `yield { message: 'plain', slots, resources, field: 'encrypted' }`, is: 'void 0' },
  { rule: 'single-point-of-failure', was: '!first', is: 'first' },
]
