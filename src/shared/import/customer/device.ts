import type { ResourceId } from '../../model/id.ts'
import { addressIn, nameOf } from '../fields.ts'
import type { Found, ImportContext } from '../context.ts'
import { customerGateways, virtualInterfaces, vpnConnections } from '../items/hybrid.ts'
import type { Place } from '../place.ts'
import { readVpnConfiguration } from '../vpn-configuration.ts'

/** A router of the customer: one or more AWS customer gateway objects, or the far end of virtual interfaces. */
export interface Device {
  readonly id: ResourceId
  readonly name: string
  readonly asn: number
  readonly ip?: string | undefined
  readonly awsId?: string | undefined
  readonly deviceName?: string | undefined
  readonly place: Place
  /** The items that the report tells of it. */
  readonly founds: Found<unknown>[]
}

/** The customer's routers, and which one each link ends on. */
export interface Devices {
  readonly all: readonly Device[]
  readonly ofVpn: ReadonlyMap<string, Device>
  readonly ofVirtualInterface: ReadonlyMap<string, Device>
}

const UNKNOWN_ASN = 65_000

function isAsn(asn: number | undefined): asn is number {
  return asn !== undefined && asn >= 1 && asn <= 4_294_967_295
}

/** Customer gateways by AWS id. Two objects of the same address and ASN describe one device. */
function gatewayDevices(context: ImportContext): Map<string, Device> {
  const bySpot = new Map<string, Device>()
  const byAwsId = new Map<string, Device>()
  for (const found of context.all(customerGateways)) {
    const { item } = found
    const ip = addressIn(item.IpAddress)
    const stated = [item.BgpAsnExtended, item.BgpAsn].find(isAsn)
    if (stated === undefined) context.note(found, `assumed: its ASN is ${UNKNOWN_ASN}, because the answer does not say`)
    const asn = stated ?? UNKNOWN_ASN
    const twin = ip === undefined ? undefined : bySpot.get(`${ip} ${asn}`)
    if (twin) {
      twin.founds.push(found)
      context.note(found, `the same device as ${twin.awsId}: same address and ASN`)
    }
    const device = twin ?? { id: found.id, name: nameOf(found, item.Tags), asn, ip, awsId: found.awsId, deviceName: item.DeviceName, place: found, founds: [found] }
    if (ip !== undefined) bySpot.set(`${ip} ${asn}`, device)
    byAwsId.set(found.awsId, device)
  }
  return byAwsId
}

/** The device of a connection whose customer gateway is not in the import: its device configuration may tell. */
function deviceFromConnection(vpn: Found<Parameters<typeof vpnConnections.identify>[0]>, context: ImportContext): Device | undefined {
  const awsId = vpn.item.CustomerGatewayId
  if (!awsId || awsId.length > 120 || context.isGone(awsId)) return undefined
  const { customerAddress, customerAsn } = readVpnConfiguration(vpn.item.CustomerGatewayConfiguration ?? '')
  context.note(vpn, `assumed: ${awsId}, which is not in the import, is a device ${customerAsn === undefined ? `of ASN ${UNKNOWN_ASN}` : 'as the device configuration describes it'}`)
  return { id: context.newId('customer-gateway', [vpn.account, vpn.region, awsId]), name: awsId, asn: customerAsn ?? UNKNOWN_ASN, ip: addressIn(customerAddress), awsId, place: vpn, founds: [vpn] }
}

/** Finds the customer's routers. A virtual interface ends on the only customer gateway of its ASN, else on a router made for it. */
export function findDevices(context: ImportContext): Devices {
  const byAwsId = gatewayDevices(context)
  const ofVpn = new Map<string, Device>()
  for (const vpn of context.all(vpnConnections)) {
    const key = vpn.item.CustomerGatewayId ?? ''
    const device = byAwsId.get(key) ?? deviceFromConnection(vpn, context)
    if (!device) continue
    byAwsId.set(key, device)
    ofVpn.set(vpn.awsId, device)
  }
  const gateways = [...new Set(byAwsId.values())]
  const made = new Map<string, Device>()
  const ofVirtualInterface = new Map<string, Device>()
  for (const found of context.all(virtualInterfaces)) {
    const { item } = found
    const asn = [item.Asn, item.AsnLong].find(isAsn) ?? UNKNOWN_ASN
    const same = gateways.filter((device) => device.asn === asn)
    const key = `as${asn}.${item.ConnectionId || found.awsId}`
    const router = (same.length === 1 ? same[0] : undefined) ?? made.get(key) ?? { id: context.newId('customer-gateway', ['router', key]), name: `Router AS${asn}`, asn, place: {}, founds: [] as Found<unknown>[] }
    if (same.length === 1) context.note(found, `assumed: the router with ASN ${asn} is taken to be ${router.awsId}`)
    else {
      made.set(key, router)
      context.note(found, `assumed: it ends on a router of its own, because ${same.length === 0 ? 'no' : 'more than one'} customer gateway has ASN ${asn}`)
    }
    router.founds.push(found)
    ofVirtualInterface.set(found.awsId, router)
  }
  return { all: [...gateways, ...made.values()], ofVpn, ofVirtualInterface }
}
