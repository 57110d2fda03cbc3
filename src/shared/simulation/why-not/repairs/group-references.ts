import type { Failure } from '../failure.ts'
import { change, nameOf, ofKind, type Repair } from '../repair.ts'

const ON = { SecurityGroupReferencingSupport: 'enable' } as const

/** A rule names the sender's group, and a transit gateway on the way or one of its attachments does not take references along (F-TGW-60). */
export function groupReferencing(failure: Failure): readonly Repair[] {
  const { index, leg } = failure
  if (!failure.filtered('security-group').some(({ direction }) => direction === 'in')) return []
  const passed = leg.path.hops.flatMap(({ resource }) => (resource === 'internet' ? [] : (index.get(resource) ?? [])))
  const gateways = ofKind(passed, 'transit-gateway').filter(({ SecurityGroupReferencingSupport }) => SecurityGroupReferencingSupport !== 'enable')
  const attachments = ofKind(passed, 'transit-gateway-vpc-attachment').filter(({ SecurityGroupReferencingSupport }) => SecurityGroupReferencingSupport === 'disable')
  const parts = (id: (typeof passed)[number]['id']) => ({ id: `${id} group references`, weight: 3, words: `turn on security group referencing of ${nameOf(index, id)}`, resources: [id] })
  return [...gateways.map((gateway) => change(gateway, parts(gateway.id), () => ON)), ...attachments.map((attachment) => change(attachment, parts(attachment.id), () => ON))]
}
