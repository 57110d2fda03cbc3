import { set, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'virtual-interface-region', sample: 'virtual-interface-region/good', what: 'a port of another Region', make: set('direct-connect-connection:dublin', { Region: 'us-east-1' }) },
]
