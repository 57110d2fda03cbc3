const owner = '111122223333'
const tags = (name: string) => [{ Key: 'Name', Value: name }]

/** The answers of describe calls for one VPC with two subnets, an internet gateway and a VPN to one customer gateway. */
const answers = {
  Vpcs: [{ VpcId: 'vpc-0000000000000001a', CidrBlock: '10.20.0.0/16', OwnerId: owner, State: 'available', IsDefault: false, CidrBlockAssociationSet: [], Tags: tags('Prod') }],
  Subnets: ['a', 'b'].map((zone, index) => ({
    SubnetId: `subnet-000000000000000${index + 1}b`,
    VpcId: 'vpc-0000000000000001a',
    CidrBlock: `10.20.${index}.0/24`,
    AvailabilityZone: `eu-west-1${zone}`,
    AvailabilityZoneId: `euw1-az${index + 1}`,
    OwnerId: owner,
    State: 'available',
    Tags: tags(`app-${zone}`),
  })),
  VpnGateways: [{ VpnGatewayId: 'vgw-0000000000000001c', Type: 'ipsec.1', State: 'available', AmazonSideAsn: 64512, VpcAttachments: [{ VpcId: 'vpc-0000000000000001a', State: 'attached' }], Tags: tags('prod-vgw') }],
  CustomerGateways: [{ CustomerGatewayId: 'cgw-0000000000000001d', Type: 'ipsec.1', State: 'available', BgpAsn: '65010', IpAddress: '203.0.113.10', Tags: tags('hq-router') }],
  VpnConnections: [{
    VpnConnectionId: 'vpn-0000000000000001e',
    Type: 'ipsec.1',
    State: 'available',
    VpnGatewayId: 'vgw-0000000000000001c',
    CustomerGatewayId: 'cgw-0000000000000001d',
    Options: { StaticRoutesOnly: false },
    VgwTelemetry: [],
    Routes: [],
    Tags: tags('hq-vpn'),
  }],
}

/** The dump as files of an account and a Region, one for each call. */
export const smallDump = Object.entries(answers).map(([key, items]) => ({
  name: `${key}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ [key]: items })),
}))
