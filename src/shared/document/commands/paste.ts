import { groupingId, type ResourceId } from '../../model/id.ts'
import { definitionOf, type Resource } from '../../model/index.ts'
import { parentOf } from '../../model/containment.ts'
import { mapReferences, referencesOf } from '../../model/reference.ts'
import { type HolderId, holderOf, zoneBoxId } from '../groups.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { freeHostAddress, freeSubnetCidr } from './addresses.ts'
import type { Clipping } from './clipping.ts'
import { withoutIdentity } from './copy-identity.ts'
import { Draft, type IdSource, type Made } from './draft.ts'
import { freshNumbers } from './fresh-numbers.ts'
import { variantOf } from '../../model/variant.ts'
import { holdingFields, whyNotIn } from './holding.ts'
import { freeName, namesInUse } from './names.ts'

/** Where copies go: how far from the originals, and into which holder (when it takes them). */
export interface PasteTarget {
  readonly dx: number
  readonly dy: number
  readonly holder?: HolderId | undefined
}

/** Copies of these refer to nothing outside: a gateway is attached once, and tables lead to what was copied with them. */
const CLOSED: readonly Resource['kind'][] = ['route-table', 'transit-gateway-route-table', 'network-acl', 'vpn-gateway', 'internet-gateway']
/** Links of which two may join the same ends. */
const REPEATABLE: readonly Resource['kind'][] = ['vpn-connection', 'virtual-interface']

/** One act of pasting: what is copied, and where each copy goes. */
class Pasting {
  readonly index: DesignIndex
  readonly target: PasteTarget
  readonly byId: ReadonlyMap<ResourceId, Resource>

  constructor(index: DesignIndex, clipping: Clipping, target: PasteTarget) {
    this.index = index
    this.target = target
    this.byId = new Map(clipping.resources.map((resource) => [resource.id, resource]))
  }

  /** The outermost copied thing around a resource. */
  rootOf(resource: Resource): Resource {
    const parent = parentOf(resource)
    const around = parent === undefined ? undefined : this.byId.get(parent)
    return around === undefined || around.id === resource.id ? resource : this.rootOf(around)
  }

  /** The copied things around a resource, and it itself. */
  around(resource: Resource): ReadonlySet<ResourceId> {
    const ids = new Set<ResourceId>()
    for (let at: Resource | undefined = resource; at !== undefined && !ids.has(at.id); at = this.byId.get(parentOf(at) ?? at.id)) ids.add(at.id)
    return ids
  }

  /** The VPC that a subnet's copy comes into without its own VPC being copied. */
  vpcOfLoose(resource: Resource): ResourceId | undefined {
    if (resource.kind !== 'subnet' || this.byId.has(resource.VpcId)) return undefined
    const held = this.isAdopted(resource) ? holdingFields(this.index, 'subnet', this.target.holder)['VpcId'] : resource.VpcId
    return held as ResourceId | undefined
  }

  /** True when the resource comes into the holder asked for, which is not where its original is. */
  isAdopted(resource: Resource): boolean {
    const { holder } = this.target
    const root = this.rootOf(resource)
    return holder !== undefined && whyNotIn(this.index, root.kind, holder, undefined, variantOf(root)) === undefined && holderOf(this.index, root.id) !== holder
  }

  /** Whether a reference to something that was not copied stays: it must be there, and the copy must stay in its surroundings. */
  keepsOutside(resource: Resource, to: ResourceId): boolean {
    const other = this.index.get(to)
    if (!other) return false
    return other.kind === 'prefix-list' || (!CLOSED.includes(resource.kind) && !this.isAdopted(resource))
  }

  /** The resources that can be pasted: each has what it cannot be without, among the copies, in the design or by its new holder. */
  viable(): Resource[] {
    let left = [...this.byId.values()]
    for (let before = -1; before !== left.length; ) {
      before = left.length
      const ids = new Set(left.map((resource) => resource.id))
      left = left.filter((resource) => this.#isMet(resource, ids))
    }
    return left
  }

  #isMet(resource: Resource, ids: ReadonlySet<ResourceId>): boolean {
    const isAdoptedRoot = this.rootOf(resource) === resource && this.isAdopted(resource)
    const needs = referencesOf(resource).filter(({ field, id }) => field.whenGone === 'cascade' && !(isAdoptedRoot && id === parentOf(resource)))
    const isBoundLink = definitionOf(resource.kind).appearance === 'link' && !REPEATABLE.includes(resource.kind)
    return needs.every(({ id }) => ids.has(id) || (!isBoundLink && this.keepsOutside(resource, id)))
  }
}

/** Copied tables forget routes to what was not copied, instead of keeping them as blackholes. */
function withoutForeignRoutes(resource: Resource, copies: ReadonlyMap<ResourceId, ResourceId>): Resource {
  if (resource.kind === 'route-table') return { ...resource, Routes: resource.Routes.filter(({ target }) => target === undefined || copies.has(target)) }
  if (resource.kind === 'transit-gateway-route-table') return { ...resource, Routes: resource.Routes.filter(({ attachment }) => attachment === undefined || copies.has(attachment)) }
  return resource
}

/** What the outermost copies need besides: a subnet in a VPC that is full has no block, and an interface gets a free address of its subnet. */
function looseFields(index: DesignIndex, original: Resource, copy: Resource, besides: string[]): Readonly<Record<string, unknown>> {
  if (copy.kind === 'subnet' && original.kind === 'subnet') {
    const hasFresh = copy.CidrBlock !== original.CidrBlock || original.CidrBlock === undefined
    return { CidrBlock: original.CidrBlock === undefined ? freeSubnetCidr(index, copy.VpcId, besides) : hasFresh ? copy.CidrBlock : undefined, Ipv6CidrBlock: undefined }
  }
  if (!('PrivateIpAddress' in copy)) return {}
  const subnet = 'SubnetId' in copy ? copy.SubnetId : undefined
  const PrivateIpAddress = copy.PrivateIpAddress === undefined || subnet === undefined ? undefined : freeHostAddress(index, subnet, besides)
  if (PrivateIpAddress !== undefined) besides.push(PrivateIpAddress)
  return { PrivateIpAddress, SecondaryPrivateIpAddresses: undefined, Ipv6Addresses: undefined }
}

/** Copies of subnets that stay in their VPC use the same route table and network ACL as the originals. */
function shareTables(draft: Draft, copies: ReadonlyMap<ResourceId, ResourceId>): void {
  for (const [original, copy] of copies) {
    const subnet = draft.resource(copy)
    if (subnet?.kind !== 'subnet') continue
    for (const { resource } of draft.index.referrers(original)) {
      const table = draft.resource(resource.id)
      const isTable = table?.kind === 'route-table' || table?.kind === 'network-acl'
      if (isTable && table.VpcId === subnet.VpcId) draft.update(table.id, { Associations: [...table.Associations, { SubnetId: copy }] })
    }
  }
}

/** What became of a copied thing: a resource's copy, or the zone's box in the copied VPC. Account and Region boxes are not copied. */
function copyOf(id: HolderId, copies: ReadonlyMap<ResourceId, ResourceId>, clipping: Clipping): HolderId[] | undefined {
  const copy = copies.get(id as ResourceId)
  if (copy !== undefined) return [copy]
  const box = clipping.boxes.find((one) => one.id === id)
  const [vpc, zone] = [box?.VpcId && copies.get(box.VpcId), box?.AvailabilityZone ?? box?.AvailabilityZoneId]
  return vpc && zone ? [zoneBoxId(vpc, zone)] : undefined
}

/**
 * Adds copies of a clipping with new ids and names. References among the copied follow the copies; others stay where the
 * copy stays in its surroundings, else go. Blocks, addresses and ASNs that would clash are others, the same wherever they are written. A copy that cannot be without something that is not there is left out.
 */
export function pasteClipping(index: DesignIndex, newId: IdSource, clipping: Clipping, target: PasteTarget): Made {
  const draft = new Draft(index)
  const pasting = new Pasting(index, clipping, target)
  const taken = namesInUse(index)
  const besides: string[] = []
  const viable = pasting.viable()
  const copies = new Map(viable.map((resource) => [resource.id, newId(resource.kind)]))
  const chosen: ResourceId[] = []
  const renumber = freshNumbers({ index, originals: viable, around: (resource) => pasting.around(resource), vpcOfLoose: (resource) => pasting.vpcOfLoose(resource) })
  for (const resource of viable) {
    const id = copies.get(resource.id) ?? newId(resource.kind)
    const isRoot = pasting.rootOf(resource) === resource
    const bare = withoutForeignRoutes(withoutIdentity(resource), copies)
    const moved = mapReferences(bare, (to) => copies.get(to) ?? (pasting.keepsOutside(resource, to) ? to : undefined))
    const held = isRoot && pasting.isAdopted(resource) ? ({ ...moved, ...holdingFields(index, resource.kind, target.holder) } as Resource) : moved
    const numbered = renumber(resource, held)
    const name = freeName(taken, displayName(resource))
    taken.add(name.toLowerCase())
    draft.create({ ...numbered, ...(isRoot ? looseFields(index, resource, numbered, besides) : {}), id, name })
    const place = clipping.placements[resource.id]
    if (place) draft.place(id, { ...place, x: place.x + target.dx, y: place.y + target.dy, locked: undefined })
    if (isRoot && definitionOf(resource.kind).appearance !== 'setting') chosen.push(id)
  }
  shareTables(draft, copies)
  for (const box of clipping.boxes) {
    const vpc = box.VpcId && copies.get(box.VpcId)
    const zone = box.AvailabilityZone ?? box.AvailabilityZoneId
    if (vpc && zone) draft.putBox({ ...box, id: zoneBoxId(vpc, zone), VpcId: vpc, x: box.x + target.dx, y: box.y + target.dy, locked: undefined })
  }
  for (const { id, points } of clipping.bends) {
    const link = copies.get(id)
    if (link) draft.putBend({ id: link, points: points.map((point) => ({ ...point, x: point.x + target.dx, y: point.y + target.dy })) })
  }
  for (const grouping of clipping.groupings) {
    const members = grouping.members.flatMap((member): HolderId[] => copyOf(member, copies, clipping) ?? []).sort()
    draft.putGrouping({ ...grouping, id: groupingId.parse(newId('grouping')), members })
  }
  const drawn = chosen.filter((id) => draft.placement(id) !== undefined)
  return { edit: draft.edit(`Paste ${copies.size === 1 ? 'one resource' : `${copies.size} resources`}`), ids: drawn.length > 0 ? drawn : chosen }
}
