import type { Rect } from './rects.ts'

/** Side of a cell. */
const CELL = 384
/** What covers more cells than this is kept aside: it would be in most answers anyway. */
const MOST_CELLS = 512

interface Filed<T> {
  readonly item: T
  readonly rect: Rect
  asked: number
}

/** Things by place: finds what may touch an area without looking at everything. */
export class Cells<T> {
  readonly #cells = new Map<number, Filed<T>[]>()
  readonly #large: Filed<T>[] = []
  #asked = 0

  /** Files something under its rectangle. */
  add(item: T, rect: Rect): void {
    const filed = { item, rect, asked: 0 }
    const [left, top, right, bottom] = [cellOf(rect.x), cellOf(rect.y), cellOf(rect.x + rect.width), cellOf(rect.y + rect.height)]
    if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) {
      this.#large.push(filed)
      return
    }
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const cell = this.#cells.get(keyOf(x, y))
        if (cell) cell.push(filed)
        else this.#cells.set(keyOf(x, y), [filed])
      }
    }
  }

  /** Calls back with all that touches the area, each once, until it is answered true; says whether it was. */
  some(area: Rect, isWanted: (item: T) => boolean): boolean {
    const asked = ++this.#asked
    if (lookThrough(this.#large, area, asked, isWanted)) return true
    const [left, top, right, bottom] = [cellOf(area.x), cellOf(area.y), cellOf(area.x + area.width), cellOf(area.y + area.height)]
    if ((right - left + 1) * (bottom - top + 1) > this.#cells.size) {
      for (const list of this.#cells.values()) if (lookThrough(list, area, asked, isWanted)) return true
      return false
    }
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const list = this.#cells.get(keyOf(x, y))
        if (list && lookThrough(list, area, asked, isWanted)) return true
      }
    }
    return false
  }

  /** All that touches the area, in no particular order. */
  within(area: Rect): T[] {
    const found: T[] = []
    this.some(area, (item) => {
      found.push(item)
      return false
    })
    return found
  }
}

function lookThrough<T>(list: readonly Filed<T>[], { x, y, width, height }: Rect, asked: number, isWanted: (item: T) => boolean): boolean {
  for (const filed of list) {
    if (filed.asked === asked) continue
    filed.asked = asked
    const { rect } = filed
    if (rect.x <= x + width && x <= rect.x + rect.width && rect.y <= y + height && y <= rect.y + rect.height && isWanted(filed.item)) return true
  }
  return false
}

const cellOf = (value: number): number => Math.floor(value / CELL)

/** One small number for a cell; cells that are 2^15 apart share one, which costs a look and nothing else. */
const keyOf = (x: number, y: number): number => ((x & 0x7fff) << 15) | (y & 0x7fff)
