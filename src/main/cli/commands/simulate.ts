import { answer, refuse } from '../../../shared/contract.ts'
import { simulate, type Simulation } from '../../../shared/simulation/index.ts'
import { effectOnIntent } from '../../../shared/simulation/impact/state-of-failure.ts'
import type { ElementId, IntentVerdict } from '../../../shared/simulation/types.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import { readFailed } from '../failed.ts'
import { IMPACT_OPTIONS, misuseOfImpact, printImpact } from '../impact.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, FAIL_OPTION, JSON_OPTION } from '../options.ts'
import { misuseOfTime, OVER_TIME_OPTIONS, printAvailability, printTimeline } from '../over-time.ts'
import { simulationText } from '../text/simulation.ts'
import { MATRIX_NOTE, misuseOfMatrix, printMatrix, WHOLE_NETWORK_OPTIONS } from '../whole-network.ts'

function intentJson(simulation: Simulation, verdict: IntentVerdict, failed: readonly ElementId[], withPairs: boolean) {
  const { id, from, to, statement, suggested, holds, reason, endpointLost, singlePointsOfFailure, intent } = verdict
  return {
    id, from, to, statement, suggested, holds,
    ...(reason === undefined ? {} : { reason }),
    ...(endpointLost === undefined ? {} : { endpointLost }),
    ...(failed.length === 0 ? {} : { effect: effectOnIntent(simulation, intent, failed) ?? null }),
    singlePointsOfFailure: singlePointsOfFailure.map(({ element, kind, resource, consequence }) => ({ element, kind, resource: resource ?? null, consequence })),
    ...(withPairs ? { pairsOfFailure: simulation.pairs(intent, failed) } : {}),
  }
}

function misuseOfFail(given: Arguments): string | undefined {
  const other = given.texts('fail').length > 0 ? ['availability', 'timeline'].find((name) => given.isSet(name)) : undefined
  return other === undefined ? undefined : `--fail says nothing with --${other}`
}

/** `causeway simulate`: every intent, and what breaks it when it fails. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Judge every intent, fail every element in turn and name the single points of failure.',
  places: DESIGN_PLACE,
  options: {
    pairs: { help: 'fail every two elements together as well' },
    ...IMPACT_OPTIONS,
    fail: FAIL_OPTION,
    ...OVER_TIME_OPTIONS,
    ...WHOLE_NETWORK_OPTIONS,
    json: JSON_OPTION,
  },
  notes: [MATRIX_NOTE, 'With --fail, intents are judged as they stand then, and what would break them next. Exit code 1 when an accepted intent does not hold. Suggested intents are shown and change no exit code.'],
  run: async (given, output) => {
    const misuse = misuseOfTime(given) ?? misuseOfMatrix(given) ?? misuseOfImpact(given) ?? misuseOfFail(given)
    if (misuse !== undefined) return refuse('bad-use', misuse)
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const simulation = simulate(loaded.value)
    if (given.isSet('matrix')) {
      const printed = printMatrix(simulation, given, output)
      return printed.ok ? answer<ExitCode>(0) : printed
    }
    if (given.isSet('timeline')) {
      const printed = printTimeline(simulation, given, output)
      return printed.ok ? answer<ExitCode>(0) : printed
    }
    const failed = readFailed(simulation, given.texts('fail'))
    if (!failed.ok) return failed
    const verdicts = simulation.intents.map((intent) => simulation.judge(intent, failed.value))
    const exit = answer<ExitCode>(verdicts.some(({ suggested, holds }) => !suggested && holds === false) ? 1 : 0)
    if (given.isSet('availability')) {
      printAvailability(simulation, given, output)
      return exit
    }
    if (given.isSet('impact')) {
      printImpact(simulation, failed.value, given, output)
      return exit
    }
    const withPairs = given.isSet('pairs')
    if (given.isSet('json')) {
      const elements = simulation.elements.map(({ element, kind, resource, label }) => ({ element, kind, resource: resource ?? null, label }))
      output.print(JSON.stringify({ ...(failed.value.length === 0 ? {} : { failed: failed.value }), intents: verdicts.map((verdict) => intentJson(simulation, verdict, failed.value, withPairs)), elements }, null, 2))
    } else {
      output.print(simulationText(simulation, verdicts, { withPairs, failed: failed.value }, output.width))
    }
    return exit
  },
}
