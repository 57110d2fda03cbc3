import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { joinedBy } from '../readings/peerings.ts'
import { selectedRoute } from '../readings/routes.ts'
import { blocksOf, subnetsByTable } from '../readings/vpc-blocks.ts'
import { routeToPeer } from '../remedies/route-to-peer.ts'
import { defineRule } from '../rule.ts'

const routesTo = (index: DesignIndex, vpc: ResourceOf<'vpc'>, peering: ResourceOf<'vpc-peering-connection'>) =>
  index.childrenOf('route-table', vpc.id).filter((table) => table.Routes.some(({ target }) => target === peering.id))

/** Tables in use that know no other way either to the blocks of the peer; what a gateway propagates might be one. */
const withoutWay = (index: DesignIndex, vpc: ResourceOf<'vpc'>, peer: ResourceOf<'vpc'>) =>
  tablesInUse(index, vpc).filter((table) => table.PropagatingVgws.length === 0 && blocksOf(peer).some((block) => !selectedRoute(index, table, block)))

const tablesInUse = (index: DesignIndex, vpc: ResourceOf<'vpc'>) => [...subnetsByTable(index, vpc.id).keys()].filter((table) => table !== undefined)

export default defineRule({
  id: 'peering-route-missing',
  catalogue: 'R-PEER-04',
  title: 'Peering connection has no route at one end, or at neither',
  severity: 'error',
  appliesTo: ['vpc-peering-connection', 'route-table'],
  after: ['peering-duplicate', 'peering-overlap', 'return-route-missing'],
  why: 'Nothing finds its way over a peering connection by itself: both VPCs need a route to it, added by hand. With a route at one end only, packets arrive and no reply ever comes back.',
  remedy: 'Add a route for the other VPC\'s blocks at each end.',
  sources: [{ fact: 'F-PEER-4', checked: CHECKED }],
  messages: {
    one: '{with} has a route to {peering}, and {without} has none: packets from {with} arrive in {without}, and no reply finds back.',
    neither: 'Neither {with} nor {without} has a route to {peering}, so it carries nothing.',
  },
  checkEach: {
    *'vpc-peering-connection'(peering, { index }) {
      const joined = joinedBy(index, peering)
      if (!joined) return
      const { requester, accepter } = joined
      const [near, far] = [routesTo(index, requester, peering), routesTo(index, accepter, peering)]
      if (near.length > 0 && far.length > 0) return
      const [has, lacks] = far.length > 0 ? [accepter, requester] : [requester, accepter]
      const isOne = near.length + far.length > 0
      const tables = isOne ? withoutWay(index, lacks, has) : [...tablesInUse(index, lacks), ...tablesInUse(index, has)]
      // Where no subnet or no table is drawn, what the routes will be is still open; and the way back may be another.
      if (tables.length === 0) return
      yield {
        message: isOne ? 'one' : 'neither',
        slots: { peering: displayName(peering), with: displayName(has), without: displayName(lacks) },
        resources: [peering.id, lacks.id, has.id, ...tables.map(({ id }) => id)],
        fixes: isOne ? routeToPeer(tables, peering, has) : [],
        ...(isOne ? {} : { severity: 'warning' }),
      }
    },
  },
})
