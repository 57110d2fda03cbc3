import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, equalPrefix, formatPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { announcedOver } from '../readings/announcements.ts'
import { type Campus, campuses } from '../readings/campuses.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { referrersOf, sessionsOf } from '../readings/sessions.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Vpn = ResourceOf<'vpn-connection'>

/** Prefixes that lie inside one of the others and are not among them. */
const longerThan = (prefixes: readonly Prefix[], others: readonly Prefix[]) => prefixes.filter((prefix) => !others.some((other) => equalPrefix(other, prefix)) && others.some((other) => containsPrefix(other, prefix)))

function* toAws(index: DesignIndex, campus: Campus, vpn: Vpn, lines: readonly ResourceOf<'virtual-interface'>[]): Generator<Report> {
  const over = (router: Vpn['CustomerGatewayId'], link: Vpn['id']) => announcedOver(index, index.getOf('customer-gateway', router), link) ?? []
  const stated = vpn.StaticRoutesOnly ? parsePrefixes(vpn.Routes.map(({ DestinationCidrBlock }) => DestinationCidrBlock)) : over(vpn.CustomerGatewayId, vpn.id)
  const longer = longerThan(stated, lines.flatMap((line) => over(line.customerRouter, line.id)))
  if (longer.length > 0) yield { message: 'to-aws', slots: { vpn: displayName(vpn), prefixes: sentence(longer.map(formatPrefix)), lines: sentence(lines.map(displayName)), campus: campus.name }, resources: [vpn.id, ...lines.map(({ id }) => id)] }
}

/** A transit gateway announces the blocks of its VPCs over VPN, but the allowed prefixes over Direct Connect. */
function* fromHub(index: DesignIndex, vpn: Vpn, association: ResourceOf<'direct-connect-gateway-association'>, campus: Campus): Generator<Report> {
  const table = referrersOf(index, 'transit-gateway-route-table', vpn.id).find(({ Associations }) => Associations.includes(vpn.id))
  const vpcs = (table?.Propagations ?? []).flatMap((id) => index.getOf('vpc', index.getOf('transit-gateway-vpc-attachment', id)?.VpcId) ?? [])
  const longer = longerThan(vpcs.flatMap(blocksOf), parsePrefixes(association.AllowedPrefixes)).map(formatPrefix)
  if (longer.length === 0 || vpn.StaticRoutesOnly) return
  const slots = { vpn: displayName(vpn), prefixes: sentence(longer), association: displayName(association), allowed: sentence(association.AllowedPrefixes), campus: campus.name, hub: nameOf(index, association.TransitGatewayId ?? association.id) }
  yield { message: 'from-aws', slots, resources: [association.id, vpn.id], field: 'AllowedPrefixes', fixes: [fix(`Allow ${slots.prefixes} as well`, setField(association, 'AllowedPrefixes', [...association.AllowedPrefixes, ...longer]))] }
}

export default defineRule({
  id: 'more-specific-vpn',
  catalogue: 'R-DX-28',
  title: 'VPN beside Direct Connect has the longer prefix',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection', 'direct-connect-gateway-association'],
  why: 'The longest prefix wins before anything else, so a longer one over the VPN draws traffic away from Direct Connect while both are up. The other direction keeps to Direct Connect, and the two ways differ.',
  remedy: 'Give both ways prefixes of the same length, in both directions.',
  sources: [
    { fact: 'F-DX-55', checked: CHECKED },
    { fact: 'F-DX-57', checked: CHECKED },
  ],
  messages: {
    'to-aws': '{vpn} brings {prefixes}, which is longer than what comes over {lines} of {campus}: AWS sends over the VPN although Direct Connect is up.',
    'from-aws': '{hub} announces {prefixes} over {vpn}, but {allowed} over {association}: {campus} sends over the VPN although Direct Connect is up.',
  },
  *check({ index }) {
    for (const campus of campuses(index)) {
      if (campus.interfaces.length === 0) continue
      const sessions = campus.devices.flatMap((device) => sessionsOf(index, device.id))
      for (const vpn of campus.vpns.filter(({ OutsideIpAddressType }) => OutsideIpAddressType !== 'PrivateIpv4')) {
        const end = vpn.VpnGatewayId ?? vpn.TransitGatewayId
        const beside = sessions.filter(({ gateway, line }) => gateway === end && line.kind === 'virtual-interface')
        if (beside.length === 0) continue
        yield* toAws(index, campus, vpn, [...new Set(beside.flatMap(({ line }) => (line.kind === 'virtual-interface' ? [line] : [])))])
        for (const carrier of new Set(beside.map((session) => session.carrier))) if (carrier.kind === 'direct-connect-gateway-association' && carrier.TransitGatewayId !== undefined) yield* fromHub(index, vpn, carrier, campus)
      }
    }
  },
})
