import type { ListedDesign, SearchHit, Version } from '../../../shared/api.ts'
import { tallyWords } from '../../../shared/document/diff/things.ts'
import { count, table } from './table.ts'

/** A time in UTC, to the minute: "2026-03-04 05:06". */
export const timeText = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ')

/** Designs with their ids, one a line. */
export function designsText(designs: readonly ListedDesign[], width: number): string {
  if (designs.length === 0) return 'No designs.'
  return table([['changed (UTC)', 'resources', 'id', 'name'], ...designs.map(({ id, name, changedAt, resources }) => [timeText(changedAt), String(resources), id, name])], { indent: '', width })
}

const joined = (parts: SearchHit['matches'][number]['parts']): string => parts.map(({ text }) => text).join('')

/** What a search found and where it matched. */
export function hitsText(hits: readonly SearchHit[], hasMore: boolean, width: number): string {
  if (hits.length === 0) return 'Nothing found.'
  const rows = hits.map(({ designName, name, kind, matches }) => {
    const others = matches.filter(({ field }) => field !== 'name' && field !== 'kind').map(({ field, parts }) => `${field} ${joined(parts)}`)
    return [designName, kind, [name, ...others].join(' · ')]
  })
  return `${table(rows, { indent: '', width })}\n\n${hasMore ? 'The best ' : ''}${count(hits.length, 'match', 'matches')}.`
}

/** Versions, the newest first. */
export function versionsText(versions: readonly Version[], width: number): string {
  const rows = versions.map(({ revision, madeAt, name, tally }) => [String(revision), timeText(madeAt), [...(name === undefined ? [] : [`"${name}"`]), revision === 0 ? 'made' : tallyWords(tally)].join(': ')])
  return table([['revision', 'made (UTC)', 'what changed'], ...rows], { indent: '', width })
}
