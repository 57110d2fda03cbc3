import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { equalPrefix, formatPrefix } from '../../net/prefix.ts'
import { learnedBy } from '../readings/learned.ts'
import { nameOf } from '../readings/names.ts'
import { collidingPrefixes } from '../readings/site-collisions.ts'
import { sessionsOf } from '../readings/sessions.ts'
import { blockAround } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

const isBetweenGateways = (index: DesignIndex, device: ResourceId) => new Set(sessionsOf(index, device).map(({ gateway }) => gateway)).size > 1

export default defineRule({
  id: 'propagated-inside-local',
  catalogue: 'R-RT-02',
  title: 'Propagated prefix lies inside the VPC and is ignored',
  severity: 'warning',
  appliesTo: ['vpn-gateway', 'vpn-connection', 'virtual-interface'],
  why: 'A propagated route never beats the local route, not even when it is more specific. Packets for the prefix stay in the VPC and are lost there.',
  remedy: 'Stop announcing the prefix to this VPC, or renumber one side.',
  sources: [{ fact: 'F-RT-11', checked: CHECKED }],
  messages: { ignored: '{line} brings {prefix} to {gateway}, but it lies inside the block {block} of {vpc} and is ignored there.' },
  *check(context) {
    const { index } = context
    const required = collidingPrefixes(context)
    for (const gateway of index.all('vpn-gateway')) {
      const vpc = gateway.VpcAttachments.map(({ VpcId }) => index.getOf('vpc', VpcId)).find((attached) => attached !== undefined)
      if (!vpc) continue
      const tables = index.childrenOf('route-table', vpc.id).filter((table) => table.PropagatingVgws.includes(gateway.id))
      const seen = new Set<string>()
      for (const { prefix, from, device } of tables.length > 0 ? learnedBy(index, gateway.id).known : []) {
        const block = blockAround(vpc, prefix)
        const key = formatPrefix(prefix)
        // A router between VPCs announces their own blocks for each other; back home AWS drops them as a loop.
        if (block && equalPrefix(block, prefix) && isBetweenGateways(index, device)) continue
        // Where an accepted intent needs the prefix, site-prefix-inside-vpc speaks.
        if (!block || seen.has(key) || required.has(`${vpc.id} ${key}`)) continue
        seen.add(key)
        yield {
          message: 'ignored',
          slots: { line: nameOf(index, from), prefix: key, gateway: displayName(gateway), block: formatPrefix(block), vpc: displayName(vpc) },
          resources: [from, gateway.id, vpc.id],
          evidence: tables.map((table) => ({ what: 'propagates into', value: displayName(table), resource: table.id })),
        }
      }
    }
  },
})
