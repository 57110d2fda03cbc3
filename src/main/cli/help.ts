import type { Command, Option } from './command.ts'
import { table } from './text/table.ts'
import { wrap } from './text/wrap.ts'

const WIDTH = 96

const form = (name: string, { value, short }: Option): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`

function usageOf({ name, places, options }: Command): string {
  const parts = Object.entries(options).map(([option, { value, isRequired, isRepeatable }]) => {
    const text = `--${option}${value === undefined ? '' : ` ${value}`}`
    return `${isRequired ? text : `[${text}]`}${isRepeatable ? '...' : ''}`
  })
  const place = places.least === 0 && places.label !== '' ? `[${places.label}]` : places.label
  return ['causeway', name, place + (places.most > 1 ? '...' : ''), ...parts].filter((part) => part !== '').join(' ')
}

function usageLines(command: Command): string {
  const forms = command.forms?.map((text) => `causeway ${command.name} ${text}`) ?? [usageOf(command)]
  return forms.map((text, position) => (position === 0 ? 'Usage: ' : '       ') + wrap(text, WIDTH - 7, '         ')).join('\n')
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => [form(name, option), option.help])
  return [
    command.summary,
    '',
    usageLines(command),
    '',
    ...(options.length === 0 ? [] : ['Options', table(options, { indent: '  ', width: WIDTH }), '']),
    ...(command.notes ?? []).flatMap((note) => [wrap(note, WIDTH, ''), '']),
  ].join('\n')
}

/** The help of the whole. */
export function generalHelp(commands: readonly Command[], version: string): string {
  return [
    `Causeway ${version}: draw, check, trace and export AWS network connectivity.`,
    '',
    'Usage: causeway <command> [options]',
    '',
    'Commands',
    table(commands.map(({ name, summary }) => [name, summary]), { indent: '  ', width: WIDTH }),
    '',
    'A <design> is a .causeway.json file, or anything that import reads: a folder or files of',
    '"aws ... describe-*" answers in JSON.',
    '',
    'Answers go to the standard output (JSON with --json), messages to the standard error.',
    'Exit code: 0 good; 1 findings of severity error, a flow that fails, a broken intent,',
    'designs that differ, or a search that finds nothing; 2 bad input or use; 3 a fault of',
    'Causeway itself.',
    '',
    'causeway <command> --help tells more.',
    '',
  ].join('\n')
}
