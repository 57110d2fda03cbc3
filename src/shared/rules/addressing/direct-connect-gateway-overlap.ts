import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { referrersOf } from '../readings/sessions.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'direct-connect-gateway-overlap',
  catalogue: 'R-ADDR-10',
  title: 'VPCs on one Direct Connect gateway overlap',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-gateway', 'direct-connect-gateway-association'],
  why: 'A Direct Connect gateway tells the blocks of the VPCs behind its virtual private gateways apart by address alone. AWS refuses to associate a second one that overlaps.',
  remedy: 'Renumber one VPC, or use another Direct Connect gateway for it.',
  sources: [
    { fact: 'F-ADDR-33', checked: CHECKED },
    { fact: 'F-ADDR-16', checked: CHECKED },
  ],
  messages: { overlap: '{vpc} ({block}) and {other} ({otherBlock}) are both associated with {gateway}, but they overlap.' },
  *check({ index }) {
    for (const gateway of index.all('direct-connect-gateway')) {
      const vpcs = referrersOf(index, 'direct-connect-gateway-association', gateway.id).flatMap(({ VpnGatewayId }) =>
        (index.getOf('vpn-gateway', VpnGatewayId)?.VpcAttachments ?? []).flatMap(({ VpcId }) => index.getOf('vpc', VpcId) ?? []),
      )
      const seen = new Set<string>()
      for (const { inner, outer } of findOverlaps([...new Set(vpcs)].flatMap((holder) => blocksOf(holder).map((prefix) => ({ prefix, holder }))))) {
        const key = [inner.holder.id, outer.holder.id].sort().join(' ')
        if (seen.has(key)) continue
        seen.add(key)
        yield {
          message: 'overlap',
          slots: { vpc: displayName(inner.holder), block: formatPrefix(inner.prefix), other: displayName(outer.holder), otherBlock: formatPrefix(outer.prefix), gateway: displayName(gateway) },
          resources: [inner.holder.id, outer.holder.id, gateway.id],
        }
      }
    }
  },
})
