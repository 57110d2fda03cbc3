/** A rectangle in canvas pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Side of the smallest cells; those of each further floor are so many times larger. */
const CELL = 512
const TIMES = 4
/** An area over more cells than this is filed a floor higher. */
const MOST_CELLS = 64

interface Filed<T> {
  readonly item: T
  readonly area: Area
}

/** Finds what lies in an area without looking at everything. An item may be filed under several areas. */
export class SpatialGrid<T> {
  readonly #floors: Map<number, Filed<T>[]>[] = []

  /** Files something under its area. */
  add(item: T, area: Area): void {
    let floor = 0
    while (cellsIn(area, floor) > MOST_CELLS) floor++
    const cells = (this.#floors[floor] ??= new Map<number, Filed<T>[]>())
    const filed = { item, area }
    for (const cell of cellsOf(area, floor)) {
      const list = cells.get(cell)
      if (list) list.push(filed)
      else cells.set(cell, [filed])
    }
  }

  /** What was filed under something that touches the area, without order, each once. */
  query(area: Area): Set<T> {
    const found = new Set<T>()
    for (const [floor, cells] of this.#floors.entries()) {
      if (!cells) continue
      if (cellsIn(area, floor) > cells.size) for (const list of cells.values()) collect(list, area, found)
      else for (const cell of cellsOf(area, floor)) collect(cells.get(cell) ?? [], area, found)
    }
    return found
  }
}

function collect<T>(list: readonly Filed<T>[], { x, y, width, height }: Area, found: Set<T>): void {
  for (const { item, area } of list) if (area.x <= x + width && x <= area.x + area.width && area.y <= y + height && y <= area.y + area.height) found.add(item)
}

const sizeOn = (floor: number): number => CELL * TIMES ** floor

function cellsIn({ x, y, width, height }: Area, floor: number): number {
  const size = sizeOn(floor)
  return (Math.floor((x + width) / size) - Math.floor(x / size) + 1) * (Math.floor((y + height) / size) - Math.floor(y / size) + 1)
}

function* cellsOf({ x, y, width, height }: Area, floor: number): Generator<number> {
  const size = sizeOn(floor)
  for (let row = Math.floor(y / size); row * size <= y + height; row++) {
    for (let column = Math.floor(x / size); column * size <= x + width; column++) yield keyOf(column, row)
  }
}

/** One number for a cell; cells that are 2^20 apart share one, which costs a look and nothing else. */
const keyOf = (column: number, row: number): number => (column & 0xfffff) * 0x100000 + (row & 0xfffff)
