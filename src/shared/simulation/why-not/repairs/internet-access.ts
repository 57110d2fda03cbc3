import type { ResourceId } from '../../../model/id.ts'
import { freeName, namesInUse } from '../../../document/commands/names.ts'
import { formatAddress } from '../../../net/address.ts'
import { isPublicAddress } from '../../../net/public.ts'
import { unusedPublicAddress } from '../../forward/nat.ts'
import type { Failure } from '../failure.ts'
import { change, nameOf, newId, type Repair, repair } from '../repair.ts'

/** True when the flow starts on the internet or, at some point, goes to a public address. */
function isAboutInternet({ flow, legs }: Failure): boolean {
  return flow.from === 'internet' || flow.to === 'internet' || legs.some(({ stations }) => stations.some(({ destination }) => isPublicAddress(destination)))
}

/** VPCs on the way get an internet gateway: one that is attached nowhere, else a new one (F-EDGE-1). */
export function internetGateway(failure: Failure): readonly Repair[] {
  const { index, network } = failure
  if (!isAboutInternet(failure)) return []
  const free = index.all('internet-gateway').filter(({ Attachments }) => Attachments.length === 0)
  const vpcs = failure.homes.filter((id) => network.fragment('vpc', id) && network.fragment('vpc', id)?.internetGateway === undefined)
  return vpcs.flatMap((vpc): Repair[] => {
    const attach = free.map((gateway) =>
      change(gateway, { id: `${gateway.id} attach ${vpc}`, slot: `${vpc} internet gateway`, makesNew: true, weight: 6, words: `attach ${nameOf(index, gateway.id)} to ${nameOf(index, vpc)}`, resources: [gateway.id, vpc] }, () => ({ Attachments: [{ VpcId: vpc }] })),
    )
    if (attach.length > 0) return attach
    return [
      repair({ id: `${vpc} new internet gateway`, slot: `${vpc} internet gateway`, makesNew: true, weight: 7, words: `give ${nameOf(index, vpc)} an internet gateway`, resources: [vpc] }, (draft) => {
        const place = index.getOf('vpc', vpc)
        const name = freeName(namesInUse(draft.index), `${nameOf(index, vpc)} IGW`.slice(0, 240))
        draft.create({ kind: 'internet-gateway', id: newId(draft.index, 'internet-gateway', vpc), name, Attachments: [{ VpcId: vpc }], Region: place?.Region, OwnerId: place?.OwnerId })
      }),
    ]
  })
}

function ownPublicAddress({ index, network }: Failure, id: ResourceId): Repair[] {
  const owner = index.getOf('instance', id) ?? index.getOf('network-interface', id)
  if (!owner || owner.PublicIpAddress !== undefined || owner.PrivateIpAddress === undefined) return []
  const address = formatAddress(unusedPublicAddress(network))
  const words = `give ${nameOf(index, id)} a public IPv4 address (${address} stands for the one that AWS assigns)`
  return [change(owner, { id: `${id} public address`, weight: 7, words, resources: [id] }, () => ({ PublicIpAddress: address }))]
}

/** The end in a VPC that talks with the internet gets a public address; a subnet's hosts get theirs at launch. */
export function publicAddress(failure: Failure): readonly Repair[] {
  const { flow, index, end } = failure
  if (end.fact !== 'F-EDGE-1' || !isAboutInternet(failure)) return []
  return [flow.from, flow.to].flatMap((id): Repair[] => {
    if (id === undefined || id === 'internet') return []
    const subnet = index.getOf('subnet', id) ?? index.childrenOf('subnet', id)[0]
    if (!subnet || subnet.MapPublicIpOnLaunch === true) return ownPublicAddress(failure, id)
    const words = `give hosts of ${nameOf(index, subnet.id)} public IPv4 addresses at launch`
    return [change(subnet, { id: `${subnet.id} public addresses`, weight: 7, words, resources: [subnet.id] }, () => ({ MapPublicIpOnLaunch: true }))]
  })
}
