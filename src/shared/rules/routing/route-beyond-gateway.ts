import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, overlaps } from '../../net/prefix.ts'
import { learnedBy } from '../readings/learned.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { blackholeReason, destinationsOf } from '../readings/routes.ts'
import { blockAround, listed } from '../readings/vpc-blocks.ts'
import { defineRule, type Report } from '../rule.ts'

function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>): Generator<Report> {
  for (const route of table.Routes) {
    const gateway = index.getOf('vpn-gateway', route.target)
    if (!gateway || blackholeReason(index, table, route) !== undefined) continue
    const { known, unknown } = learnedBy(index, gateway.id)
    const knows = [...new Map(known.map(({ prefix }) => [formatPrefix(prefix), prefix])).values()]
    for (const block of destinationsOf(index, route)) {
      const isCovered = block.length === 0 ? knows.some(({ family, length }) => family === block.family && length === 0) : knows.some((prefix) => overlaps(prefix, block))
      if (isCovered || blockAround(index.getOf('vpc', table.VpcId), block)) continue
      const slots = { table: displayName(table), block: formatPrefix(block), gateway: displayName(gateway), knows: listed(knows.slice(0, 5)) + (knows.length > 5 ? ' and more' : ''), lines: sentence(unknown.map((line) => nameOf(index, line))) }
      const common = { slots, resources: [table.id, gateway.id, ...unknown] as const, field: 'Routes' }
      if (unknown.length > 0) yield { message: 'unknown', ...common, verdict: 'cannot-tell', severity: 'advice' }
      else yield { message: knows.length === 0 ? 'nothing' : 'beyond', ...common }
    }
  }
}

export default defineRule({
  id: 'route-beyond-gateway',
  catalogue: 'R-RT-17',
  title: 'Route sends more to a virtual private gateway than it can forward',
  severity: 'warning',
  appliesTo: ['route-table', 'vpn-gateway'],
  after: ['site-prefix-inside-vpc'],
  why: 'A virtual private gateway forwards only to prefixes that it has learned, or that a static VPN names. It drops everything else, even where a subnet\'s table points a default route at it.',
  remedy: 'Announce a default route from the customer\'s side, or use a transit gateway.',
  sources: [{ fact: 'F-RT-32', checked: CHECKED }],
  messages: {
    beyond: '{table} sends {block} to {gateway}, which knows {knows} only and drops the rest.',
    nothing: '{table} sends {block} to {gateway}, which knows no prefix at all and drops everything.',
    unknown: 'Whether {gateway} can forward what {table} sends it for {block} cannot be told: say in the site\'s prefixes, or the device\'s announced prefixes, what comes over {lines}.',
  },
  checkEach: { 'route-table': (table, { index }) => checkTable(index, table) },
})
