import type { ResourceId } from '../../model/id.ts'
import { definitionOf } from '../../model/index.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { firstUnused } from './addresses.ts'
import { attachGateway } from './attach.ts'
import type { ConnectChoice } from './connect-choices.ts'
import { Draft, type IdSource, type Made } from './draft.ts'
import { newName } from './names.ts'
import { zonalSubnets } from './zonal-subnets.ts'

/** Carries out a choice of `connectChoices`: makes the link, or attaches the gateway. */
export function connect(index: DesignIndex, newId: IdSource, choice: ConnectChoice): Made {
  if (choice.attach) return { edit: attachGateway(index, choice.attach.gateway, choice.attach.vpc), ids: [choice.attach.gateway] }
  if (!choice.link) throw new Error('a choice is a link or an attachment')
  const { kind, fields } = choice.link
  const draft = new Draft(index)
  const id = newId(kind)
  const name = newName(index, kind)
  const link = draft.create({ ...definitionOf(kind).defaults(), ...fields, kind, id, name })
  if (link.kind === 'transit-gateway-vpc-attachment') draft.update(id, { SubnetIds: zonalSubnets(index, link.VpcId) })
  if (link.kind === 'virtual-interface') {
    const others = index.all('virtual-interface').filter((other) => other.ConnectionId === link.ConnectionId)
    draft.update(id, { Vlan: firstUnused(others.map((other) => other.Vlan), 100) }) // one VLAN per interface of a connection (F-DX-21)
  }
  return { edit: draft.edit(`Connect ${endNames(index, fields)} (${definitionOf(kind).label})`), ids: [id] }
}

function endNames(index: DesignIndex, fields: Readonly<Record<string, unknown>>): string {
  const ends = Object.entries(fields).flatMap(([field, value]) => {
    const end = field === 'ConnectionId' || typeof value !== 'string' ? undefined : index.get(value as ResourceId)
    return end ? [displayName(end)] : []
  })
  return ends.join(' and ')
}
