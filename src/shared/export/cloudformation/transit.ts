import type { DesignIndex } from '../../document/query.ts'
import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Emission } from './emission.ts'
import type { Value } from './value.ts'
import { transitAttachments } from './attachment.ts'

/**
 * True when the design's only table is what AWS makes by itself: every attachment is associated with it and propagates
 * into it, and it has no static route. Then VPN connections and Direct Connect gateways need no look-up (F-CFN-14, F-CFN-15).
 */
export function usesOwnDefaultTable(index: DesignIndex, gateway: ResourceOf<'transit-gateway'>): boolean {
  const [table, ...others] = index.childrenOf('transit-gateway-route-table', gateway.id)
  if (!table || others.length > 0 || table.Routes.length > 0) return false
  if (gateway.DefaultRouteTableAssociation !== 'enable' || gateway.DefaultRouteTablePropagation !== 'enable') return false
  return transitAttachments(index, gateway.id).every((id) => table.Associations.includes(id) && table.Propagations.includes(id))
}

/**
 * The attachment id of a VPC attachment, VPN connection or Direct Connect gateway association. Only the first is known
 * to CloudFormation; the others become parameters to fill in after the first deployment.
 */
export function transitAttachmentValue(id: ResourceId, to: Emission): Value {
  const attachment = to.index.get(id)
  if (attachment?.kind === 'transit-gateway-vpc-attachment' || !attachment) return to.ref(id)
  const label = displayName(attachment)
  const name = to.names.part(id, 'AttachmentId')
  const kind = attachment.kind === 'vpn-connection' ? 'vpn' : 'direct-connect-gateway'
  to.manual(
    `After the first deployment look up the transit gateway attachment of ${label} (aws ec2 describe-transit-gateway-attachments --filters Name=resource-type,Values=${kind}) and update the stack with it as parameter ${name}: until then its associations, propagations and routes are left out.`,
  )
  return to.parameter(name, { type: 'String', default: '', late: true, description: `Transit gateway attachment (tgw-attach-...) of ${label}; empty until it is known.` })
}
