import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, overlaps, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { referrersOf } from '../readings/sessions.ts'
import { broughtBy } from '../readings/transit-learned.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** What the table has routes for; undefined when part of it is not known. */
function routesOf(index: DesignIndex, table: ResourceOf<'transit-gateway-route-table'>): readonly Prefix[] | undefined {
  if (table.routesUnread === true) return undefined
  const brought = table.Propagations.map((attachment) => broughtBy(index, attachment))
  if (brought.some((prefixes) => prefixes.length === 0)) return undefined
  return [...brought.flat(), ...parsePrefixes(table.Routes.filter(({ blackhole }) => blackhole !== true).map(({ DestinationCidrBlock }) => DestinationCidrBlock))]
}

export default defineRule({
  id: 'allowed-without-route',
  catalogue: 'R-DX-15',
  title: 'Allowed prefix that the transit gateway has no route for',
  severity: 'warning',
  appliesTo: ['direct-connect-gateway-association'],
  after: ['allowed-prefixes', 'gateway-mix'],
  why: 'A Direct Connect gateway announces the allowed prefixes of a transit gateway as they stand, whether it has routes for them or not. Packets to the others come all the way to AWS and are dropped there.',
  remedy: 'Take the prefix off the list, or give the route table of the association a route for it.',
  sources: [{ fact: 'F-DX-45', checked: CHECKED }],
  messages: { 'no-route': '{association} announces {prefix} to the sites, but {table}, which routes what comes from there, has no route for any of it.' },
  checkEach: {
    *'direct-connect-gateway-association'(association, { index }) {
      const hub = index.getOf('transit-gateway', association.TransitGatewayId)
      const table = referrersOf(index, 'transit-gateway-route-table', association.id).find(({ Associations }) => Associations.includes(association.id))
      const routes = hub && table && routesOf(index, table)
      if (!hub || !table || !routes) return
      const own = parsePrefixes(hub.TransitGatewayCidrBlocks)
      for (const prefix of parsePrefixes(association.AllowedPrefixes)) {
        if ([...routes, ...own].some((route) => overlaps(route, prefix))) continue
        const text = formatPrefix(prefix)
        const kept = association.AllowedPrefixes.filter((allowed) => !parsePrefixes([allowed]).some((other) => formatPrefix(other) === text))
        const slots = { association: displayName(association), prefix: text, table: displayName(table) }
        yield { message: 'no-route', slots, resources: [association.id, table.id, hub.id], field: 'AllowedPrefixes', fixes: kept.length === 0 ? [] : [fix(`Allow ${text} no more`, setField(association, 'AllowedPrefixes', kept))] }
      }
    },
  },
})
