import type { MatrixPicture, PicturedEnd } from '../../../shared/simulation/matrix/picture.ts'
import type { Mark } from '../../../shared/simulation/matrix/types.ts'

/** A row or column: one end, or a VPC (all sites, all user groups) with the ends that it stands for. */
export interface Line {
  readonly key: string
  readonly label: string
  /** Said in full, for people who do not see what is around it. */
  readonly fullLabel: string
  readonly isGroup: boolean
  readonly isInside: boolean
  readonly ends: readonly number[]
}

/** Ends that nothing holds are together with those of their kind. */
const KIND_GROUPS: Partial<Record<PicturedEnd['kind'], { readonly key: string; readonly name: string }>> = {
  site: { key: 'sites', name: 'Sites' },
  'user-group': { key: 'user-groups', name: 'User groups' },
}

const groupOf = ({ container, kind, id, name }: PicturedEnd): { readonly key: string; readonly name: string } => (container ? { key: container.id, name: container.name } : (KIND_GROUPS[kind] ?? { key: id, name }))

/** Groups of ends that can be folded, as positions of those on one side: the ends of rows send, those of columns receive. */
export function groupsOf(ends: readonly PicturedEnd[], side: 'row' | 'column'): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, end] of ends.entries()) {
    const { key } = groupOf(end)
    if (side === 'row' ? end.sends : end.receives) groups.set(key, [...(groups.get(key) ?? []), at])
  }
  return groups
}

/** The rows (or columns) that are shown: groups, and below those that are not folded their ends; only ends that the text finds. */
export function linesOf(ends: readonly PicturedEnd[], side: 'row' | 'column', folded: ReadonlySet<string>, sought: string): Line[] {
  const wanted = sought.trim().toLowerCase()
  return [...groupsOf(ends, side)].flatMap(([key, members]): Line[] => {
    const first = members[0] === undefined ? undefined : ends[members[0]]
    const name = first ? groupOf(first).name : ''
    const found = members.filter((at) => wanted === '' || `${name} ${ends[at]?.name ?? ''}`.toLowerCase().includes(wanted))
    if (found.length === 0) return []
    const isAlone = members.length === 1
    const inside = found.map((at): Line => {
      const end = ends[at]
      const full = end?.container ? `${end.container.name} / ${end.name}` : (end?.name ?? '')
      return { key: end?.id ?? '', label: isAlone ? full : (end?.name ?? ''), fullLabel: full, isGroup: false, isInside: !isAlone, ends: [at] }
    })
    if (isAlone) return inside
    const group: Line = { key, label: name, fullLabel: `${name}, ${found.length} together`, isGroup: true, isInside: false, ends: found }
    return folded.has(key) ? [group] : [group, ...inside]
  })
}

/** What a cell shows: one mark for all pairs behind it, and whether something that is down made it differ. */
export interface CellView {
  readonly mark: Mark
  readonly hasChanged: boolean
  readonly traffic: readonly string[]
}

function joined(marks: ReadonlySet<Mark>): Mark {
  const [only] = marks
  if (marks.size === 1 && only !== undefined) return only
  return marks.has('all') || marks.has('some') ? 'some' : 'unknown'
}

/** The cell of a row and a column. */
export function cellOf(picture: MatrixPicture, row: Line, column: Line): CellView {
  const { ends, verdicts, pairs, before } = picture
  const numbers = new Set<number>()
  let hasChanged = false
  for (const from of row.ends) {
    for (const to of column.ends) {
      const at = from * ends.length + to
      const number = pairs[at] ?? 0
      numbers.add(number)
      if (before && before[at] !== number) hasChanged = true
    }
  }
  const found = [...numbers].flatMap((number) => verdicts[number] ?? [])
  return { mark: joined(new Set(found.map(({ mark }) => mark))), hasChanged, traffic: [...new Set(found.flatMap(({ traffic }) => traffic))] }
}

/** The lines that have a cell that differs from before, against all ends of the other side. */
export function changedOnly(picture: MatrixPicture, lines: readonly Line[], others: readonly Line[], side: 'row' | 'column'): Line[] {
  const ends = [...new Set(others.flatMap((line) => line.ends))]
  const all: Line = { key: '', label: '', fullLabel: '', isGroup: true, isInside: false, ends }
  return lines.filter((line) => (side === 'row' ? cellOf(picture, line, all) : cellOf(picture, all, line)).hasChanged)
}

/** How many pairs of ends bear each mark. */
export function countMarks({ verdicts, pairs }: MatrixPicture): Readonly<Record<Mark, number>> {
  const counts = { all: 0, some: 0, none: 0, unknown: 0 }
  for (const number of pairs) {
    const mark = verdicts[number]?.mark
    if (mark) counts[mark] += 1
  }
  return counts
}
