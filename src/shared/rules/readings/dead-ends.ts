import type { Hop, Step, Trace } from '../../simulation/types.ts'
import type { RuleContext } from '../rule.ts'
import { brokenDemands, type Demand } from './demands.ts'
import { remember } from './remember.ts'

/** Where the packets of a broken accepted intent end, on the way there or back. */
export interface DeadEnd {
  readonly demand: Demand
  readonly trace: Trace
  readonly isWayBack: boolean
  readonly hop: Hop
  readonly end: Extract<Step, { readonly kind: 'end' }> | undefined
  /** The filter that dropped the packet, where one did. */
  readonly filter: Extract<Step, { readonly kind: 'filter' }> | undefined
}

function deadEndOf(demand: Demand, trace: Trace | undefined): DeadEnd[] {
  const path = trace?.forward.success === true ? trace.return : trace?.forward
  const hop = path?.hops.at(-1)
  if (!trace || !hop || path?.success !== false) return []
  const end = hop.steps.find((step) => step.kind === 'end')
  const filter = hop.steps.findLast((step) => step.kind === 'filter' && !step.allowed)
  return [{ demand, trace, isWayBack: trace.forward.success, hop, end, filter: filter?.kind === 'filter' ? filter : undefined }]
}

/** Where the packets of each broken accepted intent end, in order of intent. */
export const deadEnds = remember((context: RuleContext): readonly DeadEnd[] => brokenDemands(context).flatMap((demand) => deadEndOf(demand, context.simulation.judge(demand.intent).trace)))
