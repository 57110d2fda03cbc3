import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Builder, BuiltVpc } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at, change, deviceOf, edgeOf, perZone, sitesOf } from './ground.ts'

type RemotePlan = NonNullable<ExtrasPlan['remote']>

const RULES = {
  all: [{ DestinationCidr: '0.0.0.0/0' }],
  inside: [{ DestinationCidr: '10.0.0.0/8' }],
  group: [{ DestinationCidr: '10.0.0.0/8', AccessGroupId: 'staff' }, { DestinationCidr: '192.168.0.0/16', AccessGroupId: 'admins' }, { DestinationCidr: '10.0.0.0/16', AccessGroupId: 'staff' }],
  none: [],
}

/** People who dial in: to a Client VPN endpoint, a server on EC2 or a device of a site, with a directory to ask. */
export function addRemote(builder: Builder, plan: RemotePlan): void {
  const users = builder.add('user-group', 'travellers', plan.rules === 'group' ? { AccessGroupId: 'staff' } : {})
  const directory = addDirectory(builder, plan)
  for (const [number, way] of plan.ways.entries()) {
    const vpc = at(builder.vpcs, way.vpc)
    const end = { endpoint: addEndpoint, transit: addOnTransit, server: addServer, device: addDevice }[way.how as 'endpoint'](builder, plan, vpc, number, directory)
    if (end) builder.add('remote-access', `dial${number}`, { users, ...end })
  }
}

function addDirectory(builder: Builder, plan: RemotePlan): { readonly directory?: ResourceId } {
  const vpc = at(builder.vpcs, 0)
  const [site] = plan.directory === 'site' ? sitesOf(builder, 1) : []
  const where = {
    none: undefined,
    site: { site: site?.id, IpAddress: (site?.prefixes[0] ?? '').replace(/\.0\/24$/, '.9') },
    subnet: { SubnetId: at(vpc.subnets, 0).id, IpAddress: `${at(vpc.subnets, 0).cidr.replace(/\.\d+\/\d+$/, '')}.90` },
    internet: {},
  }[plan.directory]
  return where ? { directory: builder.add('directory', 'ad', { ...where, port: 636 }) } : {}
}

function addEndpoint(builder: Builder, plan: RemotePlan, vpc: BuiltVpc, number: number, directory: { readonly directory?: ResourceId }): Record<string, ResourceId> {
  const subnets = perZone(vpc, plan.associations)
  const outside = ['10.0.0.0/8', '192.168.0.0/16', ...(plan.associations > 1 ? ['0.0.0.0/0'] : [])]
  const group = plan.securityGroup ? [builder.add('security-group', `dial${number}`, { VpcId: vpc.id, IpPermissions: [], IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }] })] : []
  const id = builder.add('client-vpn-endpoint', `cvpn${number}`, {
    ...builder.place(vpc.region),
    VpcId: vpc.id,
    ClientCidrBlock: `172.24.${number * 4}.0/22`,
    ClientVpnTargetNetworks: subnets.map((SubnetId) => ({ SubnetId })),
    SecurityGroupIds: group,
    Routes: plan.routes ? outside.flatMap((DestinationCidr) => (plan.translates ? subnets.map((TargetSubnet) => ({ DestinationCidr, TargetSubnet })) : [{ DestinationCidr }])) : [],
    AuthorizationRules: RULES[plan.rules],
    authentication: directory.directory ? 'directory' : 'mutual',
    ...directory,
  })
  return { ClientVpnEndpointId: id }
}

function addOnTransit(builder: Builder, plan: RemotePlan, _vpc: BuiltVpc, number: number): Record<string, ResourceId> | undefined {
  const gateway = builder.transitGateway
  if (!gateway) return undefined
  const ClientCidrBlock = `172.24.${100 + number * 4}.0/22`
  const id = builder.add('client-vpn-endpoint', `cvpn-tgw${number}`, { ...builder.place('us-east-1'), TransitGatewayId: gateway, ClientCidrBlock, ClientVpnTargetNetworks: [], SecurityGroupIds: [], Routes: [], AuthorizationRules: RULES[plan.rules], authentication: 'mutual' })
  builder.attachments.push({ id, prefixes: [ClientCidrBlock], learned: true })
  if (plan.routes) for (const vpc of builder.vpcs) if (vpc.attachment) for (const table of vpc.tables) builder.route(table, { DestinationCidrBlock: ClientCidrBlock, target: gateway })
  return { ClientVpnEndpointId: id }
}

function addServer(builder: Builder, plan: RemotePlan, vpc: BuiltVpc, number: number, directory: { readonly directory?: ResourceId }): Record<string, ResourceId> {
  const edge = edgeOf(builder, vpc)
  const clientPool = `172.25.${number}.0/24`
  const server = builder.add('instance', `ras${number}`, {
    SubnetId: edge.id,
    PrivateIpAddress: `${edge.net}.${30 + number}`,
    PublicIpAddress: `198.51.13${number}.${builder.vpcs.indexOf(vpc) + 1}`,
    SecurityGroupIds: [],
    SourceDestCheck: plan.translates,
    role: 'remote-access-server',
    clientPool,
    translatesClients: plan.translates,
    ...directory,
  })
  if (!plan.translates && plan.routes) for (const table of vpc.tables) builder.route(table, { DestinationCidrBlock: clientPool, target: server })
  return { server }
}

function addDevice(builder: Builder, plan: RemotePlan, _vpc: BuiltVpc, number: number): Record<string, ResourceId> {
  const device = deviceOf(builder, number)
  const pool = `192.168.${200 + number}.0/24`
  const own = builder.sites.find(({ devices }) => devices.includes(device))?.prefixes ?? []
  change(builder, device, { remoteUserPool: pool, ...(plan.routes ? { announcedPrefixes: [...own, pool] } : {}) })
  return { device }
}
