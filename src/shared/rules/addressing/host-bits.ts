import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Kind, Resource } from '../../model/index.ts'
import { formatPrefix, parseCidr } from '../../net/prefix.ts'
import { fix } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

/** Fields that hold blocks, by kind. */
const FIELDS = {
  vpc: ['CidrBlocks', 'Ipv6CidrBlocks'],
  subnet: ['CidrBlock', 'Ipv6CidrBlock'],
  'route-table': ['Routes'],
  'prefix-list': ['Entries'],
  site: ['prefixes'],
  'customer-gateway': ['announcedPrefixes'],
  'vpn-connection': ['Routes'],
  'client-vpn-endpoint': ['ClientCidrBlock', 'Routes', 'AuthorizationRules'],
  'transit-gateway': ['TransitGatewayCidrBlocks'],
  'transit-gateway-route-table': ['Routes'],
  'direct-connect-gateway-association': ['AllowedPrefixes'],
} as const satisfies { readonly [K in Kind]?: readonly string[] }

/** The block as AWS keeps it, when the text sets bits beyond the prefix length. */
function canonical(text: string): string | undefined {
  const cidr = parseCidr(text)
  return cidr?.hadHostBits === true ? formatPrefix(cidr.prefix) : undefined
}

/** The same value with every such block in canonical form; what was changed is noted. */
function cleaned(value: unknown, changed: Map<string, string>): unknown {
  if (typeof value === 'string') {
    const block = canonical(value)
    if (block !== undefined) changed.set(value, block)
    return block ?? value
  }
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, changed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleaned(entry, changed)]))
}

function* check(resource: Resource): Generator<Report> {
  const fields: Readonly<Record<string, unknown>> = { ...resource }
  for (const field of (FIELDS as { readonly [K in Kind]?: readonly string[] })[resource.kind] ?? []) {
    const changed = new Map<string, string>()
    const after = cleaned(fields[field], changed)
    for (const [block, kept] of changed) {
      yield {
        message: 'host-bits',
        slots: { name: displayName(resource), block, kept },
        resources: [resource.id],
        field,
        fixes: [fix(`Write the blocks of ${displayName(resource)} in canonical form`, { op: 'set', collection: 'resources', id: resource.id, field, before: fields[field], after })],
      }
    }
  }
}

const kinds = Object.keys(FIELDS) as (keyof typeof FIELDS)[]

export default defineRule({
  id: 'host-bits',
  catalogue: 'R-ADDR-03',
  title: 'Block is written with host bits set',
  severity: 'advice',
  appliesTo: kinds,
  why: 'AWS takes such a block and quietly keeps its network address instead. What is written down then differs from what exists.',
  remedy: 'Write the network address of the block.',
  sources: [{ fact: 'F-ADDR-3', checked: CHECKED }],
  messages: { 'host-bits': '{name} has {block}, which has bits set beyond its length; it counts as {kept}.' },
  checkEach: Object.fromEntries(kinds.map((kind) => [kind, check])),
})
