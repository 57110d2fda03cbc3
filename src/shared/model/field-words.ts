const CAPITALS: Readonly<Record<string, string>> = {
  acl: 'ACL',
  asn: 'ASN',
  aws: 'AWS',
  bgp: 'BGP',
  cidr: 'CIDR',
  dns: 'DNS',
  icmp: 'ICMP',
  id: 'ID',
  ids: 'IDs',
  ip: 'IP',
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  isp: 'ISP',
  mbps: 'Mbps',
  mtu: 'MTU',
  nat: 'NAT',
  vgws: 'VGWs',
  vlan: 'VLAN',
  vpc: 'VPC',
  vpn: 'VPN',
}

/** Fields whose AWS name says less than people do. */
const NAMES: Readonly<Record<string, string>> = {
  CidrIp: 'CIDR',
  CidrIpv6: 'CIDR',
  DestinationCidrBlock: 'IPv4 destination',
  DestinationIpv6CidrBlock: 'IPv6 destination',
  Egress: 'Outbound',
  FromPort: 'From port (ICMP: type)',
  IcmpTypeCode: 'ICMP type and code',
  IpProtocol: 'Protocol',
  IpRanges: 'IPv4 ranges',
  Ipv6Ranges: 'IPv6 ranges',
  PrefixListIds: 'Prefix lists',
  RuleAction: 'Action',
  ToPort: 'To port (ICMP: code)',
  UserIdGroupPairs: 'Security groups',
  targetAwsId: 'Target AWS ID',
}

/**
 * A field's own name as people read it, for fields that carry no label.
 * @example wordsOf('Ipv6CidrBlock') // 'IPv6 CIDR block'
 */
export function wordsOf(name: string): string {
  const known = NAMES[name]
  if (known !== undefined) return known
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => CAPITALS[word.toLowerCase()] ?? word.toLowerCase())
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
