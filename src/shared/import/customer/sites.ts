import type { ImportContext } from '../context.ts'
import type { Device } from './device.ts'
import type { Behind } from './evidence.ts'
import type { Session } from './session.ts'

const withoutDefault = (behind: Behind | undefined): string => [...(behind?.stated ?? []), ...(behind?.inferred ?? [])].filter((prefix) => !prefix.endsWith('/0')).sort().join(' ')

/**
 * Groups devices by site: those of one public address, and those of one gateway behind which the very same prefixes lie,
 * when BGP peers also share the ASN. A prefix lives in one place, and sites of their own need ASNs of their own
 * (F-VPN-65), so such devices are a redundant pair rather than two sites.
 */
export function groupIntoSites(devices: readonly Device[], sessions: readonly Session[], evidence: ReadonlyMap<Device, Behind>, context: ImportContext): Device[][] {
  const keysOf = (device: Device): string[] => {
    const prefixes = withoutDefault(evidence.get(device))
    const shared = prefixes === '' ? [] : sessions.filter((session) => session.device === device).map(({ gateway, via }) => JSON.stringify([gateway, prefixes, via === 'static-vpn' ? 'static' : device.asn]))
    return device.ip === undefined ? shared : [device.ip, ...shared]
  }
  const groups: Device[][] = []
  const byKey = new Map<string, Device[]>()
  for (const device of devices) {
    const keys = keysOf(device)
    const met = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []).map((other) => groups.find((group) => group.includes(other))).filter((group) => group !== undefined))]
    const group = [...met.flat(), device]
    for (const old of met) groups.splice(groups.indexOf(old), 1)
    groups.push(group)
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), device])
    const [told, partner] = [device.founds[0], met[0]?.[0]]
    if (told && partner && partner.ip !== device.ip) context.note(told, `assumed: it stands at the same site as ${partner.name}, because the same prefixes lie behind both`)
  }
  return groups
}
