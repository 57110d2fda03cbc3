import { freeName, namesInUse } from '../../../document/commands/names.ts'
import { overlaps } from '../../../net/prefix.ts'
import type { Failure } from '../failure.ts'
import { passed } from '../leg.ts'
import { change, nameOf, newId, ofKind, type Repair, repair } from '../repair.ts'

/** A peering on the way, or between the ends, that nobody has accepted yet (F-PEER-1). */
export function acceptPeering({ index, homes }: Failure): readonly Repair[] {
  const waiting = new Set(homes.flatMap((vpc) => ofKind(index.links(vpc), 'vpc-peering-connection').filter(({ Status, RequesterVpcId, AccepterVpcId }) => Status === 'pending-acceptance' && homes.includes(RequesterVpcId) && homes.includes(AccepterVpcId))))
  return [...waiting].map((peering) => change(peering, { id: `${peering.id} accept`, weight: 2, words: `accept ${nameOf(index, peering.id)}`, resources: [peering.id] }, () => ({ Status: 'active' as const })))
}

/** A transit gateway peering of a gateway on the way that nobody has accepted yet (F-TGW-40). */
export function acceptTransitPeering({ index, legs }: Failure): readonly Repair[] {
  const gateways = new Set(legs.flatMap(passed).flatMap((id) => index.getOf('transit-gateway', id)?.id ?? []))
  const waiting = new Set([...gateways].flatMap((gateway) => ofKind(index.links(gateway), 'transit-gateway-peering-attachment').filter(({ State }) => State === 'pendingAcceptance')))
  return [...waiting].map((peering) => change(peering, { id: `${peering.id} accept`, weight: 2, words: `accept ${nameOf(index, peering.id)}`, resources: [peering.id] }, () => ({ State: undefined })))
}

/** Joins the two VPCs of the ends directly, where their blocks allow it (F-ADDR-31). */
export function newPeering(failure: Failure): readonly Repair[] {
  const { index, network, leg } = failure
  const [from] = failure.holders(leg.last.source)
  const [to] = failure.holders(leg.last.destination)
  if (from?.kind !== 'vpc' || to?.kind !== 'vpc' || from.id === undefined || to.id === undefined || from.id === to.id) return []
  const [a, b] = [from.id, to.id].sort() as [typeof from.id, typeof to.id]
  const blocks = (vpc: typeof a) => network.fragment('vpc', vpc)?.prefixes ?? []
  const isJoined = ofKind(index.links(a), 'vpc-peering-connection').some(({ RequesterVpcId, AccepterVpcId }) => RequesterVpcId === b || AccepterVpcId === b)
  if (isJoined || blocks(a).some((block) => blocks(b).some((other) => overlaps(block, other)))) return []
  return [
    repair({ id: `peer ${a} ${b}`, makesNew: true, weight: 5, words: `peer ${nameOf(index, a)} with ${nameOf(index, b)}`, resources: [a, b] }, (draft) => {
      const name = freeName(namesInUse(draft.index), `${nameOf(index, a)} to ${nameOf(index, b)}`.slice(0, 240))
      draft.create({ kind: 'vpc-peering-connection', id: newId(draft.index, 'vpc-peering-connection', a, b), name, RequesterVpcId: a, AccepterVpcId: b })
    }),
  ]
}
