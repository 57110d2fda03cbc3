import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { rememberEach } from '../readings/remember.ts'
import { destinationText } from '../readings/routes.ts'
import { placeOf, referrersOf } from '../readings/sessions.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

/** The customer's places that the VPN connections of a gateway lead to, with those connections. */
const placesBehind = rememberEach((index: DesignIndex, gateway: ResourceId): ReadonlyMap<ResourceId, readonly Connection[]> => {
  const found = new Map<ResourceId, Connection[]>()
  for (const connection of referrersOf(index, 'vpn-connection', gateway)) {
    const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
    if (device) file(found, placeOf(device), connection)
  }
  return found
})

/** Static routes to a virtual private gateway while a transit gateway of the VPC leads to the same place. */
function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>): Generator<Report> {
  for (const route of table.Routes) {
    const gateway = index.getOf('vpn-gateway', route.target)
    if (!gateway || table.PropagatingVgws.includes(gateway.id)) continue
    const places = placesBehind(index, gateway.id)
    for (const { TransitGatewayId } of places.size === 0 ? [] : referrersOf(index, 'transit-gateway-vpc-attachment', table.VpcId)) {
      const place = [...placesBehind(index, TransitGatewayId).keys()].find((other) => places.has(other))
      if (place === undefined) continue
      const slots = { table: displayName(table), destination: destinationText(index, route), way: displayName(gateway), other: nameOf(index, TransitGatewayId), place: nameOf(index, place) }
      yield { message: 'blind', slots, resources: [table.id, gateway.id, TransitGatewayId], field: 'Routes' }
      break
    }
  }
}

/** Static routes to a VPN attachment while another attachment leads to the same place. */
function* checkTransitTable(index: DesignIndex, table: ResourceOf<'transit-gateway-route-table'>): Generator<Report> {
  const followsTunnels = ({ id, StaticRoutesOnly }: Connection) => !StaticRoutesOnly && table.Propagations.includes(id)
  for (const route of table.Routes) {
    const connection = index.getOf('vpn-connection', route.attachment)
    const device = index.getOf('customer-gateway', connection?.CustomerGatewayId)
    if (!connection || !device) continue
    const all = placesBehind(index, table.TransitGatewayId).get(placeOf(device)) ?? []
    const others = all.filter(({ id }) => id !== connection.id)
    if (others.length === 0 || all.some(followsTunnels)) continue
    const slots = { table: displayName(table), destination: route.DestinationCidrBlock, way: displayName(connection), other: sentence(others.map(displayName)), place: nameOf(index, placeOf(device)) }
    yield { message: 'blind', slots, resources: [table.id, connection.id, ...others.map(({ id }) => id)], field: 'Routes' }
  }
}

export default defineRule({
  id: 'static-route-ignores-health',
  catalogue: 'R-RT-20',
  alsoCovers: ['R-AVL-08'],
  title: 'Static route stays on a VPN that is down although there is another way',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['route-table', 'transit-gateway-route-table'],
  why: 'A static route does not know whether the tunnels behind it are up. It keeps drawing packets into a dead VPN while another connection could carry them.',
  remedy: 'Use BGP and propagation, so that the route goes away with the tunnels.',
  sources: [
    { fact: 'F-RT-26', checked: CHECKED },
    { fact: 'F-TGW-36', checked: CHECKED },
  ],
  messages: { blind: '{table} has a static route for {destination} to {way}, which stays when its tunnels are down; {other} leads to {place} too and is not used then.' },
  checkEach: {
    'route-table': (table, { index }) => checkTable(index, table),
    'transit-gateway-route-table': (table, { index }) => checkTransitTable(index, table),
  },
})
