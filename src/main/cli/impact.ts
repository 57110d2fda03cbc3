import { blastRadius } from '../../shared/simulation/impact/blast-radius.ts'
import { doubleFailuresOf } from '../../shared/simulation/impact/double-failures.ts'
import { endsOfPairs, reachablePairs } from '../../shared/simulation/impact/reachable-pairs.ts'
import { singleFailures } from '../../shared/simulation/impact/single-failures.ts'
import type { Simulation } from '../../shared/simulation/index.ts'
import type { ElementId } from '../../shared/simulation/types.ts'
import { finish } from '../../shared/slices.ts'
import type { Arguments, Option, Output } from './command.ts'
import { impactText, type Impact } from './text/impact.ts'

/** Options of `simulate` that ask what failures do. */
export const IMPACT_OPTIONS = {
  impact: { help: 'show what the loss of each element does to each intent, what takes over, and what each element takes down; with --pairs of every two as well' },
} as const satisfies Readonly<Record<string, Option>>

/** With more VPCs and sites than this, reachable pairs are not counted: their number grows with the square. */
const MOST_ENDS = 60

/** Why the options do not go together; undefined when they do. */
export function misuseOfImpact(given: Arguments): string | undefined {
  const other = given.isSet('impact') ? ['availability', 'timeline'].find((name) => given.isSet(name)) : undefined
  return other === undefined ? undefined : `give --impact or --${other}, not both`
}

function impactOf(simulation: Simulation, failed: readonly ElementId[], withPairs: boolean): Impact {
  const intents = finish(singleFailures(simulation, simulation.intents, failed))
  const ends = endsOfPairs(simulation, failed).length
  const reachable = ends > MOST_ENDS ? undefined : finish(reachablePairs(simulation, failed))
  return {
    failed,
    intents,
    ...(withPairs ? { pairs: finish(doubleFailuresOf(simulation, simulation.intents, failed)) } : {}),
    elements: blastRadius(simulation, intents, reachable),
    reachablePairs: reachable?.total ?? null,
  }
}

/** Answers `simulate --impact`. */
export function printImpact(simulation: Simulation, failed: readonly ElementId[], given: Arguments, output: Output): void {
  const impact = impactOf(simulation, failed, given.isSet('pairs'))
  output.print(given.isSet('json') ? JSON.stringify(impact, null, 2) : impactText(simulation, impact, output.width))
}
