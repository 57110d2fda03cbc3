import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'attachment-without-other', was: 'if (gateway.awsId !== undefined || !only || others.length > 0) return', is: 'if (false) return' },
]
