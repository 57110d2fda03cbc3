import { boxId, type BoxId, type ResourceId } from '../../model/id.ts'
import type { Box } from '../design.ts'
import { accountBoxId, boxesOf, boxOf, type DerivedBox, type HolderId, membersOf, regionBoxId, zoneBoxId } from '../groups.ts'
import type { DesignIndex } from '../query.ts'
import { Draft, type Made } from './draft.ts'
import { renameInGroupings } from './groupings.ts'
import type { Frame } from './move.ts'
import { placeVpc, renameZone } from './region.ts'

/** Regions offered for new boxes, in this order; any other code can be typed. */
const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2', 'eu-central-1', 'ap-southeast-1', 'ap-northeast-1', 'us-east-2', 'ap-southeast-2', 'eu-north-1', 'sa-east-1']
const ZONE_LETTERS = 'abcdef'

/** Why a new group box may not be put there; undefined when it may. Zones belong in a VPC, Regions on the canvas or in an account. */
export function whyNoBox(index: DesignIndex, kind: 'region' | 'zone', holder: HolderId | undefined): string | undefined {
  const isVpc = index.get(holder as ResourceId | undefined)?.kind === 'vpc'
  if (kind === 'zone') return isVpc ? undefined : 'An Availability Zone belongs in a VPC.'
  const fits = holder === undefined || boxOf(index, holder)?.kind === 'account'
  return fits ? undefined : 'A Region belongs on the canvas or in an account.'
}

/** Puts an empty group box on the canvas: a Region that the design has not yet, or the next zone of a VPC (`whyNoBox`). */
export function createBox(index: DesignIndex, kind: 'region' | 'zone', frame: Frame, holder: HolderId | undefined): Made {
  const draft = new Draft(index)
  const place = { x: frame.x, y: frame.y, width: frame.width, height: frame.height }
  const known = new Set<string>(boxesOf(index).map((box) => box.id))
  if (kind === 'zone') {
    const vpc = index.getOf('vpc', holder as ResourceId | undefined)
    if (!vpc) throw new Error('a zone box needs a VPC')
    const names = [...ZONE_LETTERS].map((letter) => `${vpc.Region ?? 'us-east-1'}${letter}`)
    const zone = names.find((name) => !known.has(zoneBoxId(vpc.id, name))) ?? `zone-${known.size}`
    const id = zoneBoxId(vpc.id, zone)
    draft.putBox({ id, kind, VpcId: vpc.id, AvailabilityZone: zone, ...place })
    return { edit: draft.edit(`Add ${zone}`), ids: [id] }
  }
  const owner = holder === undefined ? undefined : boxOf(index, holder)?.OwnerId
  const region = REGIONS.find((code) => !known.has(regionBoxId(owner, code))) ?? `region-${known.size}`
  const id = regionBoxId(owner, region)
  draft.putBox({ id, kind, OwnerId: owner, Region: region, ...place })
  return { edit: draft.edit(`Add ${region}`), ids: [id] }
}

/** What a group box stands for, as it can be changed. */
export type BoxFields = Pick<Box, 'OwnerId' | 'Region' | 'AvailabilityZone'>

/**
 * Changes what a group box stands for: the attribute of everything in it changes, and the box (whose id follows from the
 * attribute) keeps its place. `ids` holds the box's new id.
 */
export function changeBox(index: DesignIndex, id: BoxId, fields: BoxFields): Made {
  const draft = new Draft(index)
  const box = boxOf(index, id)
  if (!box) return { edit: draft.edit('Change'), ids: [] }
  if (box.kind === 'zone' && box.VpcId) {
    const zone = fields.AvailabilityZone ?? box.label
    renameZone(draft, box.VpcId, box.label, zone)
    renameInGroupings(draft, id, zoneBoxId(box.VpcId, zone))
    return { edit: draft.edit(`Change ${box.label} to ${zone}`), ids: [zoneBoxId(box.VpcId, zone)] }
  }
  const OwnerId = 'OwnerId' in fields ? fields.OwnerId : box.OwnerId
  if (box.kind === 'account') {
    if (OwnerId === undefined) return { edit: draft.edit('Change'), ids: [id] }
    for (const member of membersOf(index, id)) moveMember(draft, member, boxOf(index, member)?.Region, OwnerId)
    const next = accountBoxId(OwnerId)
    rekey(draft, box, next, { OwnerId })
    return { edit: draft.edit(`Change account ${box.label} to ${OwnerId}`), ids: [next] }
  }
  const region = fields.Region ?? box.label
  const next = changeRegion(draft, box, region, OwnerId)
  return { edit: draft.edit(`Change ${box.label} to ${region}`), ids: [next] }
}

function changeRegion(draft: Draft, box: DerivedBox, Region: string, OwnerId: string | undefined): BoxId {
  for (const member of membersOf(draft.index, box.id)) moveMember(draft, member, Region, OwnerId)
  const next = regionBoxId(OwnerId, Region)
  rekey(draft, box, next, { Region, OwnerId })
  return next
}

function moveMember(draft: Draft, member: HolderId, Region: string | undefined, OwnerId: string | undefined): void {
  const box = boxOf(draft.index, member)
  if (box?.kind === 'region') changeRegion(draft, box, box.label, OwnerId)
  else if (draft.index.getOf('vpc', member as ResourceId)) placeVpc(draft, member as ResourceId, Region, OwnerId)
  else draft.update(member as ResourceId, { Region, OwnerId })
}

function rekey(draft: Draft, box: DerivedBox, next: BoxId, fields: Partial<Box>): void {
  renameInGroupings(draft, box.id, next)
  if (!box.stored || next === box.id) return
  draft.removeBox(boxId.parse(box.id))
  if (!draft.box(next)) draft.putBox({ ...box.stored, ...fields, id: next })
}
