import { definitionOf, type Kind } from '../../model/index.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Variant } from '../../model/kind.ts'
import { isAnnotation, parentsOf } from '../../model/variant.ts'
import { boxOf, type DerivedBox, type HolderId, holdersOf } from '../groups.ts'
import { type DesignIndex, displayName } from '../query.ts'

const PLACE_WORDS: Readonly<Record<string, string>> = { region: 'in a Region', zone: 'in an Availability Zone', canvas: 'on the bare canvas' }

function article(text: string): string {
  return `${/^[AEIOU]/.test(text) ? 'an' : 'a'} ${text.replace(/^(?!VPC|VPN|AWS|EC2|ISP|NAT)([A-Z])/, (letter) => letter.toLowerCase())}`
}

/** What the user is told a kind may be put in: "in a VPC, in a Region or on the bare canvas". */
function placesOf(parents: readonly string[]): string {
  const words = parents.map((parent) => PLACE_WORDS[parent] ?? `in ${article(definitionOf(parent as Kind).label)}`)
  const last = words.at(-1) ?? 'between its ends'
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

function parentWord(index: DesignIndex, holder: HolderId | undefined): string {
  if (holder === undefined) return 'canvas'
  return boxOf(index, holder)?.kind ?? index.get(holder as ResourceId)?.kind ?? 'canvas'
}

/**
 * Why a kind may not be put into a holder (undefined: the bare canvas), in a sentence for people; undefined when it may.
 * An account's box counts as bare canvas: what is put there only takes its account. `self` is the
 * resource that moves, if it exists; `variant` the form of one that does not.
 */
export function whyNotIn(index: DesignIndex, kind: Kind, holder: HolderId | undefined, self?: ResourceId, variant?: Variant): string | undefined {
  const word = parentWord(index, holder)
  const definition = definitionOf(kind)
  const moving = index.get(self)
  const parents = moving ? parentsOf(moving) : (variant?.parents ?? definition.parents)
  const { label } = variant ?? definition
  if (parents.includes(word === 'account' ? 'canvas' : word)) return whyTaken(index, kind, holder, self)
  const sentence = article(label)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} belongs ${placesOf(parents)}.`
}

/**
 * The holder that a kind gets when it is dropped over `over`: that one, or the nearest resource or zone around it that takes it
 * (a gateway dropped over a subnet goes to the VPC, another subnet to the zone). The reason, when none does.
 */
export function holderFor(index: DesignIndex, kind: Kind, over: HolderId | undefined, variant?: Variant): { readonly holder: HolderId | undefined } | { readonly reason: string } {
  if (isAnnotation(kind)) return { holder: undefined }
  const reason = whyNotIn(index, kind, over, undefined, variant)
  if (reason === undefined) return { holder: over }
  const around = over === undefined ? [] : holdersOf(index, over)
  const taker = around.find((id) => (index.get(id as ResourceId) !== undefined || boxOf(index, id)?.kind === 'zone') && whyNotIn(index, kind, id, undefined, variant) === undefined)
  return taker === undefined ? { reason } : { holder: taker }
}

/** Why a resource may not be moved into a holder; undefined when it may. A container never goes into itself. */
export function canDrop(index: DesignIndex, id: ResourceId, holder: HolderId | undefined): string | undefined {
  const resource = index.get(id)
  if (!resource) return 'It is not in the design any more.'
  if (holder !== undefined && (holder === id || holdersOf(index, holder).includes(id))) return `${displayName(resource)} cannot be put into itself.`
  return whyNotIn(index, resource.kind, holder, id)
}

/** Gateways of which a VPC takes one (F-RT-33, F-EDGE-1, F-EDGE-2). */
const ONE_PER_VPC: readonly Kind[] = ['vpn-gateway', 'internet-gateway', 'egress-only-internet-gateway']

function whyTaken(index: DesignIndex, kind: Kind, holder: HolderId | undefined, self: ResourceId | undefined): string | undefined {
  if (!ONE_PER_VPC.includes(kind)) return undefined
  const vpc = index.getOf('vpc', holder as ResourceId | undefined)
  const other = vpc && index.childrenOf(kind, vpc.id).find((child) => child.id !== self)
  return other ? `${displayName(vpc)} has ${displayName(other)} already; a VPC takes one ${definitionOf(kind).label.toLowerCase()}.` : undefined
}

function boxFields(box: DerivedBox): Readonly<Record<string, unknown>> {
  if (box.kind === 'zone') return { VpcId: box.VpcId, AvailabilityZone: box.AvailabilityZone, AvailabilityZoneId: box.AvailabilityZone ? undefined : box.AvailabilityZoneId }
  return box.kind === 'region' ? { Region: box.Region, OwnerId: box.OwnerId } : { Region: undefined, OwnerId: box.OwnerId }
}

/** The fields that putting a kind into a holder sets; undefined values take a field away. */
export function holdingFields(index: DesignIndex, kind: Kind, holder: HolderId | undefined): Readonly<Record<string, unknown>> {
  const box = holder === undefined ? undefined : boxOf(index, holder)
  const parent = box ? undefined : holder
  const { shape } = definitionOf(kind).schema
  const isRegional = definitionOf(kind).parents.includes('region')
  const vpc = index.getOf('vpc', parent as ResourceId | undefined)
  const place = box ? boxFields(box) : { Region: vpc?.Region, OwnerId: vpc?.OwnerId }
  const set = Object.fromEntries(Object.entries(place).filter(([field]) => field in shape && (isRegional || box?.kind === 'zone')))
  if (kind === 'internet-gateway') return { ...set, Attachments: parent ? [{ VpcId: parent }] : [] }
  if (kind === 'vpn-gateway') return { ...set, VpcAttachments: parent ? [{ VpcId: parent }] : [] }
  if (kind === 'subnet') return parent ? { VpcId: parent, AvailabilityZone: undefined, AvailabilityZoneId: undefined } : set
  const { parentField, parentFields } = definitionOf(kind)
  if (parentFields) {
    const held = index.get(parent as ResourceId | undefined)?.kind
    return { ...set, ...Object.fromEntries(Object.entries(parentFields).map(([word, field]) => [field, word === held ? parent : undefined])) }
  }
  return parentField === undefined ? set : { ...set, [parentField]: parent }
}
