import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Found, ImportContext } from '../context.ts'
import { cidrIn, nameOf } from '../fields.ts'
import { associations, propagations, staticRoutes, type TableRouteItem, transitGatewayRouteTables, transitGateways } from '../items/transit-gateway.ts'
import { AttachmentIndex } from '../tgw-attachments.ts'

type Route = ResourceOf<'transit-gateway-route-table'>['Routes'][number]
type Table = Found<Parameters<typeof transitGatewayRouteTables.identify>[0]>

function readRoute(item: TableRouteItem, gateway: string, index: AttachmentIndex, table: Table, context: ImportContext): Route | undefined {
  const DestinationCidrBlock = cidrIn(item.DestinationCidrBlock)
  if (item.Type === 'propagated' || item.State === 'deleting' || item.State === 'deleted' || !DestinationCidrBlock) return undefined
  if (item.TransitGatewayAttachments.length === 0) return { DestinationCidrBlock, blackhole: true }
  const attachment = item.TransitGatewayAttachments.flatMap((entry) => index.find(entry, gateway)?.id ?? [])[0]
  if (!attachment) context.note(table, `the static route to ${DestinationCidrBlock} leads to ${item.TransitGatewayAttachments[0]?.TransitGatewayAttachmentId ?? 'an attachment'}, which is not in the import or not modelled yet`)
  return { DestinationCidrBlock, ...(attachment ? { attachment } : {}) }
}

/** Attachments that a table serves, or learns from: as listed; for the default table of a gateway without any list, all of them. */
function joined(table: Table, index: AttachmentIndex, context: ImportContext, what: 'associations' | 'propagations'): ResourceId[] {
  const gateway = context.find(transitGateways, table.item.TransitGatewayId, table)
  const all = index.of(table.item.TransitGatewayId ?? '')
  const siblings = context.all(transitGatewayRouteTables).filter(({ item }) => item.TransitGatewayId === table.item.TransitGatewayId)
  const listOf = ({ awsId }: Table) => (what === 'associations' ? context.find(associations, awsId)?.item.Associations : context.find(propagations, awsId)?.item.TransitGatewayRouteTablePropagations)
  const fromAttachments = what === 'associations' ? all.filter((attachment) => attachment.table === table.awsId) : []
  const listed = (listOf(table) ?? []).filter((entry) => entry.State !== 'disabled' && entry.State !== 'disabling' && entry.State !== 'disassociated').flatMap((entry) => index.find(entry, table.item.TransitGatewayId ?? '') ?? [])
  const isSaid = siblings.some((sibling) => listOf(sibling) !== undefined) || (what === 'associations' && all.some((attachment) => attachment.table !== undefined))
  if (isSaid) return [...new Set([...fromAttachments, ...listed].map((attachment) => attachment.id))]
  const options = gateway?.item.Options
  const isOn = (what === 'associations' ? options?.DefaultRouteTableAssociation : options?.DefaultRouteTablePropagation) !== 'disable'
  const named = what === 'associations' ? options?.AssociationDefaultRouteTableId : options?.PropagationDefaultRouteTableId
  const isDefault = named === undefined ? (what === 'associations' ? table.item.DefaultAssociationRouteTable : table.item.DefaultPropagationRouteTable) === true || siblings.length === 1 : named === table.awsId
  if (!isOn || !isDefault || all.length === 0) return []
  context.note(table.lines.length > 0 || !gateway ? table : gateway, `assumed: ${what} of ${table.awsId} are those of a default table (all attachments), because the import has no list of them`)
  return all.map((attachment) => attachment.id)
}

/** True when the import lists what propagates into any table of the same gateway. */
function siblingsSay(table: Table, context: ImportContext): boolean {
  return context.all(transitGatewayRouteTables).some((other) => other.item.TransitGatewayId === table.item.TransitGatewayId && context.find(propagations, other.awsId) !== undefined)
}

/** Transit gateway route tables with their associations, propagations and static routes. */
export function importTransitGatewayRouteTables(context: ImportContext): void {
  const index = new AttachmentIndex(context)
  for (const found of context.all(transitGatewayRouteTables)) {
    const gateway = found.item.TransitGatewayId ?? ''
    const TransitGatewayId = context.ref(transitGateways, gateway, found)
    if (TransitGatewayId === undefined) {
      context.skip(found, context.missing('transit gateway', gateway))
      continue
    }
    const routes = context.find(staticRoutes, found.awsId)
    const Associations = joined(found, index, context, 'associations')
    const Propagations = joined(found, index, context, 'propagations')
    const isUnread = context.all(staticRoutes).length === 0 || (Propagations.length === 0 && !siblingsSay(found, context))
    if (isUnread) context.note(found, `the import has no list of its ${context.all(staticRoutes).length > 0 ? 'propagations' : 'static routes'}: where it has no route, the answer is "cannot tell"`)
    if (routes?.item.AdditionalRoutesAvailable === true) context.note(found, 'the answer lists only a part of its routes')
    context.put('transit-gateway-route-table', found, {
      name: nameOf(found, found.item.Tags),
      TransitGatewayId,
      Associations,
      Propagations,
      Routes: (routes?.item.Routes ?? []).flatMap((route) => readRoute(route, gateway, index, found, context) ?? []),
      ...(isUnread ? { routesUnread: true } : {}),
    })
  }
}
