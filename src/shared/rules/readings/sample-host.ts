import type { Address } from '../../net/address.ts'
import { equalPrefix, type Prefix, sampleAddress } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import type { End } from './intent-ends.ts'

/** The host that stands for a block of an end. Of a site's summary it is one that lies in no VPC and at no other site, as the simulation has it. */
export function hostOf({ simulation }: RuleContext, end: End, block: Prefix): Address {
  if (end.type !== 'site' || end.site === undefined) return sampleAddress(block)
  const own = simulation.network.fragment('site', end.site)?.prefixes.find((prefix) => equalPrefix(prefix, block))
  return simulation.network.sampleOf(end.site, own ?? block)
}
