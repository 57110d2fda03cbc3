import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Resource } from '../../model/index.ts'
import { endsOf } from '../../model/link.ts'
import { mapReferences } from '../../model/reference.ts'
import type { Edit } from '../edit.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { type ConnectChoice, connectChoices } from './connect-choices.ts'
import { Draft } from './draft.ts'
import { whyNoConnection } from './why-no-connection.ts'
import { zonalSubnets } from './zonal-subnets.ts'

/** Which end of a link: the first or the second of its kind. */
export type EndOf = 0 | 1

/** Fields beside the ends that follow from what a link ends at; others are the user's own and stay. */
const FOLLOWING = ['VirtualInterfaceType', 'Asn', 'segment', 'TransportTransitGatewayAttachmentId'] as const

type LinkFields = NonNullable<ConnectChoice['link']>['fields']

/** The new end that a choice would give a link, in place of one of its ends. */
function newEnd(index: DesignIndex, link: Resource, end: EndOf, fields: LinkFields): { readonly field: string; readonly id: ResourceId } | undefined {
  const ends = definitionOf(link.kind).ends
  const fixed = endsOf(link)?.[end === 0 ? 1 : 0]
  const named = (ends ?? []).flat().flatMap(({ field }) => (fields[field] === undefined ? [] : [fields[field] as ResourceId]))
  const id = named.find((other) => other !== fixed)
  if (!ends || id === undefined || fixed === undefined || !named.includes(fixed)) return undefined
  const kind = index.get(id)?.kind
  const field = ends[end].find(({ kinds }) => kind !== undefined && kinds.includes(kind))?.field
  return field === undefined ? undefined : { field, id }
}

/** The fields that give a link another end: that or what acts for it; undefined when the link cannot end there. */
export function reconnection(index: DesignIndex, link: Resource, end: EndOf, to: ResourceId): { readonly id: ResourceId; readonly fields: Readonly<Record<string, unknown>> } | undefined {
  const ends = endsOf(link)
  const fixed = ends?.[end === 0 ? 1 : 0]
  if (fixed === undefined || to === ends?.[end]) return undefined
  const via = (link as unknown as Readonly<Record<string, unknown>>)['ConnectionId'] // only virtual interfaces have it
  const choices = connectChoices(index, fixed, to).flatMap((choice) => (choice.link?.kind === link.kind ? [choice.link.fields] : []))
  const possible = choices.flatMap((fields) => {
    const found = newEnd(index, link, end, fields)
    return found && found.id !== ends?.[end] ? [{ fields, found }] : []
  })
  const chosen = possible.find(({ fields }) => fields['ConnectionId'] === via) ?? possible[0]
  if (!chosen) return undefined
  const { fields, found } = chosen
  const cleared = Object.fromEntries((definitionOf(link.kind).ends?.[end] ?? []).map(({ field }) => [field, undefined]))
  const following = Object.fromEntries(FOLLOWING.flatMap((field) => (field in fields ? [[field, fields[field]]] : [])))
  const isStatic = fields['StaticRoutesOnly'] === true ? { StaticRoutesOnly: true } : {}
  return { id: found.id, fields: { ...cleared, ...following, ...isStatic, [found.field]: found.id } }
}

/** Why a link cannot get another end, in a sentence; undefined when it can. */
export function whyNoReconnection(index: DesignIndex, link: Resource, end: EndOf, to: ResourceId): string | undefined {
  const ends = endsOf(link)
  const fixed = ends?.[end === 0 ? 1 : 0]
  const target = index.get(to)
  if (fixed === undefined || !target) return 'The link has no other end to hold it.'
  if (to === ends?.[end]) return `${displayName(link)} ends at ${displayName(target)} already.`
  if (to === fixed) return `The other end of ${displayName(link)} is at ${displayName(target)}.`
  if (reconnection(index, link, end, to)) return undefined
  const { label } = definitionOf(link.kind)
  return connectChoices(index, fixed, to).length > 0 ? `A ${label} cannot end at ${displayName(target)}; draw a new link for that.` : whyNoConnection(index, fixed, to)
}

/** Gives a link another end. What only made sense at the old one goes with it: subnets of its VPC, entries in its tables, hand-made corners stay. */
export function reconnect(index: DesignIndex, id: ResourceId, end: EndOf, to: ResourceId): Edit {
  const link = index.get(id)
  const found = link && reconnection(index, link, end, to)
  if (!found) return { label: 'Reconnect', changes: [] }
  const draft = new Draft(index)
  draft.update(id, found.fields)
  const after = draft.resource(id)
  if (after?.kind === 'transit-gateway-vpc-attachment' || after?.kind === 'core-network-attachment') {
    const before = link.kind === after.kind ? link.VpcId : undefined
    if (after.VpcId !== before) draft.update(id, { SubnetIds: zonalSubnets(index, after.VpcId), ...(after.kind === 'core-network-attachment' ? { EdgeLocation: index.getOf('vpc', after.VpcId)?.Region } : {}) })
  }
  leaveTables(draft, id)
  const target = index.get(found.id)
  return draft.edit(`Reconnect ${displayName(link)} to ${target ? displayName(target) : found.id}`)
}

/** Takes a link out of the tables of transit gateways that it does not end at any more. */
function leaveTables(draft: Draft, id: ResourceId): void {
  const link = draft.resource(id)
  const gateways = link ? endsOf(link) : undefined
  for (const { resource } of draft.index.referrers(id)) {
    const table = draft.resource(resource.id)
    if (table?.kind === 'transit-gateway-route-table' && gateways?.includes(table.TransitGatewayId) === false) draft.put(mapReferences(table, (target) => (target === id ? undefined : target)))
  }
}
