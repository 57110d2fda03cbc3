import type { ReadLog } from '../../document/reading.ts'
import { kindOfId, type ResourceId } from '../../model/id.ts'

/** What was read, by kinds instead of by resources: enough for a rule about the whole design, and small in large ones. */
export function coarse({ is, in: inside, to, kinds }: ReadLog): readonly string[] {
  const found = new Set(kinds)
  for (const id of is) found.add(kindOfId(id))
  for (const id of inside) found.add(`in ${kindOfId(id)}`)
  for (const id of to) found.add(`to ${kindOfId(id)}`)
  return [...found]
}

/** The same of single reads such as `in vpc:k3f9`. */
export function coarseRead(read: string): string {
  const [how, id] = [read.slice(0, 3), kindOfId(read.slice(3) as ResourceId)] // the three ways have two letters
  return how === 'is ' ? id : how + id
}

/** What was read, read by read: `is`, `in` and `to` of resources, and kinds of which all were asked for. */
export const fine = ({ is, in: inside, to, kinds }: ReadLog): readonly string[] => [...[...is].map((id) => `is ${id}`), ...[...inside].map((id) => `in ${id}`), ...[...to].map((id) => `to ${id}`), ...kinds]
