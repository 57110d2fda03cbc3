import type { ResourceId } from '../../model/id.ts'
import type { RuleContext } from '../rule.ts'
import { brokenDemands } from './demands.ts'
import { remember } from './remember.ts'
import { wantsOf } from './wants.ts'

/** What accepted intents want of the VPCs on transit gateways. Keys are `<transit gateway> <vpc>`, and with a second VPC for pairs. */
export interface TransitWants {
  readonly wanted: ReadonlySet<string>
  /** Those of them with an intent that fails. */
  readonly broken: ReadonlySet<string>
  /** Pairs of VPCs that want to reach each other and do not, both ways round. */
  readonly brokenPairs: ReadonlySet<string>
}

/** Reads, per transit gateway, which VPCs accepted intents want reached over it. */
export const transitWants = remember((context: RuleContext): TransitWants => {
  const failing = new Set(brokenDemands(context).map(({ intent }) => intent.id))
  const wants = { wanted: new Set<string>(), broken: new Set<string>(), brokenPairs: new Set<string>() }
  for (const { intent, from, to, connections } of wantsOf(context)) {
    const vpcs: ResourceId[] = [from, to].flatMap((end) => (end?.type === 'vpc' ? [end.vpc.id] : []))
    for (const { type, target } of connections) {
      if (type !== 'transit') continue
      for (const vpc of vpcs) wants.wanted.add(`${target} ${vpc}`)
      if (!failing.has(intent.id)) continue
      for (const vpc of vpcs) wants.broken.add(`${target} ${vpc}`)
      const [first, second] = vpcs
      if (first !== undefined && second !== undefined) wants.brokenPairs.add(`${target} ${first} ${second}`).add(`${target} ${second} ${first}`)
    }
  }
  return wants
})
