import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { file } from '../readings/group.ts'
import { sentence } from '../readings/names.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

type Table = ResourceOf<'transit-gateway-route-table'>
type Vpc = ResourceOf<'vpc'>

const vpcsOf = (index: DesignIndex, attachments: readonly ResourceId[]) => attachments.flatMap((id) => index.getOf('vpc', index.getOf('transit-gateway-vpc-attachment', id)?.VpcId) ?? [])

/** VPCs whose routes the table learns and does not drop on purpose. */
function learnedVpcs(index: DesignIndex, table: Table) {
  const dropped = new Set(parsePrefixes(table.Routes.flatMap((route) => (route.attachment === undefined ? route.DestinationCidrBlock : []))).map(formatPrefix))
  return vpcsOf(index, table.Propagations).filter((vpc) => !blocksOf(vpc).every((block) => dropped.has(formatPrefix(block))))
}

export default defineRule({
  id: 'environments-share-table',
  catalogue: 'R-TGW-21',
  title: 'Production and the rest learn of each other in one transit gateway table',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['transit-gateway-route-table', 'vpc'],
  why: 'Every attachment associated with a table may go wherever the table leads, and propagated routes cannot be filtered. Production and other VPCs in one table reach each other on the network, and only security groups are left between them.',
  remedy: 'Give each environment a table of its own and propagate only what it may reach, or add blackhole routes.',
  sources: [
    { fact: 'F-TGW-26', checked: CHECKED },
    { fact: 'F-TGW-27', checked: CHECKED },
  ],
  messages: {
    mixed: '{table} routes for {production} and {others} and learns of both, so production and non-production reach each other.',
    unknown: 'Whether production is kept apart in {tables} cannot be told: say in Environment what {vpc} is for.',
  },
  *check({ index }) {
    const unsure = new Map<Vpc, Table[]>()
    for (const table of index.all('transit-gateway-route-table')) {
      const [served, learned] = [vpcsOf(index, table.Associations), learnedVpcs(index, table)]
      const all = [...new Set([...served, ...learned])]
      const of = (environment: string | undefined) => all.filter((vpc) => vpc.environment === environment)
      const [production, others, unsaid] = [of('production'), of('non-production'), of(undefined)]
      const sees = (a: typeof all, b: typeof all) => served.some((vpc) => a.includes(vpc)) && learned.some((vpc) => b.includes(vpc))
      const names = (vpcs: typeof all) => sentence(vpcs.map(displayName))
      if (sees(production, others) || sees(others, production)) yield { message: 'mixed', slots: { table: displayName(table), production: names(production), others: names(others) }, resources: [table.id, ...[...production, ...others].map(({ id }) => id)], field: 'Propagations' }
      else if (unsaid.length < all.length) for (const vpc of unsaid) file(unsure, vpc, table)
    }
    // One question for each VPC, however many tables it is in.
    for (const [vpc, tables] of unsure) yield { message: 'unknown', slots: { tables: sentence(tables.map(displayName)), vpc: displayName(vpc) }, resources: [vpc.id, ...tables.map(({ id }) => id)], field: 'environment', verdict: 'cannot-tell', severity: 'advice' }
  },
})
