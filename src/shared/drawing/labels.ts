import type { Resource } from '../model/index.ts'
import { Cells } from './cells.ts'
import type { Point } from './display-list.ts'
import { formsOf, type LabelForm } from './label-form.ts'
import type { Obstacles } from './obstacles.ts'
import { encloses, overlap, type Rect } from './rects.ts'
import type { Remarks } from './remarks.ts'
import type { Stretch } from './spread.ts'

/** Where a link's label stands, and how much of it is shown there. */
export interface Label {
  readonly at: Point
  readonly form: LabelForm
}

/** What labels are placed among. */
export interface LabelSpace {
  readonly obstacles: Obstacles
  readonly pathsOf: (link: Resource) => readonly (readonly Point[])[]
  /** The lines of these links. */
  readonly stretches: readonly Stretch[]
  readonly remarks?: Remarks | undefined
  readonly under?: Labels | undefined
  /** Links of `under` that do not count. */
  readonly replaced?: ReadonlySet<string>
}

/** What a label covers already. */
interface Taken {
  readonly owner: string
  readonly rect: Rect
}

/** What is lost by a line of another link under the label, by an upright piece, by being out of the middle, and by a shorter piece. */
const COST = { line: 38, upright: 4, aside: 12, short: 8 } as const
/** Places that are tried along a piece. */
const PLACES = [0.5, 0.35, 0.65, 0.22, 0.78, 0.1, 0.9] as const

const moved = (rect: Rect, by: Point): Rect => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y })

function piecesOf(paths: readonly (readonly Point[])[]): { readonly a: Point; readonly b: Point; readonly length: number }[] {
  return paths.flatMap((points) => points.slice(1).map((b, at) => {
    const a = points[at] ?? b
    return { a, b, length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y) }
  }))
}

/**
 * Finds a place for the label of every link: on one of its pieces, off nodes, borders, titles and other labels, and off other lines
 * where that is possible. Where there is no room for all of it, it is shortened or left out. Links with short paths choose first.
 */
export class Labels {
  readonly #space: LabelSpace
  readonly #labels = new Map<string, Label>()
  readonly #lines = new Cells<Stretch>()
  readonly #taken = new Cells<Taken>()

  /** Places the labels of some links; over `under` those of all others are there already. */
  constructor(links: readonly Resource[], space: LabelSpace) {
    this.#space = space
    for (const stretch of space.stretches) this.#lines.add(stretch, stretch.rect)
    const sized = links.map((link) => {
      const pieces = piecesOf(space.pathsOf(link))
      return { link, pieces, length: pieces.reduce((sum, piece) => sum + piece.length, 0) }
    })
    sized.sort((a, b) => a.length - b.length || (a.link.id < b.link.id ? -1 : 1))
    for (const { link, pieces } of sized) this.#place(link, pieces)
  }

  /** The label of a link; undefined for one that is not drawn. */
  of(id: string): Label | undefined {
    return this.#labels.get(id)
  }

  #place(link: Resource, pieces: ReturnType<typeof piecesOf>): void {
    const forms = formsOf(link, this.#space.remarks?.at.get(link.id))
    const longest = Math.max(1, ...pieces.map(({ length }) => length))
    const spots = pieces.flatMap(({ a, b, length }) => {
      const isLevel = a.y === b.y
      return PLACES.map((part) => ({
        at: { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part },
        forms: isLevel ? forms.level : forms.upright,
        cost: (isLevel ? 0 : COST.upright) + Math.abs(part - 0.5) * COST.aside + (1 - length / longest) * COST.short,
      }))
    })
    spots.sort((a, b) => a.cost - b.cost)
    let best: { readonly label: Label; readonly cost: number } | undefined
    for (const spot of spots) {
      for (const form of spot.forms) {
        const least = spot.cost + form.cost
        if (best && least >= best.cost) break
        const cost = least + this.#lossAt(link.id, spot.at, form, (best?.cost ?? Infinity) - least)
        if (cost < (best?.cost ?? Infinity)) best = { label: { at: spot.at, form }, cost }
      }
    }
    if (!best) return
    this.#labels.set(link.id, best.label)
    for (const rect of best.label.form.rects) {
      const own = moved(rect, best.label.at)
      this.#taken.add({ owner: link.id, rect: own }, own)
    }
  }

  /** What is lost by a label at a point; infinite where it may not stand. Gives up at `most`. */
  #lossAt(owner: string, at: Point, { rects }: LabelForm, most: number): number {
    const { obstacles } = this.#space
    let sum = 0
    const hidden = new Set<string>()
    for (const own of rects) {
      const rect = moved(own, at)
      const isRefused = obstacles.some(rect, (obstacle) => overlap(obstacle.rect, rect) && !(obstacle.isFrame && encloses(obstacle.rect, rect)))
      if (isRefused || this.isTaken(rect)) return Infinity
      this.#hide(rect, hidden, owner, most / COST.line)
      sum = hidden.size * COST.line
      if (sum >= most) return sum
    }
    return sum
  }

  /** Whether a label covers part of an area. */
  isTaken(rect: Rect): boolean {
    if (this.#taken.some(rect, (other) => overlap(other.rect, rect))) return true
    const { under, replaced } = this.#space
    return under !== undefined && under.#taken.some(rect, (other) => !replaced?.has(other.owner) && overlap(other.rect, rect))
  }

  /** Notes other links' lines under a rectangle, until there are too many. */
  #hide(rect: Rect, hidden: Set<string>, owner: string, most: number): void {
    const { under, replaced } = this.#space
    const note = ({ name, owners, rect: line }: Stretch): boolean => {
      const isOwn = owners.size === 1 && owners.has(owner)
      if (!isOwn && line.x < rect.x + rect.width && rect.x < line.x + line.width + 1 && line.y < rect.y + rect.height && rect.y < line.y + line.height + 1) hidden.add(name)
      return hidden.size >= most
    }
    if (this.#lines.some(rect, note) || !under) return
    under.#lines.some(rect, (line) => (replaced === undefined || [...line.owners].some((own) => !replaced.has(own))) && note(line))
  }
}
