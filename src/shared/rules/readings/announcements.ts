import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { ruleFor } from '../../simulation/routes/policy.ts'
import { announcedBy } from './learned.ts'

type Device = ResourceOf<'customer-gateway'>

/** A router's policy with its prefixes parsed, as the simulation reads it. */
const policyOf = ({ bgpPolicy = [] }: Device) => ({ policy: bgpPolicy.map((rule) => ({ ...rule, prefixes: parsePrefixes(rule.prefixes) })) })

/** What a device announces over one link, after its policy; undefined when the design does not say, or an import guessed it. */
export function announcedOver(index: DesignIndex, device: Device | undefined, link: ResourceId): readonly Prefix[] | undefined {
  const announced = device && announcedBy(index, device)
  if (!announced || !device) return undefined
  if (!device.bgpPolicy) return announced
  const router = policyOf(device)
  return announced.filter((prefix) => ruleFor(router, 'out', link, prefix) !== 'deny')
}

/** How many times a device adds its own ASN to what it announces over a link: the most of any prefix. */
export function prependsOver(index: DesignIndex, device: Device | undefined, link: ResourceId): number {
  if (!device?.bgpPolicy) return 0
  const router = policyOf(device)
  return Math.max(0, ...(announcedBy(index, device) ?? []).map((prefix) => {
    const rule = ruleFor(router, 'out', link, prefix)
    return rule === 'deny' ? 0 : (rule?.prepend ?? 0)
  }))
}
