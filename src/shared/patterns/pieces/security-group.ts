import type { ResourceId } from '../../model/id.ts'
import type { Sheet } from './sheet.ts'
import type { DrawnVpc } from './vpc.ts'

/** A rule of a security group: protocol as EC2 writes it, one port or all. */
export interface Opening {
  readonly protocol: string
  readonly port?: number
  readonly from: readonly string[]
}

/** Draws a security group that takes in what is listed and lets everything out. */
export function drawSecurityGroup(sheet: Sheet, vpc: DrawnVpc, wanted: string, openings: readonly Opening[]): ResourceId {
  return sheet.add('security-group', wanted, {
    VpcId: vpc.id,
    Description: wanted,
    IpPermissions: openings.map(({ protocol, port, from }) => ({
      IpProtocol: protocol,
      ...(port === undefined ? {} : { FromPort: port, ToPort: port }),
      IpRanges: from.map((CidrIp) => ({ CidrIp })),
    })),
  }).id
}

/** What IPsec needs: key exchange, its form behind address translation, and ESP (F-SW-11). */
export function ipsecFrom(peers: readonly (string | undefined)[]): Opening[] {
  const from = [...new Set(peers.map((peer) => (peer === undefined ? '0.0.0.0/0' : `${peer}/32`)))]
  return [
    { protocol: 'udp', port: 500, from },
    { protocol: 'udp', port: 4500, from },
    { protocol: '50', from },
  ]
}
