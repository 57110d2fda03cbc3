import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { announcedOver } from '../readings/announcements.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { connectionsOf } from '../readings/sessions.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

/** What a connection brings the gateway, as text; undefined when the design does not say. */
function broughtBy(index: DesignIndex, connection: Connection): readonly string[] | undefined {
  const stated = connection.StaticRoutesOnly ? parsePrefixes(connection.Routes.map((route) => route.DestinationCidrBlock)) : undefined
  return (stated ?? announcedOver(index, index.getOf('customer-gateway', connection.CustomerGatewayId), connection.id))?.map(formatPrefix)
}

function* compare(index: DesignIndex, site: ResourceId, gateway: ResourceId, connections: readonly Connection[]): Generator<Report> {
  const ids = connections.map(({ id }) => id)
  const names = { site: nameOf(index, site), gateway: nameOf(index, gateway), connections: sentence(connections.map(displayName)) }
  const fixed = connections.filter(({ StaticRoutesOnly }) => StaticRoutesOnly)
  if (fixed.length > 0) {
    yield { message: 'static', slots: { ...names, fixed: sentence(fixed.map(displayName)) }, resources: [site, ...ids], field: 'StaticRoutesOnly' }
    return
  }
  const brought = connections.map((connection) => ({ connection, prefixes: broughtBy(index, connection) }))
  const all = new Set(brought.flatMap(({ prefixes }) => prefixes ?? []))
  const lacking = brought.flatMap(({ connection, prefixes }) => (prefixes && prefixes.length < all.size ? [{ connection, missing: [...all].filter((prefix) => !prefixes.includes(prefix)) }] : []))
  const [first] = lacking
  if (!first) return
  const evidence = lacking.map(({ connection, missing }) => ({ what: 'not announced', value: missing.join(', '), resource: connection.id }))
  yield { message: 'differs', slots: { ...names, lacking: displayName(first.connection), missing: sentence(first.missing) }, resources: [site, ...ids], evidence }
}

export default defineRule({
  id: 'redundant-vpn-prefixes',
  catalogue: 'R-VPN-03',
  title: 'Redundant VPN connections do not bring the same prefixes',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['site'],
  after: ['static-and-bgp', 'device-without-bgp', 'vpn-prefix-limit'],
  why: 'A second connection takes over only for prefixes that it announces as well. With static routes AWS does not notice when the network behind a tunnel that is up can no longer be reached.',
  remedy: 'Announce the same prefixes over all connections of the site by BGP.',
  sources: [
    { fact: 'F-VPN-6', checked: CHECKED },
    { fact: 'F-VPN-58', checked: CHECKED },
  ],
  messages: {
    static: '{connections} of {site} to {gateway} are to stand in for each other, but with static routes ({fixed}) nothing takes over when only the network behind the tunnels fails.',
    differs: '{connections} of {site} to {gateway} are to stand in for each other, but {lacking} does not announce {missing}.',
  },
  checkEach: {
    *site(site, { index }) {
      const lines = new Map<ResourceId, Connection[]>()
      for (const device of index.childrenOf('customer-gateway', site.id)) {
        for (const connection of connectionsOf(index, device.id)) {
          const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId ?? connection.CoreNetworkId
          if (gateway !== undefined) file(lines, gateway, connection)
        }
      }
      for (const [gateway, connections] of lines) if (connections.length > 1) yield* compare(index, site.id, gateway, connections)
    },
  },
})
