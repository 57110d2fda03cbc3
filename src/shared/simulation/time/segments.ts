/**
 * What an intent is like for a while. `works`: every flow that can be expected does; `lost`: one at least does not; `ends-lost`: no
 * flow is left whose ends are up; `cannot-tell`.
 */
export type SegmentState = 'works' | 'lost' | 'ends-lost' | 'cannot-tell'

/** A stretch of time. Milliseconds after the failure; `to` is absent where it never ends. */
export interface Segment {
  readonly from: number
  readonly to?: number
  readonly state: SegmentState
  /** The ways that the flows take; several when they differ, none when they are lost or it cannot be told. */
  readonly ways: readonly string[]
  /** Why it is lost or cannot be told, at its beginning. */
  readonly reason?: string
  /** True while everything goes the way it went before the failure. */
  readonly isFirstWay: boolean
}

/** What a segment says, without its time. */
export type SegmentContent = Omit<Segment, 'from' | 'to'>

const same = (a: SegmentContent, b: SegmentContent): boolean => a.state === b.state && a.isFirstWay === b.isFirstWay && a.ways.join('\n') === b.ways.join('\n')

/** A strip under construction: contents that follow each other in time. */
export class Strip {
  readonly #segments: { from: number; content: SegmentContent }[] = []

  /** From this moment on it is like this. Moments come in order. */
  add(at: number, content: SegmentContent): void {
    const last = this.#segments.at(-1)
    if (last && same(last.content, content)) return
    if (last?.from === at) this.#segments.pop()
    this.#segments.push({ from: at, content })
  }

  /** The finished strip. */
  get segments(): readonly Segment[] {
    return this.#segments.map(({ from, content }, index) => {
      const to = this.#segments[index + 1]?.from
      return { from, ...(to === undefined ? {} : { to }), ...content }
    })
  }
}

const at = (segments: readonly Segment[], time: number): Segment | undefined => segments.findLast(({ from }) => from <= time)

/** What holds whichever of two strips comes true: where they differ it cannot be told, for the given reason. */
export function common(one: readonly Segment[], other: readonly Segment[], reason: string): readonly Segment[] {
  const strip = new Strip()
  for (const time of [...new Set([...one, ...other].map(({ from }) => from))].sort((a, b) => a - b)) {
    const [a, b] = [at(one, time), at(other, time)]
    if (!a || !b) continue
    if (a.state !== b.state) strip.add(time, { state: 'cannot-tell', ways: [], reason, isFirstWay: false })
    else if (a.state === 'works' && a.ways.join() !== b.ways.join()) strip.add(time, { state: 'works', ways: [], reason, isFirstWay: false })
    else strip.add(time, { state: a.state, ways: a.ways, isFirstWay: a.isFirstWay, ...(a.reason === undefined ? {} : { reason: a.reason }) })
  }
  return strip.segments
}

/** Milliseconds that a state lasts altogether; undefined when it never ends. */
export function lasting(segments: readonly Segment[], state: SegmentState): number | undefined {
  let sum = 0
  for (const segment of segments) {
    if (segment.state !== state) continue
    if (segment.to === undefined) return undefined
    sum += segment.to - segment.from
  }
  return sum
}
