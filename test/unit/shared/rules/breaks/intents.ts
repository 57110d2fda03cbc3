import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'intent-broken', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'intent-leaks', was: `verdict: 'cannot-tell'`, is: '...{}' },
]
