import type { ResourceId } from '../../../model/id.ts'
import { zonalSubnets } from '../../../document/commands/zonal-subnets.ts'
import { freeName, namesInUse } from '../../../document/commands/names.ts'
import { attachmentsOfHomes, attachmentsOfVpc } from '../attachments.ts'
import type { Failure } from '../failure.ts'
import { passed } from '../leg.ts'
import { change, nameOf, newId, type Repair, repair } from '../repair.ts'

const MOST_SUBNETS = 4

/** The zone of each of the subnets that the flow passes, and of those where it ends. */
function zonesOnTheWay({ network, legs }: Failure): Set<string | undefined> {
  return new Set(legs.flatMap((leg) => passed(leg).flatMap((id) => (network.fragment('subnet', id) ? [network.elements.zoneOf(id)] : []))))
}

/** An attachment gets a subnet in a zone where it has none (F-TGW-20, F-TGW-22). */
export function attachmentSubnet(failure: Failure): readonly Repair[] {
  const { network, index } = failure
  const wanted = zonesOnTheWay(failure)
  return failure.homes.flatMap((vpc) =>
    attachmentsOfVpc(network, vpc).flatMap(({ id }) => {
      const attachment = index.getOf('transit-gateway-vpc-attachment', id)
      if (!attachment) return []
      const taken = new Set(attachment.SubnetIds.map((subnet) => network.elements.zoneOf(subnet)))
      const subnets = (network.fragment('vpc', vpc)?.subnets ?? []).filter((subnet) => {
        const zone = network.elements.zoneOf(subnet)
        return zone !== undefined && !taken.has(zone) && (attachment.SubnetIds.length === 0 || wanted.has(zone))
      })
      return subnets.slice(0, MOST_SUBNETS).map((subnet, position) =>
        change(attachment, { id: `${id} in ${subnet}`, slot: `${id} in ${network.elements.zoneOf(subnet) ?? subnet}`, purpose: `${id} in ${network.elements.zoneOf(subnet) ?? subnet}`, weight: 2 + (position > 0 ? 1 : 0), words: `add ${nameOf(index, subnet)} to the subnets of ${nameOf(index, id)}`, resources: [id, subnet] }, (now) => ({ SubnetIds: [...now.SubnetIds, subnet] })),
      )
    }),
  )
}

/** Attaches a VPC on the way to a transit gateway that the others use or that its route names; the gateway's default table takes it up. */
export function newAttachment(failure: Failure): readonly Repair[] {
  const { network, index } = failure
  const used = new Set<ResourceId>(attachmentsOfHomes(network, failure.homes).map(({ gateway }) => gateway))
  const vpcs = failure.homes.filter((id) => network.fragment('vpc', id))
  for (const vpc of vpcs) for (const table of index.childrenOf('route-table', vpc)) for (const { target } of table.Routes) if (index.getOf('transit-gateway', target)) used.add(target as ResourceId)
  return vpcs.flatMap((vpc) =>
    [...used].flatMap((tgw) => {
      const gateway = index.getOf('transit-gateway', tgw)
      if (!gateway || network.fragment('vpc', vpc)?.attachments.has(tgw) || gateway.Region !== index.getOf('vpc', vpc)?.Region) return []
      return [
        repair({ id: `attach ${vpc} ${tgw}`, makesNew: true, weight: 5, words: `attach ${nameOf(index, vpc)} to ${nameOf(index, tgw)}`, resources: [vpc, tgw] }, (draft) => {
          const id = newId(draft.index, 'transit-gateway-vpc-attachment', vpc, tgw)
          const name = freeName(namesInUse(draft.index), `${nameOf(index, vpc)} attachment`.slice(0, 240))
          draft.create({ kind: 'transit-gateway-vpc-attachment', id, name, TransitGatewayId: tgw, VpcId: vpc, SubnetIds: zonalSubnets(draft.index, vpc) })
          const join = (table: ResourceId | undefined, field: 'Associations' | 'Propagations') => {
            const now = table === undefined ? undefined : draft.resource(table)
            if (now?.kind === 'transit-gateway-route-table') draft.update(now.id, { [field]: [...now[field], id] })
          }
          if (gateway.DefaultRouteTableAssociation === 'enable') join(gateway.AssociationDefaultRouteTableId, 'Associations')
          if (gateway.DefaultRouteTablePropagation === 'enable') join(gateway.PropagationDefaultRouteTableId, 'Propagations')
        }),
      ]
    }),
  )
}
