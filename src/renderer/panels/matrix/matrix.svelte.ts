import { SvelteSet } from 'svelte/reactivity'
import type { MatrixPicture } from '../../../shared/simulation/matrix/picture.ts'
import type { PairAnswer } from '../../../shared/simulation/matrix/types.ts'
import type { DesignSession } from '../../state/session.svelte.ts'
import { Run } from '../failures/failures.svelte.ts'
import { changedOnly, groupsOf, type Line, linesOf } from './lines.ts'

/** More ends than these open folded. */
const MANY_ENDS = 40

/** Where the keyboard is: positions of shown lines. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** The matrix on show: its picture, what of it is shown, and the cell that is looked at. */
export class MatrixView {
  readonly #session: DesignSession
  picture = $state.raw<MatrixPicture | undefined>(undefined)
  run = $state.raw<Run | undefined>(undefined)
  readonly folded = new SvelteSet<string>()
  fromSought = $state('')
  toSought = $state('')
  isChangedOnly = $state(false)
  spot = $state.raw<Spot>({ row: 0, column: 0 })
  answer = $state.raw<PairAnswer | undefined>(undefined)
  #asked = 0

  readonly rows = $derived(this.#lines('row'))
  readonly columns = $derived(this.#lines('column'))

  constructor(session: DesignSession) {
    this.#session = session
  }

  #lines(side: 'row' | 'column'): readonly Line[] {
    const { picture } = this
    if (!picture) return []
    const rows = linesOf(picture.ends, 'row', this.folded, this.fromSought)
    const columns = linesOf(picture.ends, 'column', this.folded, this.toSought)
    const [lines, others] = side === 'row' ? [rows, columns] : [columns, rows]
    return this.isChangedOnly && picture.before ? changedOnly(picture, lines, others, side) : lines
  }

  /** Asks for the picture; answers how to give it up. */
  look(): () => void {
    const run = new Run()
    this.run = run
    void this.#session.ask('matrix', { failed: [...this.#session.failed] }, run.following).then((picture) => {
      if (this.run !== run) return
      this.run = undefined
      if (!picture) return
      if (!this.picture && picture.ends.length > MANY_ENDS) for (const side of ['row', 'column'] as const) for (const [key, members] of groupsOf(picture.ends, side)) if (members.length > 1) this.folded.add(key)
      if (!picture.before) this.isChangedOnly = false
      this.picture = picture
    })
    return () => run.cancel()
  }

  /** The pair that is looked at, as positions of ends; undefined for groups. */
  get pair(): { readonly from: number; readonly to: number } | undefined {
    const [row, column] = [this.rows[this.spot.row], this.columns[this.spot.column]]
    const [from, to] = [row?.isGroup === false ? row.ends[0] : undefined, column?.isGroup === false ? column.ends[0] : undefined]
    return from === undefined || to === undefined ? undefined : { from, to }
  }

  /** Asks why the pair is as it is. */
  async explain(): Promise<PairAnswer | undefined> {
    const number = ++this.#asked
    this.answer = undefined
    const { pair } = this
    if (!pair) return undefined
    const answer = await this.#session.ask('matrixPair', { failed: [...this.#session.failed], ...pair })
    if (number === this.#asked) this.answer = answer
    return answer
  }

  /** Goes to a cell, as near as there is one. */
  go(row: number, column: number): void {
    const within = (at: number, lines: readonly Line[]) => Math.min(Math.max(at, 0), Math.max(lines.length - 1, 0))
    this.spot = { row: within(row, this.rows), column: within(column, this.columns) }
  }

  /** Folds a group, or unfolds it. */
  fold(line: Line | undefined): void {
    if (!line?.isGroup) return
    if (!this.folded.delete(line.key)) this.folded.add(line.key)
  }
}
