/** Families of rules by folder, in words. */
export const FAMILY_LABELS: Readonly<Record<string, string>> = {
  addressing: 'Addressing',
  architecture: 'Architecture',
  availability: 'Availability',
  'client-vpn': 'Client VPN',
  cloudformation: 'CloudFormation',
  cost: 'Cost',
  'direct-connect': 'Direct Connect',
  edge: 'Internet edge and filters',
  intents: 'Intents',
  peering: 'VPC peering',
  'private-link': 'PrivateLink and endpoints',
  routing: 'Routing',
  'software-vpn': 'Software VPN and appliances',
  'transit-gateway': 'Transit Gateway',
  vpn: 'Site-to-Site VPN',
}
