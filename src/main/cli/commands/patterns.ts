import { answer, type Outcome, refuse } from '../../../shared/contract.ts'
import { findPattern, type Pattern, patternDesign, type PatternId, PATTERNS, placedPattern } from '../../../shared/patterns/index.ts'
import { simulate, type Simulation } from '../../../shared/simulation/index.ts'
import { writeDesignFile } from '../../design-file.ts'
import type { Arguments, Command, ExitCode, Output } from '../command.ts'
import { judgedPatternText, patternsText } from '../text/patterns.ts'

const IDS = PATTERNS.map(({ id }) => id).join(', ')

const told = ({ id, title, figures, useCase, advantages, limitations }: Pattern) => ({ id, title, figures, useCase, advantages, limitations })

function intentsJson(simulation: Simulation) {
  const labels = new Map(simulation.elements.map(({ element, label }) => [element, label]))
  return simulation.verdicts().filter(({ suggested }) => !suggested).map(({ statement, holds, singlePointsOfFailure }) => ({
    statement,
    holds,
    singlePointsOfFailure: singlePointsOfFailure.map(({ element, kind, consequence }) => ({ element, kind, label: labels.get(element) ?? element, consequence })),
  }))
}

/** The pattern that an action names. */
function named(given: Arguments): Outcome<Pattern<PatternId>> {
  const [, id] = given.places
  if (id === undefined) return refuse('bad-use', `<id> is missing; there is ${IDS}`)
  const pattern = findPattern(id)
  return pattern ? answer(pattern) : refuse('bad-use', `there is no pattern ${id}; there is ${IDS}`)
}

function list(given: Arguments, output: Output): Outcome<ExitCode> {
  const [, extra] = given.places
  if (extra !== undefined) return refuse('bad-use', `"${extra}" is one argument too many for list`)
  if (given.isSet('output')) return refuse('bad-use', '--output goes with write')
  output.print(given.isSet('json') ? JSON.stringify({ patterns: PATTERNS.map(told) }, null, 2) : patternsText(PATTERNS, output.width))
  return answer(0)
}

function show(given: Arguments, output: Output): Outcome<ExitCode> {
  if (given.isSet('output')) return refuse('bad-use', '--output goes with write')
  const pattern = named(given)
  if (!pattern.ok) return pattern
  const simulation = simulate(patternDesign(pattern.value.id))
  output.print(given.isSet('json') ? JSON.stringify({ ...told(pattern.value), intents: intentsJson(simulation) }, null, 2) : judgedPatternText(pattern.value, simulation, output.width))
  return answer(0)
}

async function write(given: Arguments, output: Output): Promise<Outcome<ExitCode>> {
  const path = given.text('output')
  if (given.isSet('json')) return refuse('bad-use', '--json goes with list and show')
  const pattern = named(given)
  if (!pattern.ok) return pattern
  if (path === undefined) return refuse('bad-use', '--output <file> is missing')
  const written = await writeDesignFile(path, placedPattern(pattern.value.id))
  if (!written.ok) return written
  output.say(`wrote ${path}`)
  return answer(0)
}

/** `causeway patterns`: the known ways to connect networks, and any of them as a design. */
export const patternsCommand: Command = {
  name: 'patterns',
  summary: 'List the connectivity patterns, show what breaks one, or write it as a design file.',
  places: { label: 'list, show <id> or write <id>', least: 1, most: 2 },
  forms: ['list [--json]', 'show <id> [--json]', 'write <id> --output <file>'],
  options: {
    output: { value: '<file>', short: 'o', help: 'write: the .causeway.json file to write' },
    json: { help: 'list, show: answer in JSON' },
  },
  notes: ['The file that write makes is laid out, ready to be opened. A pattern comes with what must hold in it already accepted, so that "causeway simulate" judges it and names its single points of failure.'],
  run: async (given, output) => {
    const [action] = given.places
    switch (action) {
      case 'list':
        return list(given, output)
      case 'show':
        return show(given, output)
      case 'write':
        return write(given, output)
      default:
        return refuse('bad-use', `there is no patterns ${action}; there is list, show, write`)
    }
  },
}
