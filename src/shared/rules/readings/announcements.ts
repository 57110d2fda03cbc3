import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { ruleFor } from '../../simulation/routes/policy.ts'
import { announcedBy, policyOf } from './learned.ts'

export { announcedOver } from './learned.ts'

type Device = ResourceOf<'customer-gateway'>

/** How many times a device adds its own ASN to what it announces over a link: the most of any prefix. */
export function prependsOver(index: DesignIndex, device: Device | undefined, link: ResourceId): number {
  if (!device?.bgpPolicy) return 0
  const router = policyOf(device)
  return Math.max(0, ...(announcedBy(index, device) ?? []).map((prefix) => {
    const rule = ruleFor(router, 'out', link, prefix)
    return rule === 'deny' ? 0 : (rule?.prepend ?? 0)
  }))
}
