import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { campuses } from '../readings/campuses.ts'
import { file } from '../readings/group.ts'
import { sentence } from '../readings/names.ts'
import { type OwnWay, ownWays } from '../readings/own-ways.ts'
import { defineRule } from '../rule.ts'

/** True when one of the public interfaces announces the device's own address, so that its tunnels run over Direct Connect (F-VPN-71). */
function isAnnounced(device: ResourceOf<'customer-gateway'> | undefined, interfaces: readonly ResourceOf<'virtual-interface'>[]): boolean {
  const address = device?.IpAddress === undefined ? undefined : parsePrefix(device.IpAddress)
  return address !== undefined && interfaces.some(({ RouteFilterPrefixes = [] }) => parsePrefixes(RouteFilterPrefixes).some((prefix) => containsPrefix(prefix, address)))
}

export default defineRule({
  id: 'public-interface-vpns',
  catalogue: 'R-ARCH-04',
  title: 'Encrypted line to several VPCs without a transit gateway',
  severity: 'advice',
  profiles: ['seed-caveats', 'security'],
  appliesTo: ['site', 'vpn-connection', 'virtual-interface'],
  why: 'A VPN over a public virtual interface needs public addresses at both ends and a connection for each VPC. Private IP VPN to a transit gateway encrypts the same line with private addresses, for all VPCs of the Region at once.',
  remedy: 'Use a transit gateway with a transit virtual interface, and private IP VPN over it.',
  sources: [
    { fact: 'F-VPN-70', checked: CHECKED },
    { fact: 'F-TGW-62', checked: CHECKED },
  ],
  messages: { each: '{place} encrypts Direct Connect with a VPN connection for each of {vpcs} in {region} ({lines}); private IP VPN to a transit gateway would serve all of them.' },
  *check({ index }) {
    for (const campus of campuses(index)) {
      const byRegion = new Map<string, OwnWay[]>()
      for (const way of ownWays(index, campus)) {
        if (way.line.kind !== 'vpn-connection' || way.vpc.Region === undefined) continue
        if (isAnnounced(index.getOf('customer-gateway', way.line.CustomerGatewayId), campus.publicInterfaces)) file(byRegion, way.vpc.Region, way)
      }
      for (const [region, ways] of byRegion) {
        const vpcs = [...new Set(ways.map(({ vpc }) => vpc))]
        if (vpcs.length < 2) continue
        const slots = { place: campus.name, vpcs: sentence(vpcs.map(displayName)), region, lines: sentence(ways.map(({ line }) => displayName(line))) }
        yield { message: 'each', slots, resources: [campus.places[0], ...vpcs.map(({ id }) => id), ...ways.map(({ line }) => line.id)] }
      }
    }
  },
})
