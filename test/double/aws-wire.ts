// JSON as the SDK shows it, written in the XML of EC2's query protocol. The names are those of the EC2 API reference.

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Lists and members whose name on the wire is not their own with a small first letter. */
const WIRE: Readonly<Record<string, string>> = {
  Vpcs: 'vpcSet', Subnets: 'subnetSet', AvailabilityZones: 'availabilityZoneInfo', RouteTables: 'routeTableSet', InternetGateways: 'internetGatewaySet', NatGateways: 'natGatewaySet',
  Addresses: 'addressesSet', NetworkInterfaces: 'networkInterfaceSet', Reservations: 'reservationSet', Instances: 'instancesSet', SecurityGroups: 'securityGroupInfo', NetworkAcls: 'networkAclSet',
  PrefixLists: 'prefixListSet', ManagedPrefixLists: 'prefixListSet', VpcPeeringConnections: 'vpcPeeringConnectionSet', VpcEndpoints: 'vpcEndpointSet', VpnGateways: 'vpnGatewaySet',
  CustomerGateways: 'customerGatewaySet', VpnConnections: 'vpnConnectionSet', TransitGateways: 'transitGatewaySet', Tags: 'tagSet', Associations: 'associationSet', Routes: 'routeSet',
  PropagatingVgws: 'propagatingVgwSet', Attachments: 'attachmentSet', NatGatewayAddresses: 'natGatewayAddressSet', Groups: 'groupSet', PrivateIpAddresses: 'privateIpAddressesSet',
  Ipv6Addresses: 'ipv6AddressesSet', Entries: 'entrySet', Cidrs: 'cidrSet', RouteTableIds: 'routeTableIdSet', NetworkInterfaceIds: 'networkInterfaceIdSet', TunnelOptions: 'tunnelOptionSet', IkeVersions: 'ikeVersionSet',
  Phase1EncryptionAlgorithms: 'phase1EncryptionAlgorithmSet', Phase1IntegrityAlgorithms: 'phase1IntegrityAlgorithmSet', Phase1DHGroupNumbers: 'phase1DHGroupNumberSet',
  Phase2EncryptionAlgorithms: 'phase2EncryptionAlgorithmSet', Phase2IntegrityAlgorithms: 'phase2IntegrityAlgorithmSet', Phase2DHGroupNumbers: 'phase2DHGroupNumberSet',
  VpcAttachments: 'attachments', UserIdGroupPairs: 'groups', IsDefault: 'isDefault',
}

/** The same within a parent: the answer's list, or the list that the item is in. */
const WIRE_WITHIN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Instances: { SecurityGroups: 'groupSet', State: 'instanceState' },
  SecurityGroups: { Description: 'groupDescription' },
  NetworkAcls: { IsDefault: 'default' },
  VpnConnections: { Routes: 'routes' },
  AvailabilityZones: { State: 'zoneState' },
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

function element(name: string, parent: string, value: Json): string {
  const tag = WIRE_WITHIN[parent]?.[name] ?? WIRE[name] ?? name.charAt(0).toLowerCase() + name.slice(1)
  return `<${tag}>${Array.isArray(value) ? value.map((item: Json) => `<item>${content(item, name)}</item>`).join('') : content(value, name)}</${tag}>`
}

function content(value: Json, parent: string): string {
  if (typeof value !== 'object' || value === null) return escaped(String(value ?? ''))
  return Object.entries(value).map(([key, child]) => element(key, parent, child)).join('')
}

/** The body of a successful answer. */
export function queryAnswer(action: string, answer: Readonly<Record<string, Json>>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${content(answer, '')}</${action}Response>`
}

/** The body of a refusal. */
export function queryError(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error></Errors><RequestID>r</RequestID></Response>`
}
