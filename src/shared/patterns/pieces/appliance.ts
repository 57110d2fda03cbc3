import type { ResourceId } from '../../model/id.ts'
import { formatAddress } from '../../net/address.ts'
import { addressAt, parsePrefix } from '../../net/prefix.ts'
import type { DrawnOpenVpc, DrawnSubnet } from './internet.ts'
import { drawSecurityGroup, ipsecFrom } from './security-group.ts'
import type { Sheet } from './sheet.ts'
import type { DrawnVpc } from './vpc.ts'

/** A router on EC2. */
export interface DrawnAppliance {
  readonly id: ResourceId
  readonly asn: number
}

/** The host with the number in a block, clear of the addresses that AWS keeps (F-ADDR-6). */
export function hostOf(block = '', number = 0): string | undefined {
  const prefix = parsePrefix(block)
  const address = prefix && addressAt(prefix, BigInt(10 + number))
  return address && formatAddress(address)
}

/** What an appliance needs to know before it is drawn. */
export interface ApplianceSite {
  readonly wanted: string
  readonly vpc: DrawnVpc
  readonly subnet: DrawnSubnet
  readonly asn: number
  /** Its own public address. */
  readonly address: string | undefined
  /** Public addresses of the far ends of its tunnels; undefined when not known. */
  readonly peers: readonly (string | undefined)[]
  /** Empty: the blocks of its VPC. */
  readonly announced?: readonly string[]
}

/** Draws a VPN appliance: an elastic IP, no source/destination check, and a security group for IPsec and for what its VPC sends through it. */
export function drawAppliance(sheet: Sheet, { wanted, vpc, subnet, asn, address, peers, announced = [] }: ApplianceSite): DrawnAppliance {
  const group = drawSecurityGroup(sheet, vpc, 'VPN appliance group 1', [...ipsecFrom(peers), { protocol: '-1', from: [vpc.block] }])
  const { id } = sheet.add('instance', wanted, {
    SubnetId: subnet.id,
    PrivateIpAddress: hostOf(subnet.block),
    ...(address === undefined ? {} : { PublicIpAddress: address }),
    SecurityGroupIds: [group],
    SourceDestCheck: false,
    role: 'vpn-appliance',
    BgpAsn: asn,
    announcedPrefixes: announced,
  })
  return { id, asn }
}

/** Draws a monitor that moves routes between the appliances of a VPC, beside the first of them; it calls AWS over the internet gateway. */
export function drawMonitor(sheet: Sheet, vpc: DrawnOpenVpc, appliances: readonly DrawnAppliance[], address: string | undefined): void {
  const [subnet] = vpc.open
  sheet.add('instance', 'VPN monitor', {
    SubnetId: subnet.id,
    PrivateIpAddress: hostOf(subnet.block, 1),
    ...(address === undefined ? {} : { PublicIpAddress: address }),
    SecurityGroupIds: [drawSecurityGroup(sheet, vpc, 'VPN monitor group', [])],
    role: 'vpn-monitor',
    watches: appliances.map(({ id }) => id),
    restoresRoutes: 'when-all-work',
    repairs: true,
  })
}

/** Draws a software VPN with BGP between two routers. */
export function drawSoftwareVpn(sheet: Sheet, near: ResourceId, far: ResourceId): void {
  sheet.add('software-vpn', 'Software VPN 1', { near, far })
}
