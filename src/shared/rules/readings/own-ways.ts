import type { DesignIndex } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Campus } from './campuses.ts'

/** A VPN connection or private virtual interface that serves one VPC alone: it ends on the VPC's own virtual private gateway. */
export interface OwnWay {
  readonly vpc: ResourceOf<'vpc'>
  readonly line: ResourceOf<'vpn-connection'> | ResourceOf<'virtual-interface'>
}

/** The ways of a campus to virtual private gateways, with the VPC of each; ways to a Direct Connect or transit gateway are none. */
export function ownWays(index: DesignIndex, { interfaces, vpns }: Campus): OwnWay[] {
  const lines = [...interfaces.map((line) => ({ line, gateway: line.VirtualGatewayId })), ...vpns.map((line) => ({ line, gateway: line.VpnGatewayId }))]
  return lines.flatMap(({ line, gateway }) => {
    const [attached] = index.getOf('vpn-gateway', gateway)?.VpcAttachments ?? []
    const vpc = index.getOf('vpc', attached?.VpcId)
    return vpc ? [{ vpc, line }] : []
  })
}
