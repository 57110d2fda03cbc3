import type { ResourceId } from '../../../model/id.ts'
import type { Failure } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'

const OFF = { InternetGatewayBlockMode: 'off' } as const

/** Excludes a subnet, or a whole VPC, from Block Public Access (F-EDGE-60). */
export function exclusion({ index }: Pick<Failure, 'index'>, id: ResourceId | undefined): readonly Repair[] {
  const place = index.getOf('subnet', id) ?? index.getOf('vpc', id)
  if (!place) return []
  const parts = { id: `${place.id} public access`, weight: place.kind === 'subnet' ? 7 : 8, words: `exclude ${nameOf(index, place.id)} from Block Public Access`, resources: [place.id] }
  return [place.kind === 'subnet' ? change(place, parts, () => OFF) : change(place, parts, () => OFF)]
}

/** Block Public Access stops it at a gateway to the internet. */
export function publicAccess(failure: Failure): readonly Repair[] {
  const { denial } = failure
  return denial?.filter === 'block-public-access' ? exclusion(failure, denial.resource) : []
}
