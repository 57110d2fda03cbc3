import type { ResourceId } from '../../model/id.ts'
import type { Kind, ResourceOf } from '../../model/index.ts'
import { boxOf, type HolderId } from '../groups.ts'
import type { DesignIndex } from '../query.ts'
import { freeAmazonAsn, freeClientCidr, freeDeviceAsn, freeExampleAddress, freeHostAddress, freeRouterAsn, freeSitePrefix, freeSubnetCidr, freeVpcCidr } from './addresses.ts'
import { zonalSubnets } from './zonal-subnets.ts'

type Fields = Readonly<Record<string, unknown>>

/** Leaves out what could not be chosen. */
const known = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** What a monitor needs: the appliances of its VPC to watch, and in a public subnet an address to call AWS from. */
function monitorFields(index: DesignIndex, subnet: ResourceOf<'subnet'> | undefined): Fields {
  if (!subnet) return {}
  const watches = index.childrenOf('subnet', subnet.VpcId).flatMap(({ id }) => index.childrenOf('instance', id)).filter(({ role }) => role === 'vpn-appliance').map(({ id }) => id)
  const isPublic = index.routeTableOf(subnet)?.Routes.some(({ target }) => index.get(target)?.kind === 'internet-gateway') === true
  return { watches, ...(isPublic ? { PublicIpAddress: freeExampleAddress(index) } : {}) }
}

/** What an instance of the role needs to do its work: routers an ASN, what is called from outside a public address. */
function roleFields(index: DesignIndex, role: unknown, subnet: ResourceId | undefined): Fields {
  if (role === 'vpn-monitor') return monitorFields(index, index.getOf('subnet', subnet))
  if (role === 'vpn-appliance') return { BgpAsn: freeRouterAsn(index), PublicIpAddress: freeExampleAddress(index) }
  if (role === 'remote-access-server') return { clientPool: freeClientCidr(index), PublicIpAddress: freeExampleAddress(index) }
  return {}
}

function endpointFields(index: DesignIndex, vpc: ResourceId | undefined, type: unknown): Fields {
  const region = index.getOf('vpc', vpc)?.Region ?? 'us-east-1'
  const subnets = vpc ? zonalSubnets(index, vpc) : []
  if (type === 'Interface') return { ServiceName: `com.amazonaws.${region}.ec2`, SubnetIds: subnets }
  if (type === 'GatewayLoadBalancer') return { SubnetIds: subnets.slice(0, 1) } // one zone each (F-PL-31)
  return { ServiceName: `com.amazonaws.${region}.s3` }
}

/**
 * Values of a new resource that depend on what the design holds already: free addresses, numbers that must differ, subnets to serve.
 * `form` is what is known of it besides its kind.
 */
export function chosenFields(index: DesignIndex, kind: Kind, holder: HolderId | undefined, form: Fields): Fields {
  const id = holder as ResourceId | undefined
  const Region = holder && boxOf(index, holder)?.Region
  switch (kind) {
    case 'vpc':
      return { CidrBlocks: [freeVpcCidr(index, [], Region)] }
    case 'subnet': {
      const vpc = (holder && boxOf(index, holder)?.VpcId) ?? id
      return { CidrBlock: vpc && freeSubnetCidr(index, vpc) }
    }
    case 'instance':
      return known({ PrivateIpAddress: id && freeHostAddress(index, id), ...roleFields(index, form['role'], id) })
    case 'network-interface':
      return known({ PrivateIpAddress: id && freeHostAddress(index, id) })
    case 'site':
      return { prefixes: [freeSitePrefix(index)] }
    case 'customer-gateway':
      return { BgpAsn: freeDeviceAsn(index, id) }
    case 'vpn-gateway':
    case 'transit-gateway':
    case 'direct-connect-gateway':
    case 'route-server':
      return { AmazonSideAsn: freeAmazonAsn(index) }
    case 'client-vpn-endpoint':
      return { ClientCidrBlock: freeClientCidr(index, [], Region ?? index.getOf('vpc', id)?.Region) }
    case 'load-balancer':
      return { SubnetIds: id ? zonalSubnets(index, id) : [] }
    case 'vpc-endpoint':
      return endpointFields(index, id, form['VpcEndpointType'])
    default:
      return {}
  }
}
