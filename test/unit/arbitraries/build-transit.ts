import type { ResourceId } from '../../../src/shared/model/id.ts'
import type { Builder } from './build.ts'
import type { TransitPlan } from './plan.ts'

/** Adds the transit gateway and the attachments of the VPCs in its Region; tables follow once every attachment is known. */
export function addTransitGateway(builder: Builder, plan: TransitPlan): void {
  const onOff = (on: boolean) => (on ? 'enable' : 'disable')
  const id = builder.add('transit-gateway', 'tgw', {
    ...builder.place('us-east-1'),
    AmazonSideAsn: 64_600,
    TransitGatewayCidrBlocks: [],
    VpnEcmpSupport: onOff(plan.ecmp),
    DefaultRouteTableAssociation: onOff(plan.defaultAssociation),
    DefaultRouteTablePropagation: onOff(plan.defaultPropagation),
  })
  builder.transitGateway = id
  for (const [index, vpc] of builder.vpcs.entries()) {
    if (!builder.plan.vpcs[index]?.transitGateway || vpc.region !== 'us-east-1') continue
    const perZone = [...new Map(vpc.subnets.map((subnet) => [subnet.zone, subnet.id])).values()]
    vpc.attachment = builder.add('transit-gateway-vpc-attachment', `tgw-vpc${index}`, {
      TransitGatewayId: id,
      VpcId: vpc.id,
      SubnetIds: perZone,
      ...(plan.applianceMode ? { ApplianceModeSupport: 'enable' } : {}),
    })
    builder.attachments.push({ id: vpc.attachment, prefixes: vpc.cidrs, learned: true })
  }
}

/** Adds the transit gateway's route tables: the first serves and learns from all, a second one takes every other attachment. */
export function addTransitTables(builder: Builder, plan: TransitPlan, gateway: ResourceId): void {
  const tables = Array.from({ length: plan.tables }, (_, index) => ({ Associations: [] as ResourceId[], Propagations: [] as ResourceId[], Routes: [] as Record<string, unknown>[], name: `tgw-rt${index}` }))
  for (const [number, attachment] of builder.attachments.entries()) {
    const own = tables[number % tables.length]
    own?.Associations.push(attachment.id)
    for (const table of tables) {
      if (plan.isolated && table === own) continue
      if (attachment.learned) table.Propagations.push(attachment.id)
      else table.Routes.push(...attachment.prefixes.map((DestinationCidrBlock) => ({ DestinationCidrBlock, attachment: attachment.id })))
    }
  }
  const first = builder.attachments[0]
  if (plan.defaultRoute && first) tables[0]?.Routes.push({ DestinationCidrBlock: '0.0.0.0/0', attachment: first.id })
  if (plan.blackhole) tables[0]?.Routes.push({ DestinationCidrBlock: '192.168.0.0/25', blackhole: true })
  const ids = tables.map(({ name, Routes, ...table }) => {
    const seen = new Set<unknown>()
    const unique = Routes.filter(({ DestinationCidrBlock }) => !seen.has(DestinationCidrBlock) && seen.add(DestinationCidrBlock))
    return builder.add('transit-gateway-route-table', name, { TransitGatewayId: gateway, ...table, Routes: unique })
  })
  Object.assign(builder.resources[gateway] ?? {}, {
    ...(plan.defaultAssociation ? { AssociationDefaultRouteTableId: ids[0] } : {}),
    ...(plan.defaultPropagation ? { PropagationDefaultRouteTableId: ids[0] } : {}),
  })
}
