import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

/** Families that the inside of a connection is to carry, by what it says of itself. */
function insidesOf({ TunnelInsideIpVersion, TunnelOptions, Routes }: Connection): ReadonlySet<4 | 6> {
  const prefixes = parsePrefixes([...TunnelOptions.flatMap(({ TunnelInsideCidr }) => TunnelInsideCidr ?? []), ...Routes.map(({ DestinationCidrBlock }) => DestinationCidrBlock)])
  return new Set([...(TunnelInsideIpVersion === undefined ? [] : [TunnelInsideIpVersion === 'ipv6' ? (6 as const) : (4 as const)]), ...prefixes.map(({ family }) => family)])
}

function* check(index: DesignIndex, connection: Connection): Generator<Report> {
  const insides = insidesOf(connection)
  const slots = { connection: displayName(connection), gateway: nameOf(index, connection.VpnGatewayId ?? connection.CustomerGatewayId) }
  const resources = [connection.id] as const
  if (connection.VpnGatewayId !== undefined && connection.OutsideIpAddressType === 'Ipv6') {
    const fixes = [fix(`Give ${slots.connection} public IPv4 addresses outside`, setField(connection, 'OutsideIpAddressType', undefined))]
    yield { message: 'outside', slots, resources, field: 'OutsideIpAddressType', fixes }
  } else if (connection.VpnGatewayId !== undefined && insides.has(6)) yield { message: 'inside', slots, resources, field: 'TunnelInsideIpVersion' }
  else if (insides.size > 1) yield { message: 'both', slots, resources, field: 'TunnelOptions' }
}

export default defineRule({
  id: 'vpn-ip-version',
  catalogue: 'R-VPN-17',
  title: 'IPv6 over VPN where AWS does not carry it',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'A virtual private gateway carries IPv4 over VPN and nothing else. On a transit gateway a connection carries one family inside, so two of them are needed for both.',
  remedy: 'Use a transit gateway, and one connection for each address family.',
  sources: [{ fact: 'F-VPN-61', checked: CHECKED }],
  messages: {
    outside: '{connection} has IPv6 addresses outside, which {gateway} does not offer: a virtual private gateway has public IPv4 addresses.',
    inside: '{connection} is to carry IPv6, but {gateway} carries IPv4 only over VPN.',
    both: '{connection} is to carry IPv4 and IPv6, but a connection carries one of them.',
  },
  checkEach: { 'vpn-connection': (connection, { index }) => check(index, connection) },
})
