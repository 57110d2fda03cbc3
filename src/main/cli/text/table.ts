import { wrap } from './wrap.ts'

/** Rows with aligned columns; the last column is wrapped into what is left of the line. */
export function table(rows: readonly (readonly string[])[], { indent, width }: { readonly indent: string; readonly width: number }): string {
  const columns = Math.max(0, ...rows.map((row) => row.length)) - 1
  const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...rows.map((row) => (column < row.length - 1 ? (row[column] ?? '').length : 0))))
  return rows
    .map((row) => {
      const start = row.slice(0, -1).map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2)).join('')
      const lead = ' '.repeat(indent.length + start.length)
      return (indent + start + wrap(row.at(-1) ?? '', Math.max(30, width - lead.length), '').replaceAll('\n', `\n${lead}`)).trimEnd()
    })
    .join('\n')
}

/** `1 error`, `2 errors`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`
}
