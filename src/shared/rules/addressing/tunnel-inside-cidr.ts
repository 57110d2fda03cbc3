import { displayName } from '../../document/query.ts'
import { TUNNEL_INSIDE_BLOCKS, TUNNEL_INSIDE_EXCLUDED } from '../../facts/addressing.ts'
import { CHECKED } from '../../facts/fact.ts'
import { containsPrefix, firstFree, formatPrefix, overlaps, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { type Inside, insidesByGateway } from '../readings/tunnel-insides.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

const excluded = parsePrefixes(TUNNEL_INSIDE_EXCLUDED.value)

function faultOf({ prefix }: Inside): 'shape' | 'reserved' | undefined {
  const { range, length } = TUNNEL_INSIDE_BLOCKS.value[prefix.family]
  const around = parsePrefix(range)
  if (prefix.length !== length || !around || !containsPrefix(around, prefix)) return 'shape'
  return excluded.some((block) => overlaps(block, prefix)) ? 'reserved' : undefined
}

/** Gives the tunnel an inside block that no tunnel of its gateway uses. */
function renumber({ connection, tunnel }: Inside, free: Prefix): Fix[] {
  const options = connection.TunnelOptions.map((option, position) => (position === tunnel - 1 ? { ...option, TunnelInsideCidr: formatPrefix(free) } : option))
  return [fix(`Use ${formatPrefix(free)} in tunnel ${tunnel} of ${displayName(connection)}`, setField(connection, 'TunnelOptions', options))]
}

function freeBlock(family: 4 | 6, insides: readonly Inside[]): Prefix | undefined {
  const { range, length } = TUNNEL_INSIDE_BLOCKS.value[family]
  const pool = parsePrefix(range)
  return pool && firstFree(pool, [...excluded, ...insides.map(({ prefix }) => prefix)], length)
}

export default defineRule({
  id: 'tunnel-inside-cidr',
  catalogue: 'R-ADDR-16',
  title: 'Inside CIDR of a VPN tunnel is not allowed or not unique',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'Each tunnel needs a small link-local block of its own, and AWS keeps some of them for itself. On a virtual private gateway two tunnels with the same block are refused; on a transit gateway AWS accepts them, but the customer device may not.',
  remedy: 'Choose another /30 of 169.254.0.0/16, or leave the field empty: AWS then picks one.',
  sources: [TUNNEL_INSIDE_BLOCKS, { fact: 'F-ADDR-41', checked: CHECKED }, { fact: 'F-VPN-38', checked: CHECKED }],
  messages: {
    shape: 'Tunnel {tunnel} of {connection} has the inside CIDR {block}; it must be a /{length} of {range}.',
    reserved: 'Tunnel {tunnel} of {connection} has the inside CIDR {block}, which AWS keeps for itself.',
    reused: 'Tunnel {tunnel} of {connection} has the inside CIDR {block}, which tunnel {otherTunnel} of {other} on the same gateway uses already.',
  },
  *check({ index }) {
    for (const [gateway, insides] of insidesByGateway(index)) {
      const free = { 4: freeBlock(4, insides), 6: freeBlock(6, insides) }
      const seen = new Map<string, Inside>()
      for (const inside of insides) {
        const { connection, tunnel, prefix } = inside
        const block = formatPrefix(prefix)
        const twin = seen.get(block)
        if (!twin) seen.set(block, inside)
        const fault = faultOf(inside) ?? (twin ? 'reused' : undefined)
        if (!fault) continue
        yield {
          message: fault,
          slots: { tunnel, connection: displayName(connection), block, ...TUNNEL_INSIDE_BLOCKS.value[prefix.family], ...(twin ? { other: displayName(twin.connection), otherTunnel: twin.tunnel } : {}) },
          resources: fault === 'reused' && twin ? [connection.id, twin.connection.id, gateway] : [connection.id],
          field: 'TunnelOptions',
          fixes: free[prefix.family] ? renumber(inside, free[prefix.family] as Prefix) : [],
          ...(fault === 'reused' && connection.VpnGatewayId === undefined ? { severity: 'warning' as const } : {}),
        }
      }
    }
  },
})
