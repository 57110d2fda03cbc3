import { comparePrefixes, parsePrefix } from '../../net/prefix.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ImportContext } from '../context.ts'
import { placeFieldsOf } from '../fields.ts'
import { type Device, findDevices } from './device.ts'
import { type Behind, gatherEvidence } from './evidence.ts'
import { findSessions, type Session } from './session.ts'
import { groupIntoSites } from './sites.ts'

/** The customer's side of the import: which device each link ends on. */
export interface CustomerNetwork {
  readonly deviceOf: (vpnConnectionId: string) => Device | undefined
  readonly routerOf: (virtualInterfaceId: string) => Device | undefined
}

const isDefault = (prefix: string): boolean => prefix === '0.0.0.0/0' || prefix === '::/0'

function sorted(prefixes: Iterable<string>): string[] {
  const read = [...new Set(prefixes)].flatMap((text) => {
    const prefix = parsePrefix(text)
    return prefix ? [{ text, prefix }] : []
  })
  return read.sort((a, b) => comparePrefixes(a.prefix, b.prefix)).map(({ text }) => text)
}

function remarkOn(device: Device, behind: Behind, speaksBgp: boolean): string | undefined {
  const guessed = sorted(behind.inferred)
  if (guessed.length > 0) return `assumed: ${device.name} announces ${guessed.slice(0, 5).join(', ')}${guessed.length > 5 ? ` and ${guessed.length - 5} more` : ''}, worked out from route tables`
  return speaksBgp && behind.stated.size === 0 ? `nothing in the import says what ${device.name} announces` : undefined
}

/**
 * Adds the customer's devices and sites, of which an account knows little: addresses and ASNs from customer gateways and
 * virtual interfaces, prefixes from static routes, else from what AWS learned, else from where route tables point. A default
 * route is never a site's prefix, only an announcement. No ISP links are invented.
 */
export function importCustomerNetwork(context: ImportContext): CustomerNetwork {
  const devices = findDevices(context)
  const sessions = findSessions(context, devices)
  const evidence = gatherEvidence(context, devices, sessions)
  const sites = groupIntoSites(devices.all, sessions, evidence, context)
  for (const group of sites) addSite(group, evidence, sessions, context)
  return { deviceOf: (id) => devices.ofVpn.get(id), routerOf: (id) => devices.ofVirtualInterface.get(id) }
}

function addSite(group: readonly Device[], evidence: ReadonlyMap<Device, Behind>, sessions: readonly Session[], context: ImportContext): void {
  const [first] = group
  if (!first) return
  const of = (device: Device): Behind => evidence.get(device) ?? { stated: new Set(), inferred: new Set() }
  const own = (device: Device) => sorted([...of(device).stated, ...of(device).inferred])
  const prefixes = sorted(group.flatMap(own).filter((prefix) => !isDefault(prefix)))
  const site: ResourceId = context.newId('site', [first.ip ?? first.id.slice(first.id.indexOf(':') + 1)])
  const isInferred = group.some((device) => [...of(device).inferred].some((prefix) => !of(device).stated.has(prefix)))
  context.make('site', site, { name: `Site of ${first.name}`.slice(0, 255), prefixes, ...(isInferred ? { prefixesInferred: true } : {}) })
  for (const device of group) {
    const mine = sessions.filter((session) => session.device === device)
    const speaksBgp = mine.some((session) => session.via !== 'static-vpn')
    const announced = own(device)
    const isPlain = announced.length === prefixes.length && announced.every((prefix, index) => prefix === prefixes[index])
    context.make(
      'customer-gateway',
      device.id,
      {
        awsId: device.awsId,
        name: device.name,
        ...placeFieldsOf(device.place),
        site,
        IpAddress: device.ip,
        BgpAsn: device.asn,
        DeviceName: device.deviceName?.slice(0, 255) || undefined,
        ispLinks: [],
        announcedPrefixes: !speaksBgp || isPlain ? [] : announced,
        bgp: mine.length === 0 || speaksBgp,
      },
      device.founds.flatMap((found) => found.lines.filter((line) => line.type === 'CustomerGateway')),
    )
    const remark = remarkOn(device, of(device), speaksBgp)
    const told = device.founds[0]
    if (remark && told) context.note(told, remark)
    if (mine.length === 0 && told) context.note(told, 'no connection of the import uses it')
  }
}
