import type { ImportContext } from '../context.ts'
import { cidrIn, nameOf, oneOf, placeFieldsOf, unique } from '../fields.ts'
import { transitGatewayRouteTables, transitGateways } from '../items/transit-gateway.ts'

const SWITCH = ['enable', 'disable'] as const

/** Transit gateways. Options that an answer lacks are AWS's defaults. */
export function importTransitGateways(context: ImportContext): void {
  for (const found of context.all(transitGateways)) {
    const { Options: options, Tags } = found.item
    const tables = context.all(transitGatewayRouteTables).filter(({ item }) => item.TransitGatewayId === found.awsId)
    const table = (named: string | undefined, isDefault: 'DefaultAssociationRouteTable' | 'DefaultPropagationRouteTable') =>
      context.ref(transitGatewayRouteTables, named, found) ?? tables.find(({ item }) => item[isDefault] === true)?.id
    if (options?.AmazonSideAsn === undefined) context.note(found, 'assumed: its Amazon side ASN is 64512, because the answer does not say')
    context.put('transit-gateway', found, {
      name: nameOf(found, Tags),
      ...placeFieldsOf(found),
      AmazonSideAsn: options?.AmazonSideAsn ?? 64_512,
      TransitGatewayCidrBlocks: unique((options?.TransitGatewayCidrBlocks ?? []).map((block) => cidrIn(block))),
      VpnEcmpSupport: oneOf(options?.VpnEcmpSupport, SWITCH) ?? 'enable',
      DefaultRouteTableAssociation: oneOf(options?.DefaultRouteTableAssociation, SWITCH) ?? 'enable',
      DefaultRouteTablePropagation: oneOf(options?.DefaultRouteTablePropagation, SWITCH) ?? 'enable',
      SecurityGroupReferencingSupport: oneOf(options?.SecurityGroupReferencingSupport, SWITCH),
      MulticastSupport: options?.MulticastSupport === 'enable' ? 'enable' : undefined,
      EncryptionSupport: options?.EncryptionSupport?.EncryptionState === 'enabled' ? 'enable' : undefined,
      AssociationDefaultRouteTableId: table(options?.AssociationDefaultRouteTableId, 'DefaultAssociationRouteTable'),
      PropagationDefaultRouteTableId: table(options?.PropagationDefaultRouteTableId, 'DefaultPropagationRouteTable'),
    })
  }
}

/**
 * A transit gateway whose tables no answer lists (its owner alone sees them) gets its default table back: without one
 * nothing that is attached could send.
 */
export function addDefaultTables(context: ImportContext): void {
  for (const found of context.all(transitGateways)) {
    const { Options: options } = found.item
    if (context.all(transitGatewayRouteTables).some(({ item }) => item.TransitGatewayId === found.awsId)) continue
    if ((options?.DefaultRouteTableAssociation ?? 'enable') !== 'enable') {
      context.note(found, 'its route tables are not in the import: nothing is known of what it routes')
      continue
    }
    const awsId = (options?.AssociationDefaultRouteTableId || `${found.awsId}-default-table`).slice(0, 120)
    context.add(transitGatewayRouteTables, awsId, transitGatewayRouteTables.schema.parse({ TransitGatewayRouteTableId: awsId, TransitGatewayId: found.awsId, DefaultAssociationRouteTable: true, DefaultPropagationRouteTable: true }), found.region === undefined ? {} : { region: found.region })
    context.note(found, 'assumed: its route tables are not in the import, so one default table serves all its attachments')
  }
}
