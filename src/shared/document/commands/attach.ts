import type { ResourceId } from '../../model/id.ts'
import type { Edit } from '../edit.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { dropInto } from './drop.ts'

/** Attaches an internet or virtual private gateway to a VPC; where it is drawn is the caller's business. */
export function attachGateway(index: DesignIndex, gateway: ResourceId, vpc: ResourceId): Edit {
  const names = [index.get(gateway), index.get(vpc)].map((resource) => (resource ? displayName(resource) : ''))
  return { ...dropInto(index, [gateway], vpc), label: `Attach ${names[0]} to ${names[1]}` }
}
