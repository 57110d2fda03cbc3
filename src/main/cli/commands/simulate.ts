import { answer, refuse } from '../../../shared/contract.ts'
import { simulate, type Simulation } from '../../../shared/simulation/index.ts'
import type { IntentVerdict } from '../../../shared/simulation/types.ts'
import type { Command, ExitCode } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { misuseOfTime, OVER_TIME_OPTIONS, printAvailability, printTimeline } from '../over-time.ts'
import { simulationText } from '../text/simulation.ts'
import { MATRIX_NOTE, misuseOfMatrix, printMatrix, WHOLE_NETWORK_OPTIONS } from '../whole-network.ts'

function intentJson(simulation: Simulation, verdict: IntentVerdict, withPairs: boolean) {
  const { id, from, to, statement, suggested, holds, reason, singlePointsOfFailure, intent } = verdict
  return {
    id, from, to, statement, suggested, holds,
    ...(reason === undefined ? {} : { reason }),
    singlePointsOfFailure: singlePointsOfFailure.map(({ element, kind, resource, consequence }) => ({ element, kind, resource: resource ?? null, consequence })),
    ...(withPairs ? { pairsOfFailure: simulation.pairs(intent) } : {}),
  }
}

/** `causeway simulate`: every intent, and what breaks it when it fails. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Judge every intent, fail every element in turn and name the single points of failure.',
  places: DESIGN_PLACE,
  options: {
    pairs: { help: 'fail every two elements together as well' },
    ...OVER_TIME_OPTIONS,
    ...WHOLE_NETWORK_OPTIONS,
    json: JSON_OPTION,
  },
  notes: [MATRIX_NOTE, 'Exit code 1 when an accepted intent does not hold. Suggested intents are shown and change no exit code.'],
  run: async (given, output) => {
    const misuse = misuseOfTime(given) ?? misuseOfMatrix(given)
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
    const verdicts = simulation.verdicts()
    const exit = answer<ExitCode>(verdicts.some(({ suggested, holds }) => !suggested && holds === false) ? 1 : 0)
    if (given.isSet('availability')) {
      printAvailability(simulation, given, output)
      return exit
    }
    const withPairs = given.isSet('pairs')
    if (given.isSet('json')) {
      const elements = simulation.elements.map(({ element, kind, resource, label }) => ({ element, kind, resource: resource ?? null, label }))
      output.print(JSON.stringify({ intents: verdicts.map((verdict) => intentJson(simulation, verdict, withPairs)), elements }, null, 2))
    } else {
      output.print(simulationText(simulation, verdicts, withPairs, output.width))
    }
    return exit
  },
}
