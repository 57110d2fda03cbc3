import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Kind, type ResourceOf } from '../../model/index.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { firstUnused } from './addresses.ts'
import { attachGateway } from './attach.ts'
import type { ConnectChoice } from './connect-choices.ts'
import { Draft, type IdSource, type Made } from './draft.ts'
import { newName } from './names.ts'
import { setFields } from './set-fields.ts'
import { zonalSubnets } from './zonal-subnets.ts'

/** Carries out a choice of `connectChoices`: makes the link, attaches the gateway, or sets the fields. */
export function connect(index: DesignIndex, newId: IdSource, choice: ConnectChoice): Made {
  if (choice.attach) return { edit: attachGateway(index, choice.attach.gateway, choice.attach.vpc), ids: [choice.attach.gateway] }
  if (choice.set) {
    const { of, fields, label } = choice.set
    const resource = index.get(of)
    return { edit: setFields(index, of, fields, `${label} (${resource ? displayName(resource) : of})`), ids: [of] }
  }
  if (!choice.link) throw new Error('a choice is a link, an attachment or fields')
  const { kind, fields } = choice.link
  const draft = new Draft(index)
  const id = newId(kind)
  const name = newName(index, kind)
  const link = draft.create({ ...definitionOf(kind).defaults(), ...fields, kind, id, name })
  if (link.kind === 'transit-gateway-vpc-attachment') draft.update(id, { SubnetIds: zonalSubnets(index, link.VpcId) })
  if (link.kind === 'core-network-attachment') joinCore(draft, link)
  if ((link.kind === 'core-network-attachment' || link.kind === 'vpn-connection' || link.kind === 'direct-connect-gateway-association') && link.CoreNetworkId && link.segment === undefined) makeSegment(draft, newId, link.id, link.CoreNetworkId)
  if (link.kind === 'virtual-interface') {
    const others = index.all('virtual-interface').filter((other) => other.ConnectionId === link.ConnectionId)
    draft.update(id, { Vlan: firstUnused(others.map((other) => other.Vlan), 100) }) // one VLAN per interface of a connection (F-DX-21)
  }
  return { edit: draft.edit(`Connect ${endNames(index, kind, fields)} (${definitionOf(kind).label})`), ids: [id] }
}

/** Subnets of an attachment and its edge location (F-CWAN-3). */
function joinCore(draft: Draft, link: ResourceOf<'core-network-attachment'>): void {
  const { index } = draft
  const region = index.getOf('vpc', link.VpcId)?.Region
  const edges = index.getOf('core-network', link.CoreNetworkId)?.EdgeLocations ?? []
  draft.update(link.id, { SubnetIds: zonalSubnets(index, link.VpcId), ...(region === undefined ? {} : { EdgeLocation: region }) })
  if (region !== undefined && !edges.some(({ Location }) => Location === region)) draft.update(link.CoreNetworkId, { EdgeLocations: [...edges, { Location: region }] })
}

/** A first segment for a core network that has none: what is attached without one reaches nothing (F-CWAN-1). */
function makeSegment(draft: Draft, newId: IdSource, link: ResourceId, core: ResourceId): void {
  const segment = newId('core-network-segment')
  draft.create({ ...definitionOf('core-network-segment').defaults(), kind: 'core-network-segment', id: segment, name: newName(draft.index, 'core-network-segment'), CoreNetworkId: core })
  draft.update(link, { segment })
}

function endNames(index: DesignIndex, kind: Kind, fields: Readonly<Record<string, unknown>>): string {
  const names = (definitionOf(kind).ends ?? []).flat().flatMap(({ field }) => {
    const end = index.get(fields[field] as ResourceId | undefined)
    return end ? [displayName(end)] : []
  })
  return [...new Set(names)].join(' and ')
}
