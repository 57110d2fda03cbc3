/** A range of whole numbers, both ends inclusive. */
type Range = readonly [number, number]

/** A set of packets: their protocols, the ports they are sent to, and the ports that the replies go to. */
export interface Packets {
  readonly protocol: Range
  readonly there: Range
  readonly back: Range
}

const SIDES = ['protocol', 'there', 'back'] as const

/** Every packet there is. */
export const EVERY_PACKET: Packets = { protocol: [0, 255], there: [0, 65_535], back: [0, 65_535] }

function overlap(a: Packets, b: Packets): Packets | undefined {
  const common = (side: (typeof SIDES)[number]): Range => [Math.max(a[side][0], b[side][0]), Math.min(a[side][1], b[side][1])]
  const both = { protocol: common('protocol'), there: common('there'), back: common('back') }
  return SIDES.every((side) => both[side][0] <= both[side][1]) ? both : undefined
}

/** What of the sets is in the other one as well. */
export function within(sets: readonly Packets[], other: Packets): Packets[] {
  return sets.flatMap((set) => overlap(set, other) ?? [])
}

/** What of the sets is not in the other one: the slices that stick out on each side. */
export function without(sets: readonly Packets[], other: Packets): Packets[] {
  return sets.flatMap((set) => {
    if (!overlap(set, other)) return [set]
    const rest: Packets[] = []
    let left = set
    for (const side of SIDES) {
      const [low, high] = left[side]
      if (low < other[side][0]) rest.push({ ...left, [side]: [low, other[side][0] - 1] })
      if (high > other[side][1]) rest.push({ ...left, [side]: [other[side][1] + 1, high] })
      left = { ...left, [side]: [Math.max(low, other[side][0]), Math.min(high, other[side][1])] }
    }
    return rest
  })
}

/** The sets without those that another one holds. */
export function condense(sets: readonly Packets[]): Packets[] {
  const holds = (outer: Packets, inner: Packets) => SIDES.every((side) => outer[side][0] <= inner[side][0] && outer[side][1] >= inner[side][1])
  return sets.filter((set, index) => !sets.some((other, at) => at !== index && holds(other, set) && (!holds(set, other) || at < index)))
}
