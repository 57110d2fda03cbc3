import type { Design } from '../../../../src/shared/document/design.ts'
import { importSnapshot } from '../../../../src/shared/import/import-snapshot.ts'
import { readDumpTexts } from '../../../../src/shared/import/dump-file.ts'
import { laidOut } from './designs.ts'

const OWNER = '111111111111'
const tags = (name: string) => [{ Key: 'Name', Value: name }]

/** The answers of an account with VPCs of two zones behind a transit gateway; every third also has a VGW with a VPN, every fourth a peering. */
function answersOf(region: string, vpcs: number, offset: number): Readonly<Record<string, unknown>>[] {
  const each = <T>(make: (name: string, at: number) => T | T[]): T[] => Array.from({ length: vpcs }, (_, at) => make(`${region}-${at}`, at)).flat() as T[]
  const block = (at: number, subnet?: number) => (subnet === undefined ? `10.${offset + at}.0.0/16` : `10.${offset + at}.${subnet}.0/24`)
  return [
    { Vpcs: each((name, at) => ({ VpcId: `vpc-${name}`, CidrBlock: block(at), OwnerId: OWNER, State: 'available', Tags: tags(`team ${at}`) })) },
    { Subnets: each((name, at) => ['a', 'b'].map((zone, place) => ({ SubnetId: `subnet-${name}-${zone}`, VpcId: `vpc-${name}`, CidrBlock: block(at, place), AvailabilityZone: `${region}${zone}`, OwnerId: OWNER, State: 'available', Tags: tags(`team ${at} ${zone}`) }))) },
    { RouteTables: each((name) => ({ RouteTableId: `rtb-${name}`, VpcId: `vpc-${name}`, OwnerId: OWNER, Associations: [{ Main: true, RouteTableAssociationId: `assoc-${name}`, AssociationState: { State: 'associated' } }], Routes: [], Tags: [] })) },
    { InternetGateways: each((name, at) => (at % 2 ? [] : [{ InternetGatewayId: `igw-${name}`, OwnerId: OWNER, Attachments: [{ State: 'available', VpcId: `vpc-${name}` }], Tags: [] }])) },
    { Reservations: each((name, at) => ({ ReservationId: `r-${name}`, OwnerId: OWNER, Instances: Array.from({ length: at % 4 }, (_, host) => ({ InstanceId: `i-${name}-${host}`, SubnetId: `subnet-${name}-a`, VpcId: `vpc-${name}`, PrivateIpAddress: `10.${offset + at}.0.${10 + host}`, SourceDestCheck: true, State: { Name: 'running' }, SecurityGroups: [], Tags: tags(`host ${host}`) })) })) },
    { TransitGateways: [{ TransitGatewayId: `tgw-${region}`, OwnerId: OWNER, State: 'available', Options: { AmazonSideAsn: 64700 + offset }, Tags: tags('hub') }] },
    { TransitGatewayVpcAttachments: each((name) => ({ TransitGatewayAttachmentId: `tgw-attach-${name}`, TransitGatewayId: `tgw-${region}`, VpcId: `vpc-${name}`, SubnetIds: [`subnet-${name}-a`], State: 'available', Tags: tags(`to ${name}`) })) },
    { VpnGateways: each((name, at) => (at % 3 ? [] : [{ VpnGatewayId: `vgw-${name}`, AmazonSideAsn: 64900 + offset + at, State: 'available', VpcAttachments: [{ State: 'attached', VpcId: `vpc-${name}` }], Tags: [] }])) },
    { CustomerGateways: each((name, at) => (at % 3 ? [] : [{ CustomerGatewayId: `cgw-${name}`, IpAddress: `192.0.2.${offset + at}`, BgpAsn: '65010', State: 'available', Tags: tags(`router ${name}`) }])) },
    { VpnConnections: each((name, at) => (at % 3 ? [] : [{ VpnConnectionId: `vpn-${name}`, CustomerGatewayId: `cgw-${name}`, VpnGatewayId: `vgw-${name}`, State: 'available', Type: 'ipsec.1', Options: { StaticRoutesOnly: false }, Routes: [], Tags: tags(`vpn ${name}`) }])) },
    { VpcPeeringConnections: each((name, at) => (at % 4 || at + 2 >= vpcs ? [] : [{ VpcPeeringConnectionId: `pcx-${name}`, RequesterVpcInfo: { VpcId: `vpc-${name}`, OwnerId: OWNER, Region: region }, AccepterVpcInfo: { VpcId: `vpc-${region}-${at + 2}`, OwnerId: OWNER, Region: region }, Status: { Code: 'active' }, Tags: [] }])) },
  ]
}

/** A design imported from the answers of two Regions, more than 300 resources, laid out. */
export function importedDesign(): Design {
  const files = [['eu-west-1', 24, 0], ['us-east-1', 12, 100]].flatMap(([region, vpcs, offset]) =>
    answersOf(String(region), Number(vpcs), Number(offset)).map((answer, at) => ({ path: `${OWNER}/${region}/${at}.json`, text: JSON.stringify(answer) })),
  )
  const dump = readDumpTexts(files)
  if (!dump.ok) throw new Error(JSON.stringify(dump.problems))
  return laidOut(importSnapshot({ sources: dump.value.sources }, 'import', dump.value.warnings).design)
}
