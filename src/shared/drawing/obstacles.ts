import { boxesOf, boxOf, holderOf, holdersOf, isPlaced } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { isAnnotation } from '../model/variant.ts'
import { boxCaption, captionOf } from './captions.ts'
import { Cells } from './cells.ts'
import type { View } from './centre.ts'
import { bodyOf } from './outline.ts'
import { encloses, isOnBorder, type Rect } from './rects.ts'
import { CORNER_SIZE, isFrame } from './sizes.ts'
import { textWidth } from './text.ts'

/** Something that lines go around. `title`: the title of a frame, which they go around where that is easy. */
export interface Obstacle {
  readonly id: string
  readonly rect: Rect
  readonly title: boolean
  readonly isFrame: boolean
  readonly holder: string | undefined
  /** It lies wholly in what holds it, so whoever goes around that goes around it too. */
  readonly isSheltered: boolean
}

/** What a leg may run through: the frames around its ends. */
export interface Passage {
  readonly from: string
  readonly to: string
  readonly open: ReadonlySet<string>
  /** Frames that it may run through but had better not: the VPC of a gateway that stands on its border. */
  readonly reluctant: ReadonlySet<string>
}

/** What a leg between two things may run through. */
export function passageOf(index: DesignIndex, from: string, to: string): Passage {
  const [first, second] = [holdersOf(index, from), holdersOf(index, to)]
  const reluctant = new Set<string>()
  for (const [end, others, other] of [[from, second, to], [to, first, from]] as const) {
    const holder = isOnBorder(index, end) ? holderOf(index, end) : undefined
    if (holder !== undefined && holder !== other && !others.includes(holder)) reluctant.add(holder)
  }
  return { from, to, open: new Set<string>([...first, ...second]), reluctant }
}

const TITLE = { size: 12, detail: 10, height: 30, zone: 28 } as const

/** Where a frame's title stands. */
function titleRect(index: DesignIndex, id: string, rect: Rect): Rect {
  const box = boxOf(index, id)
  const resource = index.get(id as ResourceId)
  const { title, detail } = box ? boxCaption(box) : resource ? captionOf(resource) : { title: '', detail: '' }
  if (box?.kind === 'zone') {
    const width = Math.min(rect.width - 16, textWidth(title, TITLE.size, true) + (detail === '' ? 0 : 6 + textWidth(detail, TITLE.detail)))
    return { x: rect.x + (rect.width - width) / 2, y: rect.y + 6, width, height: TITLE.zone - 6 }
  }
  const width = CORNER_SIZE + 8 + Math.max(textWidth(title, TITLE.size, true), textWidth(detail, TITLE.detail))
  return { x: rect.x, y: rect.y, width: Math.min(rect.width, width), height: TITLE.height + 2 }
}

/** Everything on the canvas that lines go around and labels stay off, found by place. */
export class Obstacles {
  readonly #index: DesignIndex
  readonly #cells = new Cells<Obstacle>()
  readonly #under: Obstacles | undefined
  readonly #replaced: ReadonlySet<string>

  /** Collects the obstacles of a design; over those of `under`, only what is in `replaced` is looked at. */
  constructor(index: DesignIndex, rectOf: (id: string) => Rect | undefined, under?: Obstacles, replaced: ReadonlySet<string> = new Set()) {
    this.#index = index
    this.#under = under
    this.#replaced = replaced
    if (under) for (const id of replaced) this.#add(id, rectOf)
    else {
      for (const { id } of boxesOf(index)) this.#add(id, rectOf)
      for (const resource of Object.values(index.design.resources)) if (isPlaced(resource)) this.#add(resource.id, rectOf)
    }
  }

  #add(id: string, rectOf: (id: string) => Rect | undefined): void {
    const resource = this.#index.get(id as ResourceId)
    const kind = boxOf(this.#index, id)?.kind ?? resource?.kind
    const rect = rectOf(id)
    if (kind === undefined || !rect || (resource && isAnnotation(resource.kind))) return
    const holder = holderOf(this.#index, id)
    const around = holder === undefined ? undefined : rectOf(holder)
    const body = bodyOf(kind, rect)
    const isSheltered = around !== undefined && encloses(around, body)
    this.#cells.add({ id, rect: body, title: false, isFrame: isFrame(kind), holder, isSheltered }, body)
    if (!isFrame(kind)) return
    const title = titleRect(this.#index, id, rect)
    this.#cells.add({ id, rect: title, title: true, isFrame: false, holder: id, isSheltered: true }, title)
  }

  /** Calls back with every obstacle that touches an area until it is answered true; says whether it was. */
  some(area: Rect, isWanted: (obstacle: Obstacle) => boolean): boolean {
    if (this.#cells.some(area, isWanted)) return true
    return this.#under?.some(area, (obstacle) => !this.#replaced.has(obstacle.id) && isWanted(obstacle)) ?? false
  }

  /** The obstacles of a leg that touch an area, its ends not among them. */
  facing(area: Rect, passage: Passage, isWanted: (obstacle: Obstacle, isSoft: boolean) => boolean): boolean {
    return this.some(area, (obstacle) => {
      const standing = standingOf(obstacle, passage)
      return standing !== undefined && isWanted(obstacle, standing === 'soft')
    })
  }

  /** What lies beside an area for a leg: boxes that it goes around, and frames around its ends whose borders are there. */
  viewOf(area: Rect, passage: Passage): View {
    const [boxes, frames]: [Rect[], Rect[]] = [[], []]
    this.some(area, (obstacle) => {
      const { id, title, rect } = obstacle
      if (!title && passage.open.has(id)) frames.push(rect)
      if (standingOf(obstacle, passage) !== undefined && !passage.reluctant.has(id)) boxes.push(rect)
      return false
    })
    return { boxes, frames }
  }
}

/** Whether a leg must go around something, or had better; undefined when it need not. */
function standingOf({ id, holder, title, isSheltered }: Obstacle, { open, from, to, reluctant }: Passage): 'hard' | 'soft' | undefined {
  if (title) return open.has(id) && id !== from && id !== to ? 'soft' : undefined
  if (id === from || id === to) return undefined
  if (open.has(id)) return reluctant.has(id) ? 'soft' : undefined
  return isSheltered && holder !== undefined && !open.has(holder) ? undefined : 'hard'
}
