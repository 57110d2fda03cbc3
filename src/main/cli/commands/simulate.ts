import { answer, refuse } from '../../../shared/contract.ts'
import { estimateAvailability } from '../../../shared/simulation/availability/estimate.ts'
import { simulate, type Simulation } from '../../../shared/simulation/index.ts'
import type { IntentVerdict } from '../../../shared/simulation/types.ts'
import type { Arguments, Command, ExitCode, Output } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { availabilityText } from '../text/availability.ts'
import { simulationText } from '../text/simulation.ts'

function intentJson(simulation: Simulation, verdict: IntentVerdict, withPairs: boolean) {
  const { id, from, to, statement, suggested, holds, reason, singlePointsOfFailure, intent } = verdict
  return {
    id, from, to, statement, suggested, holds,
    ...(reason === undefined ? {} : { reason }),
    singlePointsOfFailure: singlePointsOfFailure.map(({ element, kind, resource, consequence }) => ({ element, kind, resource: resource ?? null, consequence })),
    ...(withPairs ? { pairsOfFailure: simulation.pairs(intent) } : {}),
  }
}

function printAvailability(simulation: Simulation, given: Arguments, output: Output): void {
  const options = given.isSet('assume-planning-values') ? { planningValues: true } : {}
  const estimates = simulation.verdicts().map((verdict) => ({ verdict, estimate: estimateAvailability(simulation, verdict.intent, options) }))
  if (!given.isSet('json')) return output.print(availabilityText(estimates, output.width))
  output.print(JSON.stringify({ intents: estimates.map(({ verdict: { id, from, to, statement, suggested }, estimate: { intent: _id, ...estimate } }) => ({ id, from, to, statement, suggested, ...estimate })) }, null, 2))
}

/** `causeway simulate`: every intent, and what breaks it when it fails. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Judge every intent, fail every element in turn and name the single points of failure.',
  places: DESIGN_PLACE,
  options: {
    pairs: { help: 'fail every two elements together as well' },
    availability: { help: 'estimate instead how much of the time each intent holds, and what costs how much of it' },
    'assume-planning-values': { help: "with --availability: plan with Causeway's own values where nobody commits to one" },
    json: JSON_OPTION,
  },
  notes: ['Exit code 1 when an accepted intent does not hold. Suggested intents are shown and change no exit code.'],
  run: async (given, output) => {
    if (given.isSet('assume-planning-values') && !given.isSet('availability')) return refuse('bad-use', '--assume-planning-values says something only with --availability')
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const simulation = simulate(loaded.value)
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
