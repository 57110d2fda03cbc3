import { type DesignIndex, displayName } from '../../document/query.ts'
import type { MatrixEnd } from './ends/end-kind.ts'
import type { Mark, OutcomeGroup, Side } from './types.ts'

/** A mark that needs no colour. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = { all: '✓', some: '◐', none: '✗', unknown: '?' }

/** What a mark means. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  all: 'every address reaches every address',
  some: 'only some addresses reach each other',
  none: 'no address reaches any',
  unknown: 'cannot tell',
}

/** Ranges and hosts of an end that are told by name before the rest is counted. */
const MOST_NAMES = 4

/** An end as people call it, with the VPC that holds it. */
export function endName(index: DesignIndex, { name, container }: MatrixEnd): string {
  const holder = index.get(container)
  return holder ? `${displayName(holder)} / ${name}` : name
}

/** One side of an outcome: the end's name when it holds for all of it, else the hosts and ranges. */
export function sideText({ whole, names }: Side, name: string): string {
  if (whole || names.length === 0) return name
  const more = names.length - MOST_NAMES
  return more > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
}

/** What passes, or what stops it and where, in one sentence without a full stop. */
export function outcomeText(index: DesignIndex, { works, reply, at, detail, traffic }: OutcomeGroup): string {
  if (works === true) return traffic
  const place = at === undefined ? undefined : at === 'internet' ? 'the internet' : index.get(at)
  const where = place === undefined ? '' : `at ${typeof place === 'string' ? place : displayName(place)}: `
  return `${works === null ? 'cannot tell, ' : ''}${reply === undefined ? '' : 'the reply fails '}${where}${detail}`
}
