import type { ImportEntry, ImportReport } from '../../../shared/import/snapshot.ts'
import { count, table } from './table.ts'

const MOST_NAMED = 6

/** The folder that all paths share, with its closing slash; empty when they share none. */
function sharedFolder(paths: readonly string[]): string {
  let shared = (paths[0] ?? '').replace(/[^/\\]*$/, '')
  while (shared !== '' && !paths.every((path) => path.startsWith(shared))) shared = shared.slice(0, -1).replace(/[^/\\]*$/, '')
  return shared
}

/** Entries of one type, reason and origin as one row, so that a thousand of a kind do not fill the screen. */
function grouped(entries: readonly ImportEntry[], shorten: (origin: string) => string): string[][] {
  const groups = Map.groupBy(entries, ({ type, reason, origin }) => JSON.stringify([type, reason, origin]))
  return [...groups.values()].map((group) => {
    const [first] = group
    const ids = group.map(({ awsId }) => awsId).filter((id) => id !== '')
    const named = ids.slice(0, MOST_NAMED).join(', ') + (ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '')
    return [first?.type ?? '', `${[first?.reason, named].filter((part) => part).join(': ')} (${shorten(first?.origin ?? '')})`]
  })
}

function byType(entries: readonly ImportEntry[]): string[][] {
  const types = Map.groupBy(entries, ({ type }) => type)
  return [...types]
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([type, group]) => {
      const skipped = group.filter(({ outcome }) => outcome === 'skipped').length
      return [type, `${group.length - skipped} shown`, skipped === 0 ? '' : `${skipped} skipped`]
    })
}

/** The account of an import for people: what is shown by type, then what was skipped or assumed, with the reasons. */
export function reportText(report: ImportReport, width: number): string {
  const folder = sharedFolder([...report.entries, ...report.warnings].map(({ origin }) => origin))
  const shorten = (origin: string): string => origin.slice(folder.length)
  const part = (title: string, rows: readonly string[][]): string[] => (rows.length === 0 ? [] : [`${title}\n${table(rows, { indent: '  ', width })}`])
  const skipped = report.entries.filter(({ outcome }) => outcome === 'skipped')
  const assumed = report.entries.filter(({ outcome, reason }) => outcome === 'shown' && reason !== undefined)
  return [
    ...part(folder === '' ? 'Read' : `Read from ${folder}`, byType(report.entries)),
    ...part('Skipped', grouped(skipped, shorten)),
    ...part('Shown with a note', grouped(assumed, shorten)),
    ...part('Warnings', report.warnings.map(({ origin, message }) => [shorten(origin), message])),
    `${count(report.total, 'thing')}: ${report.shown} shown, ${report.skipped} skipped`,
  ].join('\n\n')
}
