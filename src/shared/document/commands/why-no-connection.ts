import type { ResourceId } from '../../model/id.ts'
import type { Kind } from '../../model/index.ts'
import { type DesignIndex, displayName } from '../query.ts'

/** Why two things cannot be joined, in a sentence that says what would help. */
export function whyNoConnection(index: DesignIndex, from: ResourceId, to: ResourceId): string {
  const [a, b] = [index.get(from), index.get(to)]
  if (!a || !b || a.id === b.id) return 'Draw the link to another resource.'
  const kinds: readonly Kind[] = [a.kind, b.kind]
  const has = (...wanted: readonly Kind[]): boolean => wanted.some((kind) => kinds.includes(kind))
  const isVpc = has('vpc', 'subnet')
  const instance = [a, b].find((end) => end.kind === 'instance')
  if (has('user-group')) {
    if (instance) return `Users come in through a remote-access server; give ${displayName(instance)} that role first.`
    return has('client-vpn-endpoint', 'customer-gateway') ? joinedAlready(displayName(a), displayName(b)) : 'Users come in through a Client VPN endpoint, a remote-access server or a device of a site; draw the link to one of them.'
  }
  if (instance && has('customer-gateway', 'vpn-gateway', 'transit-gateway', 'route-server')) return `A VPN ends on a VPN appliance; give ${displayName(instance)} that role first.`
  if (has('site')) return 'A site connects through a customer gateway device; add one to the site first.'
  if (has('customer-gateway') && isVpc) return 'A VPN connection ends on a virtual private gateway or a transit gateway; attach one to the VPC first.'
  if (has('vpc-endpoint') && has('vpc-endpoint-service')) return 'A gateway endpoint is for S3 and DynamoDB; use an interface endpoint for an endpoint service.'
  if (has('vpc-endpoint-service') && has('load-balancer')) return 'An endpoint service stands in front of network or gateway load balancers.'
  if (has('aws-public-services') && !has('customer-gateway', 'direct-connect-connection', 'direct-connect-lag')) return 'A public virtual interface leads to AWS public services; draw it from a device or a Direct Connect connection.'
  if (has('core-network') && has('transit-gateway')) return 'Peering of transit gateways with a core network is not in the catalogue; attach the VPCs themselves.'
  return joinedAlready(displayName(a), displayName(b))
}

function joinedAlready(a: string, b: string): string {
  return `No link joins ${a} and ${b}, or they are joined already.`
}
