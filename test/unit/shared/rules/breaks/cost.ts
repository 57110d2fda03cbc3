import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'attachment-without-other', was: 'reached.has(attachment.id) || isTransport', is: 'reached.has(attachment.id)' },
]
