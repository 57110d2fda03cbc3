export { wordsOf } from '../../../shared/model/field-words.ts'

const CHOICES: Readonly<Record<string, string>> = {
  enable: 'Enabled',
  disable: 'Disabled',
  'data-center': 'Data center',
  'aws-client': 'AWS client',
  'sd-wan': 'SD-WAN',
  '7224:7100': '7224:7100 (low)',
  '7224:7200': '7224:7200 (medium)',
  '7224:7300': '7224:7300 (high)',
}

/** How the field writes what enums write small. */
const NAMES: Readonly<Record<string, string>> = {
  bgp: 'BGP', esp: 'ESP', gre: 'GRE', ipsec: 'IPsec', ipv4: 'IPv4', ipv6: 'IPv6', mpls: 'MPLS', nat: 'NAT', openvpn: 'OpenVPN', saml: 'SAML', ssl: 'SSL',
  udp: 'UDP', vpc: 'VPC', vpn: 'VPN', vxlan: 'VXLAN', wireguard: 'WireGuard',
}

/** An enum's value as people read it. */
export function choiceLabel(value: string): string {
  const known = CHOICES[value]
  if (known !== undefined) return known
  const text = value.split('-').map((word) => NAMES[word] ?? word).join(' ')
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
