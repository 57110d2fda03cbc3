import { displayName } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, isIpv6, nameTags } from '../emitter.ts'
import { prefixWord } from '../names.ts'
import { transitAttachmentValue, usesOwnDefaultTable } from '../transit.ts'
import { refTo, type Properties } from '../value.ts'

type Table = ResourceOf<'transit-gateway-route-table'>

/** An attachment has one table: of several that claim it, the first in order of id gets it. */
function claimedElsewhere(table: Table, attachment: ResourceId, to: Emission): Table | undefined {
  const first = to.index.all('transit-gateway-route-table').find((other) => other.Associations.includes(attachment))
  return first === undefined || first.id === table.id ? undefined : first
}

function emitRoutes(table: Table, key: Properties, to: Emission): void {
  const seen = new Set<string>()
  for (const route of table.Routes) {
    const destination = canonical(route.DestinationCidrBlock)
    if (seen.has(destination)) {
      to.skip(table, `a second route for ${destination} is left out: a table holds one`)
      continue
    }
    seen.add(destination)
    const id = to.names.part(table.id, `To${prefixWord(destination)}`)
    if (isIpv6(destination)) {
      to.manual(`Add the IPv6 route ${destination} to transit gateway route table ${displayName(table)} (aws ec2 create-transit-gateway-route): CloudFormation takes IPv4 routes there.`)
    } else if (route.blackhole === true) {
      to.add(id, 'AWS::EC2::TransitGatewayRoute', { ...key, DestinationCidrBlock: destination, Blackhole: true })
    } else if (!to.isExported(route.attachment) || route.attachment === undefined) {
      to.skip(table, `the route for ${destination} is left out: its attachment is gone`)
    } else {
      to.add(id, 'AWS::EC2::TransitGatewayRoute', { ...key, DestinationCidrBlock: destination, TransitGatewayAttachmentId: transitAttachmentValue(route.attachment, to) })
    }
  }
}

/** A transit gateway route table with associations, propagations and static routes (F-CFN-66 to F-CFN-69). */
export const transitGatewayRouteTable = defineEmitter({
  kind: 'transit-gateway-route-table',
  refuse(table, index) {
    const gateway = index.getOf('transit-gateway', table.TransitGatewayId)
    return gateway && usesOwnDefaultTable(index, gateway) ? "it is the transit gateway's own default table, which AWS makes with the gateway" : undefined
  },
  emit(table, to) {
    const id = to.names.of(table.id)
    to.add(id, 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: to.ref(table.TransitGatewayId), Tags: nameTags(table.name) })
    const key = { TransitGatewayRouteTableId: refTo(id) }
    for (const attachment of new Set(table.Associations)) {
      const other = claimedElsewhere(table, attachment, to)
      if (other) to.skip(table, `its association of ${attachment} is left out: ${displayName(other)} has it, and an attachment has one table`)
      else if (to.isExported(attachment)) to.add(to.names.part(table.id, `Serves${to.names.of(attachment)}`), 'AWS::EC2::TransitGatewayRouteTableAssociation', { TransitGatewayAttachmentId: transitAttachmentValue(attachment, to), ...key })
    }
    for (const attachment of new Set(table.Propagations)) {
      if (to.isExported(attachment)) to.add(to.names.part(table.id, `Learns${to.names.of(attachment)}`), 'AWS::EC2::TransitGatewayRouteTablePropagation', { TransitGatewayAttachmentId: transitAttachmentValue(attachment, to), ...key })
    }
    emitRoutes(table, key, to)
  },
})
