import { answer, type Outcome, refuse } from '../../../shared/contract.ts'
import { findPattern, patternDesign, PATTERNS } from '../../../shared/patterns/index.ts'
import { arrange } from '../../arrange.ts'
import { writeDesignFile } from '../../design-file.ts'
import type { Arguments, Command, ExitCode, Output } from '../command.ts'
import { patternsText } from '../text/patterns.ts'

const IDS = PATTERNS.map(({ id }) => id).join(', ')

function list(given: Arguments, output: Output): Outcome<ExitCode> {
  const [, extra] = given.places
  if (extra !== undefined) return refuse('bad-use', `"${extra}" is one argument too many for list`)
  if (given.isSet('output')) return refuse('bad-use', '--output goes with write')
  const entries = PATTERNS.map(({ id, title, figures, useCase, advantages, limitations }) => ({ id, title, figures, useCase, advantages, limitations }))
  output.print(given.isSet('json') ? JSON.stringify({ patterns: entries }, null, 2) : patternsText(PATTERNS, output.width))
  return answer(0)
}

async function write(given: Arguments, output: Output): Promise<Outcome<ExitCode>> {
  const [, id] = given.places
  const path = given.text('output')
  if (given.isSet('json')) return refuse('bad-use', '--json goes with list')
  if (id === undefined) return refuse('bad-use', `<id> is missing; there is ${IDS}`)
  const pattern = findPattern(id)
  if (!pattern) return refuse('bad-use', `there is no pattern ${id}; there is ${IDS}`)
  if (path === undefined) return refuse('bad-use', '--output <file> is missing')
  const written = await writeDesignFile(path, arrange(patternDesign(pattern.id)))
  if (!written.ok) return written
  output.say(`wrote ${path}`)
  return answer(0)
}

/** `causeway patterns`: the known ways to connect networks, and any of them as a design. */
export const patternsCommand: Command = {
  name: 'patterns',
  summary: 'List the connectivity patterns, or write one as a design file.',
  places: { label: 'list or write <id>', least: 1, most: 2 },
  forms: ['list [--json]', 'write <id> --output <file>'],
  options: {
    output: { value: '<file>', short: 'o', help: 'write: the .causeway.json file to write' },
    json: { help: 'list: answer in JSON' },
  },
  notes: ['A pattern comes with what must hold in it already accepted, so that "causeway simulate" judges it and names its single points of failure.'],
  run: async (given, output) => {
    const [action] = given.places
    if (action === 'list') return list(given, output)
    return action === 'write' ? write(given, output) : refuse('bad-use', `there is no patterns ${action}; there is list, write`)
  },
}
