import type { DesignIndex } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { containsPrefix, equalPrefix, formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { type Learned, learnedBy } from '../readings/learned.ts'
import { nameOf } from '../readings/names.ts'
import { placeOf, referrersOf } from '../readings/sessions.ts'
import { propagatedInto } from '../readings/transit-tables.ts'
import { defineRule } from '../rule.ts'

/** The place whose own network an announced prefix is; undefined where the device passes on what lives elsewhere, or a way out. */
function homeOf(index: DesignIndex, { prefix, device }: Learned): ResourceId | undefined {
  const router = index.getOf('customer-gateway', device)
  const own = parsePrefixes(index.getOf('site', router?.site)?.prefixes ?? [])
  if (!router || prefix.length === 0) return undefined
  return own.length === 0 || own.some((block) => containsPrefix(block, prefix)) ? placeOf(router) : undefined
}

/** Where the line's routes meet others: the gateway itself, or the tables of a transit gateway that they are propagated into. */
function meetings(index: DesignIndex, gateway: ResourceId, line: ResourceId): readonly ResourceId[] {
  if (index.get(gateway)?.kind !== 'transit-gateway') return [gateway]
  const shared = index.getOf('virtual-interface', line)?.DirectConnectGatewayId
  const carriers = shared === undefined ? [line] : referrersOf(index, 'direct-connect-gateway-association', gateway).flatMap(({ id, DirectConnectGatewayId }) => (DirectConnectGatewayId === shared ? [id] : []))
  return [...new Set(carriers.flatMap((carrier) => propagatedInto(index).get(carrier) ?? []))]
}

const isJoined = (index: DesignIndex, a: ResourceId, b: ResourceId) =>
  index.links(a).some((link) => (link.kind === 'wan-link' || link.kind === 'carrier-circuit') && index.links(b).some(({ id }) => id === link.id))

export default defineRule({
  id: 'site-prefix-overlap',
  catalogue: 'R-ADDR-13',
  title: 'Two sites behind one gateway have the same addresses',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['site', 'customer-gateway', 'vpn-gateway', 'transit-gateway'],
  why: 'A gateway takes one of several equal routes, and nobody can say which. Hosts of the other site with those addresses cannot be reached.',
  remedy: 'Give each site addresses of its own. Where two sites do share a network, draw the line that joins them.',
  sources: [{ fact: 'F-ADDR-36', checked: CHECKED }],
  messages: {
    same: '{site} and {other} both announce {block} to {gateway}, so one of them is not reached.',
    inside: '{site} announces {block} to {gateway}, which is a part of what {other} announces ({otherBlock}): the longer prefix draws all traffic for it.',
  },
  *check({ index }) {
    for (const gateway of [...index.all('vpn-gateway'), ...index.all('transit-gateway')]) {
      const held = learnedBy(index, gateway.id).known.flatMap((learned) => {
        const holder = homeOf(index, learned)
        return holder === undefined ? [] : [{ prefix: learned.prefix, holder, at: meetings(index, gateway.id, learned.from) }]
      })
      const seen = new Set<string>()
      for (const table of new Set(held.flatMap(({ at }) => at))) {
        for (const { inner, outer } of findOverlaps(held.filter(({ at }) => at.includes(table)))) {
          const key = [inner.holder, outer.holder].sort().join(' ')
          if (seen.has(key) || isJoined(index, inner.holder, outer.holder)) continue
          seen.add(key)
          const isSame = equalPrefix(inner.prefix, outer.prefix)
          const slots = { site: nameOf(index, inner.holder), other: nameOf(index, outer.holder), block: formatPrefix(inner.prefix), otherBlock: formatPrefix(outer.prefix), gateway: nameOf(index, gateway.id) }
          yield { message: isSame ? 'same' : 'inside', slots, resources: [inner.holder, outer.holder, gateway.id], ...(isSame ? {} : { severity: 'warning' }) }
        }
      }
    }
  },
})
