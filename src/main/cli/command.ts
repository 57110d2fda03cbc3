import type { Outcome } from '../../shared/contract.ts'

/** How a command ends: 0 good; 1 findings of severity error, a flow that does not work, or a broken intent. */
export type ExitCode = 0 | 1

/** Where a command's words go. */
export interface Output {
  /** What was asked for: the standard output. */
  readonly print: (text: string) => void
  /** Progress and messages: one line on the standard error. */
  readonly say: (line: string) => void
  /** Characters that fit in a line. */
  readonly width: number
}

/** An option of a command. Without `value` it is a switch. */
export interface Option {
  /** What stands for the value in the help: `<file>`. */
  readonly value?: string
  readonly help: string
  readonly short?: string
  readonly isRequired?: true
  readonly isRepeatable?: true
  /** The only values there are. */
  readonly choices?: readonly string[]
}

/** What the command line said, by option name. */
export interface Arguments {
  readonly places: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => readonly string[]
  readonly isSet: (name: string) => boolean
}

/** One command of `causeway`. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What it reads besides options, as the help shows it: `<design>`. */
  readonly places: { readonly label: string; readonly least: number; readonly most: number }
  /** How it is used, one line for each form, when places and options do not say it: what follows the command's name. */
  readonly forms?: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Paragraphs for the help of the command. */
  readonly notes?: readonly string[]
  readonly run: (given: Arguments, output: Output) => Promise<Outcome<ExitCode>>
}
