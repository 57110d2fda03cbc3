/** A rectangle in canvas pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const CELL = 512
/** An area over more cells than this is kept aside: it would be in every answer anyway. */
const MOST_CELLS = 256

/** Finds what lies in an area without looking at everything. Answers may hold more than what really touches the area. */
export class SpatialGrid {
  readonly #cells = new Map<string, string[]>()
  readonly #large: string[] = []

  /** Files something under its area. */
  add(id: string, area: Area): void {
    const cells = [...cellsOf(area)]
    if (cells.length > MOST_CELLS) {
      this.#large.push(id)
      return
    }
    for (const cell of cells) {
      const list = this.#cells.get(cell)
      if (list) list.push(id)
      else this.#cells.set(cell, [id])
    }
  }

  /** What may touch the area, without order, each once. */
  query(area: Area): Set<string> {
    const found = new Set(this.#large)
    const width = Math.ceil(area.width / CELL) * Math.ceil(area.height / CELL)
    if (width > this.#cells.size) for (const list of this.#cells.values()) for (const id of list) found.add(id)
    else for (const cell of cellsOf(area)) for (const id of this.#cells.get(cell) ?? []) found.add(id)
    return found
  }
}

function* cellsOf({ x, y, width, height }: Area): Generator<string> {
  for (let row = Math.floor(y / CELL); row * CELL <= y + height; row++) {
    for (let column = Math.floor(x / CELL); column * CELL <= x + width; column++) yield `${column},${row}`
  }
}
