import { parentOf } from '../model/containment.ts'
import { boxId, type BoxId, type ResourceId } from '../model/id.ts'
import { definitionOf, type Resource, type ResourceOf } from '../model/index.ts'
import type { Box } from './design.ts'
import type { DesignIndex } from './query.ts'

/** What can hold something on the canvas. */
export type HolderId = ResourceId | BoxId

/** A group box that follows from the attributes of resources, or that a person placed and left empty. */
export interface DerivedBox {
  readonly id: BoxId
  readonly kind: Box['kind']
  /** What is written on the frame: account number, Region code or zone name; empty when not said yet. */
  readonly label: string
  readonly OwnerId?: string
  readonly Region?: string
  readonly VpcId?: ResourceId
  readonly AvailabilityZone?: string
  readonly AvailabilityZoneId?: string
  /** The box or VPC around it. */
  readonly parent?: HolderId
  /** Its place, when it has one. */
  readonly stored?: Box
}

const plain = (text: string): string => text.replace(/[^A-Za-z0-9._@:/-]/g, '-')

/** Id of an account's box. */
export function accountBoxId(OwnerId: string): BoxId {
  return boxId.parse(`account:${plain(OwnerId)}`)
}

/** Id of a Region's box: one per account, and one for resources without an account. */
export function regionBoxId(OwnerId: string | undefined, Region: string): BoxId {
  return boxId.parse(`region:${plain(OwnerId || '-')}@${plain(Region)}`)
}

/** Id of a zone's box in a VPC; `zone` is the zone's name, or its id when the name is not known. */
export function zoneBoxId(VpcId: ResourceId, zone: string): BoxId {
  return boxId.parse(`zone:${VpcId.slice(VpcId.indexOf(':') + 1)}@${plain(zone)}`)
}

/** True for what has a place of its own on the canvas: containers and nodes. */
export function isPlaced(resource: Resource): boolean {
  const { appearance } = definitionOf(resource.kind)
  return appearance !== 'link' && appearance !== 'setting'
}

/** Everything on the canvas as a tree: who holds what. */
interface Tree {
  readonly boxes: readonly DerivedBox[]
  readonly box: ReadonlyMap<string, DerivedBox>
  readonly holder: ReadonlyMap<string, HolderId>
  readonly members: ReadonlyMap<string, readonly HolderId[]>
  readonly roots: readonly HolderId[]
}

/** The zone a subnet is in, by name where any subnet of its VPC says the name of its zone id. */
function zoneOf(index: DesignIndex, subnet: ResourceOf<'subnet'>): string | undefined {
  if (subnet.AvailabilityZone) return subnet.AvailabilityZone
  if (!subnet.AvailabilityZoneId) return undefined
  const sibling = index.childrenOf('subnet', subnet.VpcId).find((other) => other.AvailabilityZoneId === subnet.AvailabilityZoneId && other.AvailabilityZone)
  return sibling?.AvailabilityZone ?? subnet.AvailabilityZoneId
}

function buildTree(index: DesignIndex): Tree {
  const box = new Map<string, DerivedBox>()
  const holder = new Map<string, HolderId>()
  const { boxes: stored } = index.design

  const addAccount = (OwnerId: string): BoxId => {
    const id = accountBoxId(OwnerId)
    if (!box.has(id)) box.set(id, { id, kind: 'account', label: OwnerId, OwnerId, ...keep(stored[id]) })
    return id
  }
  const addRegion = (OwnerId: string | undefined, Region: string): BoxId => {
    const id = regionBoxId(OwnerId, Region)
    if (!box.has(id)) {
      const account = OwnerId ? { OwnerId, parent: addAccount(OwnerId) } : {}
      box.set(id, { id, kind: 'region', label: Region, Region, ...account, ...keep(stored[id]) })
    }
    return id
  }
  const addZone = (subnet: ResourceOf<'subnet'>, zone: string): BoxId => {
    const id = zoneBoxId(subnet.VpcId, zone)
    const known = box.get(id)
    const { AvailabilityZone, AvailabilityZoneId } = { ...known, ...pick(subnet) }
    box.set(id, { id, kind: 'zone', label: zone, VpcId: subnet.VpcId, parent: subnet.VpcId, ...pick({ AvailabilityZone, AvailabilityZoneId }), ...keep(stored[id]) })
    return id
  }

  for (const resource of Object.values(index.design.resources)) {
    if (!isPlaced(resource)) continue
    const parent = parentOf(resource)
    const zone = resource.kind === 'subnet' ? zoneOf(index, resource) : undefined
    if (resource.kind === 'subnet' && zone !== undefined && index.get(resource.VpcId)) holder.set(resource.id, addZone(resource, zone))
    else if (parent !== undefined && index.get(parent)) holder.set(resource.id, parent)
    else if (resource.kind === 'vpc' || resource.kind === 'transit-gateway' || resource.kind === 'vpn-gateway' || resource.kind === 'internet-gateway' || resource.kind === 'client-vpn-endpoint') {
      if (resource.Region) holder.set(resource.id, addRegion(resource.OwnerId, resource.Region))
      else if (resource.OwnerId) holder.set(resource.id, addAccount(resource.OwnerId))
    }
  }
  for (const entry of Object.values(stored)) if (!box.has(entry.id)) box.set(entry.id, emptyBox(index, entry, addAccount))
  for (const { id, parent } of box.values()) if (parent !== undefined) holder.set(id, parent)
  return assemble(index, box, holder)
}

function keep(stored: Box | undefined): { readonly stored?: Box } {
  return stored ? { stored } : {}
}

function pick(zone: { readonly AvailabilityZone?: string | undefined; readonly AvailabilityZoneId?: string | undefined }): Pick<DerivedBox, 'AvailabilityZone' | 'AvailabilityZoneId'> {
  return { ...(zone.AvailabilityZone ? { AvailabilityZone: zone.AvailabilityZone } : {}), ...(zone.AvailabilityZoneId ? { AvailabilityZoneId: zone.AvailabilityZoneId } : {}) }
}

/** A stored box that no resource asks for: an empty group, kept where it was put. */
function emptyBox(index: DesignIndex, stored: Box, addAccount: (OwnerId: string) => BoxId): DerivedBox {
  const { id, kind, OwnerId, Region, VpcId } = stored
  const parent = kind === 'zone' ? index.get(VpcId)?.id : kind === 'region' && OwnerId ? addAccount(OwnerId) : undefined
  const label = (kind === 'account' ? OwnerId : kind === 'region' ? Region : (stored.AvailabilityZone ?? stored.AvailabilityZoneId)) ?? ''
  return { id, kind, label, ...(OwnerId ? { OwnerId } : {}), ...(Region ? { Region } : {}), ...(VpcId ? { VpcId } : {}), ...pick(stored), ...(parent ? { parent } : {}), stored }
}

function assemble(index: DesignIndex, box: ReadonlyMap<string, DerivedBox>, holder: ReadonlyMap<string, HolderId>): Tree {
  const members = new Map<string, HolderId[]>()
  const roots: HolderId[] = []
  const placed = Object.values(index.design.resources).filter(isPlaced)
  for (const id of [...box.values(), ...placed].map((entry): HolderId => entry.id).sort()) {
    const parent = holder.get(id)
    if (parent === undefined) roots.push(id)
    else if (members.has(parent)) members.get(parent)?.push(id)
    else members.set(parent, [id])
  }
  const rank = { account: 0, region: 1, zone: 2 } as const
  const boxes = [...box.values()].sort((a, b) => rank[a.kind] - rank[b.kind] || (a.id < b.id ? -1 : 1))
  return { boxes, box, holder, members, roots }
}

const trees = new WeakMap<DesignIndex, Tree>()

function treeOf(index: DesignIndex): Tree {
  let tree = trees.get(index)
  if (!tree) {
    tree = buildTree(index)
    trees.set(index, tree)
  }
  return tree
}

/** Every group box of the design, accounts first, then Regions, then zones, each in order of id. */
export function boxesOf(index: DesignIndex): readonly DerivedBox[] {
  return treeOf(index).boxes
}

/** The group box with the id, if the design has it. */
export function boxOf(index: DesignIndex, id: string): DerivedBox | undefined {
  return treeOf(index).box.get(id)
}

/**
 * What something is drawn in: a subnet in its zone's box (else its VPC), a VPC in its Region's box, that in its account's.
 * Undefined on the bare canvas, and for links and settings, which have no place.
 */
export function holderOf(index: DesignIndex, id: string): HolderId | undefined {
  return treeOf(index).holder.get(id)
}

/** What is drawn directly in a container or box, in order of id; without an id: what lies on the bare canvas. */
export function membersOf(index: DesignIndex, id?: string): readonly HolderId[] {
  const tree = treeOf(index)
  return id === undefined ? tree.roots : (tree.members.get(id) ?? [])
}

/** The holders of something from the inside out. */
export function holdersOf(index: DesignIndex, id: string): HolderId[] {
  const holders: HolderId[] = []
  for (let holder = holderOf(index, id); holder !== undefined; holder = holderOf(index, holder)) holders.push(holder)
  return holders
}
