import type { Failure } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'

/** Tables that the way asked learn the routes of their VPC's virtual private gateway (F-RT-30). */
export function gatewayPropagation({ index, network, legs }: Failure): readonly Repair[] {
  const tables = new Set(legs.flatMap(({ stations }) => stations.flatMap(({ step }) => (step.kind === 'route' ? (index.getOf('route-table', step.resource) ?? []) : []))))
  return [...tables].flatMap((table) => {
    const gateway = network.fragment('vpc', table.VpcId)?.vpnGateway
    if (gateway === undefined || table.PropagatingVgws.includes(gateway)) return []
    const words = `propagate routes from ${nameOf(index, gateway)} into ${nameOf(index, table.id)}`
    return [change(table, { id: `${table.id} learns ${gateway}`, weight: 1, words, resources: [table.id, gateway] }, (now) => ({ PropagatingVgws: [...now.PropagatingVgws, gateway] }))]
  })
}

/** A virtual private gateway that is attached to no VPC, in a VPC on the way that has none (F-RT-33). */
export function gatewayAttachment({ index, network, homes }: Failure): readonly Repair[] {
  const free = index.all('vpn-gateway').filter(({ VpcAttachments }) => VpcAttachments.length === 0)
  const vpcs = homes.filter((id) => network.fragment('vpc', id) && network.fragment('vpc', id)?.vpnGateway === undefined)
  return vpcs.flatMap((vpc) =>
    free.map((gateway) =>
      change(gateway, { id: `${gateway.id} attach ${vpc}`, slot: `${gateway.id} attach`, makesNew: true, weight: 4, words: `attach ${nameOf(index, gateway.id)} to ${nameOf(index, vpc)}`, resources: [gateway.id, vpc] }, () => ({ VpcAttachments: [{ VpcId: vpc }] })),
    ),
  )
}
