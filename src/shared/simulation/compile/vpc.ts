import type { ResourceOf } from '../../model/index.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import type { ResourceId } from '../../model/id.ts'
import type { VpcFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'

/** Every block of a VPC, IPv4 and IPv6: each is a `local` route of all its tables (F-RT-5). */
export const vpcPrefixes = (vpc: ResourceOf<'vpc'> | undefined) => (vpc ? parsePrefixes([...vpc.CidrBlocks, ...vpc.Ipv6CidrBlocks]) : [])

/** Compiles a VPC. Of several gateways of a kind (R-RT-05) the first by id counts. */
export function compileVpc(vpc: ResourceOf<'vpc'>, view: ReadingView): VpcFragment {
  const subnets = view.childrenOf('subnet', vpc.id)
  const subnetByAddress = new PrefixTable<ResourceId>()
  for (const subnet of subnets) {
    for (const cidr of [subnet.CidrBlock, subnet.Ipv6CidrBlock]) {
      const prefix = cidr === undefined ? undefined : parsePrefix(cidr)
      if (prefix) subnetByAddress.add(prefix, subnet.id)
    }
  }
  return {
    kind: 'vpc',
    prefixes: vpcPrefixes(vpc),
    subnets: subnets.map((subnet) => subnet.id),
    subnetByAddress,
    internetGateway: view.referrersOf('internet-gateway', vpc.id)[0]?.id,
    vpnGateway: view.referrersOf('vpn-gateway', vpc.id)[0]?.id,
    attachments: new Map([
      ...view.referrersOf('transit-gateway-vpc-attachment', vpc.id).map((attachment) => [attachment.TransitGatewayId, attachment.id] as const),
      ...view.referrersOf('core-network-attachment', vpc.id).map((attachment) => [attachment.CoreNetworkId, attachment.id] as const),
    ]),
  }
}
