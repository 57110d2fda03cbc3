import type { ResourceId } from '../../../src/shared/model/id.ts'
import type { Builder, BuiltVpc } from './build.ts'
import { addFilters } from './build-filters.ts'
import type { VpcPlan } from './plan.ts'

/** Adds a VPC with subnets, tables, gateways and hosts. Blocks are 10.<n>.0.0/16, subnets 10.<n>.<m>.0/24, hosts .10 and up. */
export function addVpc(builder: Builder, plan: VpcPlan, index: number): void {
  const name = `vpc${index}`
  const block = plan.overlapping && index > 0 ? index - 1 : index
  const cidrs = [`10.${block}.0.0/16`, ...(plan.secondBlock ? [`100.64.${block}.0/24`] : [])]
  const region = plan.region === 0 ? 'us-east-1' : 'eu-west-1'
  const v6 = `2001:db8:${block}00`
  const place = builder.place(region, plan.account)
  const id = builder.add('vpc', name, { ...place, CidrBlocks: cidrs, Ipv6CidrBlocks: plan.ipv6 ? [`${v6}::/56`] : [] })
  const main = builder.addTable(id, `${name}-main`, true)
  const open = builder.addTable(id, `${name}-public`, false)
  const vpc: BuiltVpc = { id, region, cidrs, subnets: [], main, tables: [main, open] }
  builder.vpcs.push(vpc)
  const filters = addFilters(builder, plan, vpc, name)

  for (const [number, subnet] of plan.subnets.entries()) {
    const zone = `${region}${'abc'[subnet.zone]}`
    const cidr = number === 2 && plan.secondBlock ? `100.64.${block}.0/25` : `10.${block}.${number}.0/24`
    const subnetId = builder.add('subnet', `${name}-s${number}`, {
      VpcId: id,
      CidrBlock: cidr,
      ...(plan.ipv6 && subnet.ipv6 ? { Ipv6CidrBlock: `${v6.slice(0, -2)}0${number}::/64` } : {}),
      AvailabilityZone: zone,
      ...(subnet.public ? { MapPublicIpOnLaunch: true } : {}),
    })
    const table = subnet.public ? open : main
    if (subnet.public || subnet.associated) builder.associate(table, { SubnetId: subnetId })
    vpc.subnets.push({ id: subnetId, zone, cidr, table })
    const base = cidr.replace(/\.\d+\/\d+$/, '.')
    for (let host = 0; host < subnet.hosts; host++) {
      builder.add('instance', `${name}-s${number}-h${host}`, {
        SubnetId: subnetId,
        PrivateIpAddress: `${base}${10 + host}`,
        ...(subnet.public && host === 0 ? { PublicIpAddress: `198.51.${100 + index}.${number + 1}` } : {}),
        SecurityGroupIds: filters.groups,
        SourceDestCheck: true,
      })
    }
    if (subnet.networkInterface) {
      builder.add('network-interface', `${name}-s${number}-eni`, { SubnetId: subnetId, PrivateIpAddress: `${base}40`, SecurityGroupIds: filters.groups, SourceDestCheck: true, Description: 'ELB app/x' })
    }
  }
  filters.associate(vpc)
  addGateways(builder, plan, vpc, name, place)
}

function addGateways(builder: Builder, plan: VpcPlan, vpc: BuiltVpc, name: string, place: Record<string, string>): void {
  const [main, open] = vpc.tables as [ResourceId, ResourceId]
  const first = vpc.subnets[0]
  if (!first) return
  const attached = [{ VpcId: vpc.id }]
  if (plan.internetGateway) {
    vpc.internetGateway = builder.add('internet-gateway', `${name}-igw`, { ...place, Attachments: attached })
    builder.route(open, { DestinationCidrBlock: '0.0.0.0/0', target: vpc.internetGateway })
    if (plan.ipv6) builder.route(open, { DestinationIpv6CidrBlock: '::/0', target: vpc.internetGateway })
  }
  if (plan.nat !== 'none') {
    const regional = plan.nat === 'regional'
    const nat = builder.add('nat-gateway', `${name}-nat`, {
      ...(regional ? { VpcId: vpc.id } : { SubnetId: (vpc.subnets.find((subnet) => subnet.table === open) ?? first).id }),
      ConnectivityType: plan.nat === 'private' ? 'private' : 'public',
      AvailabilityMode: regional ? 'regional' : 'zonal',
      NatGatewayAddresses: plan.nat === 'public' ? [{ PublicIp: `203.0.113.${8 + builder.vpcs.length}` }] : [],
    })
    builder.route(main, { DestinationCidrBlock: plan.nat === 'private' ? '172.16.0.0/12' : '0.0.0.0/0', target: nat })
  }
  if (plan.vpnGateway) {
    vpc.vpnGateway = builder.add('vpn-gateway', `${name}-vgw`, { ...place, AmazonSideAsn: 64512, VpcAttachments: attached })
    if (plan.propagation) for (const table of vpc.tables) Object.assign(builder.resources[table] ?? {}, { PropagatingVgws: [vpc.vpnGateway] })
  }
  if (plan.appliance) {
    const second = vpc.subnets[1] ?? first
    const appliance = builder.add('instance', `${name}-appliance`, {
      SubnetId: first.id,
      PrivateIpAddress: first.cidr.replace(/\.\d+\/\d+$/, '.100'),
      SecurityGroupIds: [],
      SourceDestCheck: false,
      NetworkInterfaces: [{ SubnetId: second.id, PrivateIpAddress: second.cidr.replace(/\.\d+\/\d+$/, '.101'), SecurityGroupIds: [], SourceDestCheck: false }],
    })
    builder.route(main, { DestinationCidrBlock: '172.31.0.0/16', target: appliance })
  }
  if (plan.endpoint) {
    const list = builder.add('prefix-list', `${name}-s3`, { ...place, AddressFamily: 'IPv4', Entries: [{ Cidr: '52.216.0.0/15' }], awsManaged: true, awsId: `pl-63a5400${name.slice(-1)}` })
    builder.add('vpc-endpoint', `${name}-s3`, { VpcId: vpc.id, VpcEndpointType: 'Gateway', ServiceName: `com.amazonaws.${vpc.region}.s3`, RouteTableIds: [main], prefixList: list })
  }
  if (plan.edgeTable && vpc.internetGateway) {
    const edge = builder.addTable(vpc.id, `${name}-edge`, false)
    builder.associate(edge, { GatewayId: vpc.internetGateway })
    const eni = builder.add('network-interface', `${name}-edge-eni`, { SubnetId: first.id, PrivateIpAddress: first.cidr.replace(/\.\d+\/\d+$/, '.200'), SecurityGroupIds: [], SourceDestCheck: false })
    builder.route(edge, { DestinationCidrBlock: (vpc.subnets[1] ?? first).cidr, target: eni })
  }
}
