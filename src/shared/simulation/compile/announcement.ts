import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes, type Prefix } from '../../net/prefix.ts'
import type { PolicyRule } from './fragment.ts'
import type { ReadingView } from './view.ts'

type Device = ResourceOf<'customer-gateway'>

/** A router's policy with its prefixes parsed. */
export const compilePolicy = (rules: Device['bgpPolicy']): PolicyRule[] => (rules ?? []).map((rule) => ({ ...rule, prefixes: parsePrefixes(rule.prefixes) }))

/** What a device is to announce: its own list, else its site's prefixes. */
export function announcedBy(device: Device, view: ReadingView): Prefix[] {
  return parsePrefixes(device.announcedPrefixes.length > 0 ? device.announcedPrefixes : (view.getOf('site', device.site)?.prefixes ?? []))
}
