import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../../src/renderer/commands/index.ts'
import { KEY_SECTIONS } from '../../../../src/renderer/dialogs/key-list.ts'

const keys = COMMANDS.flatMap((command) => command.keys ?? [])

describe('the registry of commands', () => {
  it('has each id, label and key once', () => {
    const repeated = (all: readonly string[]) => all.filter((entry, position) => all.indexOf(entry) !== position)
    expect(repeated(COMMANDS.map(({ id }) => id))).toEqual([])
    expect(repeated(COMMANDS.map(({ label }) => label))).toEqual([])
    expect(repeated(keys)).toEqual([])
  })

  it('writes keys in one notation: Mod, Alt, Shift in this order, and letters large', () => {
    expect(keys.filter((key) => !/^(Mod\+)?(Alt\+)?(Shift\+)?(.|[A-Z][A-Za-z]+\d*|F\d+)$/.test(key) || /(^|\+)[a-z]$/.test(key))).toEqual([])
  })

  it('stays clear of keys that other keyboards lack or type letters with', () => {
    expect(keys.filter((key) => /[\\/]$/.test(key) || key.startsWith('Mod+Alt+'))).toEqual([])
  })

  it('is the key sheet: every command with a key has a line there', () => {
    const lines = KEY_SECTIONS.flatMap(({ title, keys: entries }) => entries.map((entry) => ({ title, ...entry })))
    for (const { label, section, keys: own, sheet } of COMMANDS) {
      if (!own) continue
      const line = lines.find(({ title, does }) => title === section && does === (sheet?.does ?? label))
      expect(line?.keys, label).toEqual(expect.arrayContaining(sheet ? [sheet.keys] : [...own]))
    }
    const places = lines.map(({ title, does }) => `${title}: ${does}`)
    expect(places.filter((place, position) => places.indexOf(place) !== position)).toEqual([])
  })
})
