import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf } from '../readings/names.ts'
import { connectSiblings } from '../readings/quotas/of-hubs.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Peer = ResourceOf<'transit-gateway-connect-peer'>

function* staticRoutes(index: DesignIndex, peer: Peer): Generator<Report> {
  for (const table of referrersOf(index, 'transit-gateway-route-table', peer.id)) {
    const routes = table.Routes.filter(({ attachment }) => attachment === peer.id)
    if (routes.length === 0) continue
    const slots = { peer: displayName(peer), table: displayName(table), routes: routes.map(({ DestinationCidrBlock }) => DestinationCidrBlock).join(', ') }
    const changes = [setField(table, 'Routes', table.Routes.filter(({ attachment }) => attachment !== peer.id)), ...(table.Propagations.includes(peer.id) ? [] : [setField(table, 'Propagations', [...table.Propagations, peer.id])])]
    yield { message: 'static', slots, resources: [peer.id, table.id], fixes: [fix(`Let ${slots.peer} propagate into ${slots.table} instead of the static routes`, ...changes)] }
  }
}

export default defineRule({
  id: 'connect-peer',
  catalogue: 'R-TGW-16',
  title: 'Connect peer that AWS cannot make or that stays down',
  severity: 'error',
  appliesTo: ['transit-gateway-connect-peer', 'transit-gateway-route-table'],
  after: ['transit-gateway-cidr'],
  why: 'A Connect peer is a GRE tunnel whose routes come by BGP alone, and a Connect attachment takes four of them. Static routes to it are refused, and without BGP nothing is ever learned over it.',
  remedy: 'Speak BGP on both sessions of the peer, with eBGP multihop of at least 2, and make a further Connect attachment for more peers.',
  sources: [QUOTAS['connect-peers-per-attachment'], { fact: 'F-TGW-50', checked: CHECKED }],
  messages: {
    many: '{peer} is number {number} on the Connect attachment {attachment}; {limit} is the most, and AWS raises it for nobody.',
    bgp: '{peer} ends on {router}, which speaks no BGP; Connect peers have no other routing.',
    static: '{table} has static routes ({routes}) to {peer}; a Connect attachment takes none.',
  },
  checkEach: {
    *'transit-gateway-connect-peer'(peer, { index, quota }) {
      const limit = quota('connect-peers-per-attachment').value
      const number = connectSiblings(index, peer).indexOf(peer) + 1
      if (number > limit) yield { message: 'many', slots: { peer: displayName(peer), number, attachment: peer.TransitGatewayAttachmentId ?? '', limit }, resources: [peer.id], field: 'TransitGatewayAttachmentId' }
      const router = index.get(peer.peer)
      const isSilent = (router?.kind === 'customer-gateway' && !router.bgp) || (router?.kind === 'instance' && (router.BgpAsn ?? peer.PeerAsn) === undefined)
      if (isSilent) yield { message: 'bgp', slots: { peer: displayName(peer), router: nameOf(index, peer.peer) }, resources: [peer.id, peer.peer], fixes: router.kind === 'customer-gateway' ? [fix(`Let ${displayName(router)} speak BGP`, setField(router, 'bgp', true))] : [] }
      yield* staticRoutes(index, peer)
    },
  },
})
