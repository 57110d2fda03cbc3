import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { makeResourceId, type ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { attachmentsOf, connectionsBetween } from '../readings/connections.ts'
import { brokenDemands } from '../readings/demands.ts'
import type { End } from '../readings/intent-ends.ts'
import { fix } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** The last part of an id. */
const rest = (id: ResourceId) => id.slice(id.indexOf(':') + 1)

export default defineRule({
  id: 'transit-gateways-unpeered',
  catalogue: 'R-TGW-19',
  title: 'Two transit gateways of one Region are not peered although they should meet',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['transit-gateway'],
  why: 'Since December 2021 transit gateways of one Region can be peered, where older papers knew peering between Regions only. Nothing else is needed to join what hangs on them.',
  remedy: 'Peer the two transit gateways and add static routes on both.',
  sources: [{ fact: 'F-TGW-40', checked: CHECKED }],
  messages: { unpeered: '{intent}: the ends are on {gateway} and {other}, both in {region} and not peered; transit gateways of one Region can be peered.' },
  *check(context) {
    const { index } = context
    const gatewaysOf = (end: End): ResourceOf<'transit-gateway'>[] => (end.type === 'internet' ? [] : [...attachmentsOf(index, end).keys()].flatMap((id) => index.getOf('transit-gateway', id) ?? []))
    const told = new Set<string>()
    for (const { intent, statement, from, to } of brokenDemands(context)) {
      if (connectionsBetween(index, from, to).length > 0) continue
      const pairs = gatewaysOf(from).flatMap((a) => gatewaysOf(to).map((b) => [a, b].sort((x, y) => (x.id < y.id ? -1 : 1)) as [typeof a, typeof b]))
      const [pair] = pairs.filter(([a, b]) => a !== b && a.Region !== undefined && a.Region === b.Region)
      if (!pair || told.has(`${pair[0].id} ${pair[1].id}`)) continue
      const [a, b] = pair
      told.add(`${a.id} ${b.id}`)
      const id = makeResourceId('transit-gateway-peering-attachment', `${rest(a.id)}-${rest(b.id)}`)
      const after: ResourceOf<'transit-gateway-peering-attachment'> = { kind: 'transit-gateway-peering-attachment', id, name: `${displayName(a)} to ${displayName(b)}`, TransitGatewayId: a.id, PeerTransitGatewayId: b.id }
      yield {
        message: 'unpeered',
        slots: { intent: statement, gateway: displayName(a), other: displayName(b), region: a.Region ?? '' },
        resources: [a.id, b.id],
        intents: [intent.id],
        fixes: index.get(id) ? [] : [fix(`Peer ${displayName(a)} and ${displayName(b)}`, { op: 'put', collection: 'resources', id, after })],
      }
    }
  },
})
