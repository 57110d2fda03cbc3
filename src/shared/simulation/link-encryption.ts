import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Resource, ResourceOf } from '../model/index.ts'
import type { PathPart } from './types.ts'

/** Whether a line encrypts what it carries; `inside`: it lies within a VPC, a Region or a site, where encryption is not judged. */
export type Encryption = PathPart['encryption']

/** MACsec of the port, or of all ports of the LAG, under a virtual interface. "should encrypt" falls back to plain when a key is missing, so it promises nothing (F-DX-61). */
export function macsecOf(index: DesignIndex, port: ResourceId | undefined): Encryption {
  const connection = index.getOf('direct-connect-connection', port)
  const members = connection ? [connection] : index.referrers(port ?? ('' as ResourceId)).flatMap(({ resource }) => (resource.kind === 'direct-connect-connection' && resource.LagId === port ? [resource] : []))
  const modes = new Set(members.map(({ EncryptionMode }) => EncryptionMode ?? 'no_encrypt'))
  if (modes.size === 1 && modes.has('must_encrypt')) return 'encrypted'
  return modes.has('should_encrypt') || modes.size > 1 ? 'unknown' : 'plain'
}

/** What joins two Regions is encrypted by AWS, what stays in one is inside (F-PEER-7, F-TGW-40). */
function acrossRegions(near: string | undefined, far: string | undefined): Encryption {
  return near === undefined || far === undefined ? 'unknown' : near === far ? 'inside' : 'encrypted'
}

/** Whether a line of the customer's own network encrypts. */
export function wanEncryption(line: ResourceOf<'wan-link'> | ResourceOf<'carrier-circuit'>): Encryption {
  if (line.encrypted !== undefined) return line.encrypted ? 'encrypted' : 'plain'
  return line.kind === 'wan-link' && line.wanType === 'internet-vpn' ? 'encrypted' : 'unknown'
}

/** Whether a software VPN of a protocol encrypts. */
export const softwareEncryption = ({ protocol }: ResourceOf<'software-vpn'>): Encryption => (protocol === 'gre' || protocol === 'vxlan' ? 'plain' : 'encrypted')

/** Whether a peering of VPCs encrypts. */
export const peeringEncryption = (index: DesignIndex, { RequesterVpcId, AccepterVpcId }: ResourceOf<'vpc-peering-connection'>): Encryption =>
  acrossRegions(index.getOf('vpc', RequesterVpcId)?.Region, index.getOf('vpc', AccepterVpcId)?.Region)

/** Whether a link encrypts; undefined for what carries no packets of its own or of which that is not asked. */
export function linkEncryption(index: DesignIndex, link: Resource): Encryption | undefined {
  switch (link.kind) {
    case 'vpn-connection':
      return 'encrypted'
    case 'software-vpn':
      return softwareEncryption(link)
    case 'virtual-interface':
      return macsecOf(index, link.ConnectionId)
    case 'wan-link':
    case 'carrier-circuit':
      return wanEncryption(link)
    case 'vpc-peering-connection':
      return peeringEncryption(index, link)
    case 'transit-gateway-peering-attachment':
      return acrossRegions(index.getOf('transit-gateway', link.TransitGatewayId)?.Region, index.getOf('transit-gateway', link.PeerTransitGatewayId)?.Region)
    case 'transit-gateway-connect-peer':
      return index.getOf('customer-gateway', link.peer) ? 'plain' : 'inside'
    case 'remote-access':
      return 'encrypted'
    default:
      return undefined
  }
}
