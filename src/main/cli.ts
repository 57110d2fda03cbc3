import type { CallError } from '../shared/contract.ts'
import { readArguments, unknownName } from './cli/arguments.ts'
import type { Command, Output } from './cli/command.ts'
import { COMMANDS } from './cli/commands/index.ts'
import { commandHelp, generalHelp } from './cli/help.ts'
import { reportBug } from './report-bug.ts'
import { version } from './version.ts'

/** The ends of the program: good, an answer that is bad news, bad input or use, our own fault. */
type Exit = 0 | 1 | 2 | 3

/** A reader that has seen enough ("| head") is nobody's fault. */
function forgiveClosedReader(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EPIPE') throw cause
}

function openOutput(): Output {
  for (const stream of [process.stdout, process.stderr]) stream.off('error', forgiveClosedReader).on('error', forgiveClosedReader)
  return {
    print: (text) => { process.stdout.write(text.endsWith('\n') ? text : `${text}\n`) },
    say: (line) => { process.stderr.write(`${line}\n`) },
    width: Math.min(Math.max(process.stdout.columns ?? 100, 60), 140),
  }
}

function complain(output: Output, where: string, { code, message, details = [] }: CallError): Exit {
  output.say(`${where}: ${message}`)
  for (const detail of details) output.say(`  ${detail}`)
  if (code === 'bad-use') output.say(`Try: ${where} --help`)
  return 2
}

async function perform(command: Command, argv: readonly string[], output: Output): Promise<Exit> {
  if (argv.includes('--help') || argv.includes('-h')) {
    output.print(commandHelp(command))
    return 0
  }
  const given = readArguments(command, argv)
  const done = given.ok ? await command.run(given.value, output) : given
  return done.ok ? done.value : complain(output, `causeway ${command.name}`, done.error)
}

async function choose(argv: readonly string[], output: Output): Promise<Exit> {
  const [first, ...rest] = argv
  if (first === '--version' || first === '-V') {
    output.print(version)
    return 0
  }
  const isHelp = first === '--help' || first === '-h' || first === 'help'
  const asked = isHelp ? rest[0] : first
  if (asked === undefined) {
    const help = generalHelp(COMMANDS, version)
    if (isHelp) output.print(help)
    else output.say(help)
    return isHelp ? 0 : 2
  }
  const command = COMMANDS.find(({ name }) => name === asked)
  if (command === undefined) {
    const names = COMMANDS.map(({ name }) => name)
    return complain(output, 'causeway', { code: 'bad-use', message: unknownName(asked.startsWith('-') ? 'option' : 'command', asked, names) })
  }
  return perform(command, isHelp ? ['--help'] : rest, output)
}

/** Runs the command line; answers the exit code and never throws. */
export async function main(argv: readonly string[]): Promise<Exit> {
  try {
    return await choose(argv, openOutput())
  } catch (cause) {
    reportBug(`causeway ${argv[0] ?? ''}`.trim(), cause)
    return 3
  }
}
