import { describe, expect, it } from 'vitest'
import { readArguments, readNumber } from '../../../../src/main/cli/arguments.ts'
import type { Command } from '../../../../src/main/cli/command.ts'
import { commandHelp } from '../../../../src/main/cli/help.ts'

const command: Command = {
  name: 'paint',
  summary: 'Paint a house.',
  places: { label: '<house>', least: 1, most: 1 },
  options: {
    colour: { value: '<colour>', isRequired: true, choices: ['red', 'blue'], help: 'which' },
    coat: { value: '<n>', isRepeatable: true, help: 'how thick' },
    output: { value: '<file>', short: 'o', help: 'where to' },
    quick: { help: 'in haste' },
  },
  run: () => Promise.reject(new Error('not called')),
}

describe('readArguments', () => {
  it('reads options in any order, in both spellings, and repeated ones', () => {
    const read = readArguments(command, ['--coat', '1', '-o', 'x', 'villa', '--coat=2', '--quick', '--colour=red'])
    if (!read.ok) throw new Error(read.error.message)
    const given = read.value
    expect([given.places, given.text('colour'), given.texts('coat'), given.text('output'), given.isSet('quick')]).toEqual([['villa'], 'red', ['1', '2'], 'x', true])
    expect(given.isSet('coat') && !given.isSet('nothing')).toBe(true)
  })

  it.each([
    [['villa'], '--colour <colour> is missing'],
    [['--colour', 'red'], '<house> is missing'],
    [['a', 'b', '--colour', 'red'], '"b" is one argument too many'],
    [['a', '--colour', 'green'], '--colour green: choose one of red, blue'],
    [['a', '--colour', 'red', '--colour', 'blue'], '--colour was given 2 times; give it once'],
    [['a', '--colour'], '--colour needs a value (<colour>)'],
    [['a', '--colour', '--quick'], '--colour needs a value (<colour>)'],
    [['a', '--colour='], '--colour needs a value (<colour>)'],
    [['a', '--quick=yes', '--colour', 'red'], '--quick takes no value'],
    [['a', '--color', 'red'], 'there is no option --color; there is --colour, --coat, --output, --quick'],
    [['a', '--coats', '3'], 'there is no option --coats; did you mean --coat?'],
    [['a', '-x'], 'there is no option -x; there is --colour, --coat, --output, --quick'],
    [['a', '--constructor', 'red'], 'there is no option --constructor; there is --colour, --coat, --output, --quick'],
  ])('refuses %j in one sentence', (argv, message) => {
    expect(readArguments(command, argv)).toEqual({ ok: false, error: { code: 'bad-use', message } })
  })
})

it.each([['0', 0], ['8080', 8080], ['65536', undefined], ['-1', undefined], ['8e3', undefined], ['eighty', undefined]])('readNumber takes %s as %s', (text, expected) => {
  const read = readArguments(command, ['a', '--colour', 'red', `--coat=${text}`])
  if (!read.ok) throw new Error(read.error.message)
  const number = readNumber(read.value, 'coat', 0, 65_535)
  expect(number.ok ? number.value : undefined).toBe(expected)
})

it('the help of a command names everything it takes', () => {
  const help = commandHelp(command)
  expect(help).toContain('Usage: causeway paint <house> --colour <colour> [--coat <n>]... [--output <file>] [--quick]')
  expect(help).toContain('-o, --output <file>')
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(96)
})
