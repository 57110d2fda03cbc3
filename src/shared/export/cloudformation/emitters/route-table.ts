import { displayName } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { attachedVpcs, attachmentId } from '../attachment.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, nameTags } from '../emitter.ts'
import { prefixWord } from '../names.ts'
import { routeTarget } from '../route.ts'
import { refTo, type Properties } from '../value.ts'

type Table = ResourceOf<'route-table'>
type Route = Table['Routes'][number]

const isMain = (table: Table) => table.Associations.some((association) => association.Main === true)

/** Subnets of the table: those that name it, and for the main table those that name none, since CloudFormation cannot set a main table. */
function subnetsOf(table: Table, to: Emission): ResourceId[] {
  return to.index.childrenOf('subnet', table.VpcId).filter((subnet) => to.index.routeTableOf(subnet)?.id === table.id).map((subnet) => subnet.id)
}

function emitAssociations(table: Table, to: Emission): void {
  const key = { RouteTableId: refTo(to.names.of(table.id)) }
  const served = subnetsOf(table, to)
  for (const subnet of served) to.add(to.names.part(table.id, `Serves${to.names.of(subnet)}`), 'AWS::EC2::SubnetRouteTableAssociation', { ...key, SubnetId: to.ref(subnet) })
  for (const { SubnetId, GatewayId } of table.Associations) {
    if (SubnetId !== undefined && !served.includes(SubnetId)) to.skip(table, `its association of ${SubnetId} is left out: the subnet has another table, or is in another VPC`)
    const gateway = GatewayId === undefined ? undefined : to.index.get(GatewayId)
    if (gateway?.kind !== 'internet-gateway' && gateway?.kind !== 'vpn-gateway') continue
    const id = to.names.part(table.id, `Serves${to.names.of(gateway.id)}`)
    const holder = to.index.edgeTableOf(gateway.id)
    if (holder && holder.id !== table.id) to.skip(table, `its association of ${displayName(gateway)} is left out: ${displayName(holder)} has it, and a gateway has one table`)
    else if (!attachedVpcs(gateway).includes(table.VpcId)) to.skip(table, `its association of ${displayName(gateway)} is left out: the gateway is not attached to the VPC`)
    else to.add(id, 'AWS::EC2::GatewayRouteTableAssociation', { ...key, GatewayId: to.ref(gateway.id) }, [attachmentId(to, gateway.id, table.VpcId)])
  }
  if (isMain(table)) to.manual(`Make ${displayName(table)} the main route table of its VPC in the console if later subnets shall use it: CloudFormation cannot, so every subnet of the design is associated with its table explicitly.`)
}

function destinationOf(route: Route, to: Emission): { readonly properties: Properties; readonly text: string; readonly word: string } | undefined {
  const { DestinationCidrBlock: ipv4, DestinationIpv6CidrBlock: ipv6, DestinationPrefixListId: list } = route
  if ([ipv4, ipv6, list].filter((one) => one !== undefined).length !== 1) return undefined
  if (list !== undefined) return { properties: { DestinationPrefixListId: to.ref(list) }, text: list, word: to.names.of(list) }
  const text = canonical(ipv4 ?? ipv6 ?? '')
  return { properties: { [ipv4 === undefined ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: text }, text, word: prefixWord(text) }
}

function emitRoute(table: Table, route: Route, seen: Set<string>, to: Emission): void {
  const target = to.index.get(route.target)
  if (target?.kind === 'vpc-endpoint') return
  const destination = destinationOf(route, to)
  if (!destination) return to.skip(table, 'a route is left out: it needs exactly one destination')
  const leave = (reason: string) => to.skip(table, `the route for ${destination.text} is left out: ${reason}`)
  if (!target) return leave(`its target${route.targetAwsId === undefined ? '' : ` ${route.targetAwsId}`} is not in the design`)
  if (seen.has(destination.text)) return leave('the table has one for it already')
  const vpc = to.index.getOf('vpc', table.VpcId)
  if ([...(vpc?.CidrBlocks ?? []), ...(vpc?.Ipv6CidrBlocks ?? [])].some((block) => canonical(block) === destination.text)) {
    return to.manual(`Replace the local route ${destination.text} of route table ${displayName(table)} by one to ${displayName(target)} (aws ec2 replace-route): AWS makes it, so a template cannot.`)
  }
  const led = routeTarget(target, table.VpcId, to)
  if (!led) return
  if ('refused' in led) return leave(led.refused)
  seen.add(destination.text)
  to.add(to.names.part(table.id, `To${destination.word}`), 'AWS::EC2::Route', { RouteTableId: refTo(to.names.of(table.id)), ...destination.properties, ...led.properties }, led.dependsOn)
}

/** A route table with associations, routes and propagation (F-CFN-24 to F-CFN-27, F-CFN-49). */
export const routeTable = defineEmitter({
  kind: 'route-table',
  emit(table, to) {
    const id = to.names.of(table.id)
    to.add(id, 'AWS::EC2::RouteTable', { VpcId: to.ref(table.VpcId), Tags: nameTags(table.name) })
    emitAssociations(table, to)
    const seen = new Set<string>()
    for (const route of table.Routes) emitRoute(table, route, seen, to)
    for (const gateway of new Set(table.PropagatingVgws)) {
      const vgw = to.index.getOf('vpn-gateway', gateway)
      if (!vgw || !attachedVpcs(vgw).includes(table.VpcId)) to.skip(table, `propagation from ${gateway} is left out: the gateway is not attached to the VPC`)
      else to.add(to.names.part(table.id, `Learns${to.names.of(gateway)}`), 'AWS::EC2::VPNGatewayRoutePropagation', { RouteTableIds: [refTo(id)], VpnGatewayId: to.ref(gateway) }, [attachmentId(to, gateway, table.VpcId)])
    }
  },
})
