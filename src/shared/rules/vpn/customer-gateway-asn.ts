import { type DesignIndex, displayName } from '../../document/query.ts'
import { CUSTOMER_ASN_RANGE, PRIVATE_ASN_OFFER, RESERVED_ASNS } from '../../facts/asn.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { sentence } from '../readings/names.ts'
import { connectionsOf, referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

/** A device of a site, or an appliance on EC2 that plays the customer gateway. */
type Device = (ResourceOf<'customer-gateway'> | ResourceOf<'instance'>) & { readonly BgpAsn: number }

const isAppliance = (instance: ResourceOf<'instance'>): instance is ResourceOf<'instance'> & { readonly BgpAsn: number } => instance.role === 'vpn-appliance' && instance.BgpAsn !== undefined

function freeAsn(index: DesignIndex): number | undefined {
  const used = new Set([...index.all('customer-gateway').map((device) => device.BgpAsn), ...index.all('instance').flatMap(({ BgpAsn }) => BgpAsn ?? []), ...(['vpn-gateway', 'transit-gateway', 'direct-connect-gateway'] as const).flatMap((kind) => index.all(kind).map((gateway) => gateway.AmazonSideAsn))])
  for (const { from, to } of PRIVATE_ASN_OFFER.value) for (let asn = from; asn <= to; asn++) if (!used.has(asn)) return asn
  return undefined
}

function* checkDevice(index: DesignIndex, device: Device, repair: (device: Device) => Fix[]): Generator<Report> {
  const connections = connectionsOf(index, device.id)
  if (connections.length === 0 && (device.kind === 'instance' || referrersOf(index, 'virtual-interface', device.id).length > 0)) return // no customer gateway of AWS's, or its VIFs carry their own ASN
  const ends = connections.map((connection) => ({ connection, gateway: index.getOf('vpn-gateway', connection.VpnGatewayId) ?? index.getOf('transit-gateway', connection.TransitGatewayId) }))
  const { least, most } = CUSTOMER_ASN_RANGE.value
  const asn = device.BgpAsn
  const slots = { device: displayName(device), asn, least, most }
  const common = { resources: [device.id] as const, field: 'BgpAsn', fixes: repair(device) }
  if (asn < least || asn > most) return yield { message: 'range', slots, ...common }
  const reserved = RESERVED_ASNS.value.find((entry) => entry.asn === asn)
  if (reserved) {
    const region = (device.kind === 'instance' ? undefined : device.Region) ?? ends.find(({ gateway }) => gateway?.Region !== undefined)?.gateway?.Region
    if (reserved.region === undefined || reserved.region === region) return yield { message: 'reserved', slots: { ...slots, where: reserved.region ?? 'every Region' }, ...common }
    if (region === undefined) return yield { message: 'unknown', slots: { ...slots, where: reserved.region }, ...common, verdict: 'cannot-tell', severity: 'advice' }
  }
  const equal = ends.filter(({ connection, gateway }) => gateway?.AmazonSideAsn === asn && !connection.StaticRoutesOnly)
  const gateways = [...new Set(equal.flatMap(({ gateway }) => gateway ?? []))]
  if (gateways.length === 0) return
  yield { message: 'equal', slots: { ...slots, gateways: sentence(gateways.map(displayName)) }, ...common, resources: [device.id, ...gateways.map(({ id }) => id), ...equal.map(({ connection }) => connection.id)] }
}

export default defineRule({
  id: 'customer-gateway-asn',
  catalogue: 'R-VPN-04',
  title: 'ASN of a customer gateway is reserved, out of range or the same as AWS\'s',
  severity: 'error',
  appliesTo: ['customer-gateway', 'instance'],
  why: 'AWS keeps some numbers for itself and refuses them on a customer gateway. With the number of the gateway on the other end BGP takes the session for an internal one, and routes are dropped as loops.',
  remedy: 'Give the device another ASN, such as a private one from 64512 to 65534.',
  sources: [CUSTOMER_ASN_RANGE, { fact: 'F-VPN-43', checked: CHECKED }],
  messages: {
    range: '{device} has the ASN {asn}; it must be from {least} to {most}.',
    reserved: '{device} has the ASN {asn}, which AWS keeps for itself in {where}.',
    equal: '{device} has the ASN {asn}, the same as {gateways} on the AWS side.',
    unknown: '{device} has the ASN {asn}, which AWS keeps for itself in {where}; whether the device is used there cannot be told, because its Region is not set.',
  },
  *check({ index }) {
    const free = freeAsn(index)
    const repair = (device: Device) => (free === undefined ? [] : [fix(`Change the ASN of ${displayName(device)} to ${free}`, setField(device, 'BgpAsn', free))])
    for (const device of [...index.all('customer-gateway'), ...index.all('instance').filter(isAppliance)]) yield* checkDevice(index, device, repair)
  },
})
