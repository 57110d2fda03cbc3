import type { DesignIndex } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { findOverlaps, type Held } from '../../net/overlap.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { file } from '../readings/group.ts'
import { nameOf } from '../readings/names.ts'
import { propagatedInto } from '../readings/transit-tables.ts'
import { type TransitWants, transitWants } from '../readings/transit-wants.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule, type Report } from '../rule.ts'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>

function* checkGateway(index: DesignIndex, gateway: ResourceId, attachments: readonly Attachment[], tables: ReadonlyMap<ResourceId, readonly ResourceId[]>, wants: TransitWants): Generator<Report> {
  const held = attachments.flatMap((holder): Held<Attachment>[] => blocksOf(index.getOf('vpc', holder.VpcId)).map((prefix) => ({ prefix, holder })))
  const seen = new Set<string>()
  for (const { inner, outer } of findOverlaps(held)) {
    const [a, b] = [inner.holder.VpcId, outer.holder.VpcId]
    const shared = (tables.get(inner.holder.id) ?? []).find((table) => tables.get(outer.holder.id)?.includes(table))
    const areWanted = [a, b].every((vpc) => wants.wanted.has(`${gateway} ${vpc}`)) && [a, b].some((vpc) => wants.broken.has(`${gateway} ${vpc}`))
    const isError = wants.brokenPairs.has(`${gateway} ${a} ${b}`) || (shared !== undefined && areWanted)
    if (a === b || seen.has(`${a} ${b}`) || (!isError && shared === undefined)) continue
    seen.add(`${a} ${b}`)
    yield {
      message: isError ? 'required' : 'overlap',
      slots: { vpc: nameOf(index, a), block: formatPrefix(inner.prefix), other: nameOf(index, b), otherBlock: formatPrefix(outer.prefix), gateway: nameOf(index, gateway), table: shared === undefined ? '' : nameOf(index, shared) },
      resources: [a, b, gateway, inner.holder.id, outer.holder.id],
      ...(isError ? {} : { severity: 'warning' as const }),
    }
  }
}

export default defineRule({
  id: 'transit-gateway-overlap',
  catalogue: 'R-ADDR-11',
  title: 'VPCs on one transit gateway overlap',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc', 'transit-gateway-vpc-attachment'],
  why: 'A transit gateway accepts VPCs with overlapping blocks, but takes the route of the first one only. Traffic for the shared addresses goes there without a word, and the other VPC is not reached.',
  remedy: 'Renumber one VPC, or translate its addresses; VPCs that never need each other\'s routes can use separate route tables.',
  sources: [{ fact: 'F-ADDR-32', checked: CHECKED }],
  messages: {
    required: '{vpc} ({block}) and {other} ({otherBlock}) must both be reached over {gateway}, but they overlap.',
    overlap: '{vpc} ({block}) and {other} ({otherBlock}) both propagate into {table} of {gateway}; the overlapping part leads to one of them only.',
  },
  *check(context) {
    const { index } = context
    const byGateway = new Map<ResourceId, Attachment[]>()
    for (const attachment of index.all('transit-gateway-vpc-attachment')) file(byGateway, attachment.TransitGatewayId, attachment)
    const tables = propagatedInto(index)
    for (const [gateway, attachments] of byGateway) yield* checkGateway(index, gateway, attachments, tables, transitWants(context))
  },
})
