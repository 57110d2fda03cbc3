import { freeAmazonAsn } from '../../document/commands/addresses.ts'
import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

type Gateway = ResourceOf<'transit-gateway'>

export default defineRule({
  id: 'transit-gateway-asn-shared',
  catalogue: 'R-TGW-12',
  title: 'Transit gateways that meet share an ASN',
  severity: 'warning',
  appliesTo: ['transit-gateway', 'transit-gateway-peering-attachment', 'transit-gateway-connect-peer'],
  why: 'A router drops a route that carries its own ASN as a loop. Transit gateways with one ASN between them cannot pass on each other\'s routes over a common appliance, and peered ones could not be told apart later.',
  remedy: 'Give each transit gateway an ASN of its own before it is peered or gets Connect peers.',
  sources: [{ fact: 'F-TGW-4', checked: CHECKED }],
  messages: {
    peers: '{gateway} and {other} are peered by {way} and share the ASN {asn}.',
    router: '{gateway} and {other} both have Connect peers on {way} and share the ASN {asn}.',
  },
  *check({ index }) {
    let free: number | undefined
    const renumber = (gateway: Gateway): Fix[] => [fix(`Change the ASN of ${displayName(gateway)} to ${(free ??= freeAmazonAsn(index))}`, setField(gateway, 'AmazonSideAsn', free))]
    const report = (message: string, a: Gateway, b: Gateway, way: ResourceId) => ({
      message,
      slots: { gateway: displayName(a), other: displayName(b), way: nameOf(index, way), asn: a.AmazonSideAsn },
      resources: [b.id, a.id, way] as const,
      field: 'AmazonSideAsn',
      fixes: renumber(b),
    })
    for (const peering of index.all('transit-gateway-peering-attachment')) {
      const [a, b] = [index.getOf('transit-gateway', peering.TransitGatewayId), index.getOf('transit-gateway', peering.PeerTransitGatewayId)]
      if (a && b && a !== b && a.AmazonSideAsn === b.AmazonSideAsn) yield report('peers', a, b, peering.id)
    }
    const byRouter = new Map<string, Gateway[]>()
    for (const peer of index.all('transit-gateway-connect-peer')) {
      const gateway = index.getOf('transit-gateway', peer.TransitGatewayId)
      const earlier = gateway && byRouter.get(`${peer.peer} ${gateway.AmazonSideAsn}`)?.[0]
      if (gateway && earlier && !byRouter.get(`${peer.peer} ${gateway.AmazonSideAsn}`)?.includes(gateway)) yield report('router', earlier, gateway, peer.peer)
      if (gateway) file(byRouter, `${peer.peer} ${gateway.AmazonSideAsn}`, gateway)
    }
  },
})
