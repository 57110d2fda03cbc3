import { parseArgs } from 'node:util'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Arguments, Command } from './command.ts'

const misuse = (message: string): Outcome<never> => refuse('bad-use', message)

/** The name among `names` that the person probably meant; undefined when none is close. */
function nearest(typed: string, names: readonly string[]): string | undefined {
  return names.find((name) => typed.length > 2 && (name.startsWith(typed) || typed.startsWith(name) || name.replaceAll('-', '') === typed.replaceAll('-', '').toLowerCase()))
}

/** Why there is no such name, with the closest one there is. */
export function unknownName(what: string, typed: string, names: readonly string[]): string {
  const close = nearest(typed, names)
  return `there is no ${what} ${typed}; ${close === undefined ? `there is ${names.join(', ')}` : `did you mean ${close}?`}`
}

type Values = ReadonlyMap<string, readonly string[]>

function checkOption(command: Command, name: string, values: readonly string[]): string | undefined {
  const option = command.options[name]
  const [value] = values
  if (option === undefined || value === undefined) return undefined
  if (values.length > 1 && !option.isRepeatable) return `--${name} was given ${values.length} times; give it once`
  if (option.value !== undefined && value === '') return `--${name} needs a value (${option.value})`
  if (option.choices && !option.choices.includes(value)) return `--${name} ${value}: choose one of ${option.choices.join(', ')}`
  return undefined
}

function readTokens(command: Command, argv: readonly string[]): Outcome<{ values: Values; places: string[] }> {
  const known = Object.entries(command.options)
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(known.map(([name, { value, short }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) }])),
  })
  const values = new Map<string, string[]>()
  const places: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') places.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined
    if (option === undefined) return misuse(unknownName('option', token.rawName, known.map(([name]) => `--${name}`)))
    if (option.value === undefined && token.value !== undefined) return misuse(`--${token.name} takes no value`)
    if (option.value !== undefined && (token.value === undefined || (!token.inlineValue && token.value.startsWith('-') && token.value !== '-'))) {
      return misuse(`--${token.name} needs a value (${option.value})`)
    }
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ''])
  }
  return answer({ values, places })
}

/** Reads what follows the command's name; anything it does not know is a refusal of code `bad-use`. */
export function readArguments(command: Command, argv: readonly string[]): Outcome<Arguments> {
  const read = readTokens(command, argv)
  if (!read.ok) return read
  const { values, places } = read.value
  for (const [name, given] of values) {
    const complaint = checkOption(command, name, given)
    if (complaint !== undefined) return misuse(complaint)
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (option.isRequired && !values.has(name)) return misuse(`--${name} ${option.value ?? ''} is missing`)
  }
  const { label, least, most } = command.places
  if (places.length < least || places.includes('')) return misuse(`${label} is missing`)
  if (places.length > most) return misuse(`"${places[most]}" is one argument too many`)
  return answer({
    places,
    text: (name) => values.get(name)?.[0],
    texts: (name) => values.get(name) ?? [],
    isSet: (name) => values.has(name),
  })
}

/** A whole number in a range; undefined when the option is not there. */
export function readNumber(given: Arguments, name: string, least: number, most: number): Outcome<number | undefined> {
  const text = given.text(name)
  if (text === undefined) return answer(undefined)
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? answer(number) : misuse(`--${name} ${text}: give a whole number from ${least} to ${most}`)
}
