import { endsOf } from '../../model/link.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { Emission } from './emission.ts'

type Gateway = ResourceOf<'internet-gateway'> | ResourceOf<'vpn-gateway'>

/** The VPCs that a gateway is attached to, each once. */
export function attachedVpcs(gateway: Gateway): ResourceId[] {
  const attachments = gateway.kind === 'internet-gateway' ? gateway.Attachments : gateway.VpcAttachments
  return [...new Set(attachments.map((attachment) => attachment.VpcId))]
}

/** Logical id of the attachment of a gateway to a VPC. */
export function attachmentId(to: Emission, gateway: ResourceId, vpc: ResourceId): string {
  return to.names.part(gateway, `To${to.names.of(vpc)}`)
}

/** Makes the attachments of an internet or virtual private gateway. */
export function emitAttachments(gateway: Gateway, to: Emission): void {
  for (const vpc of attachedVpcs(gateway)) {
    to.add(attachmentId(to, gateway.id, vpc), 'AWS::EC2::VPCGatewayAttachment', {
      VpcId: to.ref(vpc),
      [gateway.kind === 'internet-gateway' ? 'InternetGatewayId' : 'VpnGatewayId']: to.ref(gateway.id),
    })
  }
}

/** Logical ids of the attachments of a VPC's internet gateways: public addresses need them first (F-CFN-5, F-CFN-17). */
export function internetAttachments(to: Emission, vpc: ResourceId | undefined): string[] {
  if (vpc === undefined) return []
  return to.index.all('internet-gateway').filter((gateway) => attachedVpcs(gateway).includes(vpc)).map((gateway) => attachmentId(to, gateway.id, vpc))
}

/** Attachments of VPCs, VPN connections and Direct Connect gateways to a transit gateway. */
export function transitAttachments(index: DesignIndex, gateway: ResourceId): readonly ResourceId[] {
  return index.links(gateway).filter((link) => endsOf(link)?.includes(gateway)).map((link) => link.id)
}
