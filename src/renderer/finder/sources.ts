import { findPattern, PATTERNS } from '../../shared/patterns/index.ts'
import type { App } from '../app.svelte.ts'
import { insert } from '../canvas/actions.ts'
import { placePattern } from '../canvas/insert-pattern.ts'
import { PALETTE } from '../canvas/palette-items.ts'
import { type Command, type Desk, SECTIONS } from '../commands/command.ts'
import { whenOf } from '../home/when.ts'
import { findResources } from '../panels/find/found.ts'
import { locate } from '../panels/locate.ts'
import { type Entry, type EntryGroup, fittingGroups } from './entry.ts'

const PALETTE_COMMAND = 'palette.open'

/** A command as a line. */
function commandEntry<D>(command: Command<D>, desk: D): Entry {
  const { id, label, section, keys, icon, words = '' } = command
  const detail = command.detail?.(desk)
  const whyNot = command.whyNot?.(desk)
  const isChecked = command.isChecked?.(desk)
  return {
    id,
    label,
    picture: { glyph: icon },
    words: `${words} ${section}`,
    ...(keys?.[0] === undefined ? {} : { key: keys[0] }),
    ...(detail === undefined ? {} : { detail }),
    ...(isChecked === undefined ? {} : { isChecked }),
    ...(whyNot === undefined ? {} : { whyNot }),
    run: () => command.run(desk),
  }
}

/** Commands by section, what can be done now first; without the one that opens the palette. */
export function commandGroups<D>(commands: readonly Command<D>[], desk: D): EntryGroup[] {
  return SECTIONS.map((title) => {
    const entries = commands.filter(({ section, id }) => section === title && id !== PALETTE_COMMAND).map((command) => commandEntry(command, desk))
    return { title, entries: [...entries.filter(({ whyNot }) => whyNot === undefined), ...entries.filter(({ whyNot }) => whyNot !== undefined)] }
  }).filter(({ entries }) => entries.length > 0)
}

/** Everything of the palette that can be put on the canvas. */
function kindEntries({ canvas, focusCanvas }: Desk): Entry[] {
  return PALETTE.flatMap(({ title, items }) =>
    items.map((item) => ({
      id: `insert:${item.kind}:${item.label}`,
      label: item.label,
      detail: title,
      picture: { icon: item.icon },
      words: 'insert add new create',
      run: () => {
        focusCanvas()
        insert(canvas, item)
      },
    })),
  )
}

function patternEntries({ canvas, focusCanvas }: Desk): Entry[] {
  return PATTERNS.map(({ id, title, useCase, figures }) => ({
    id: `pattern:${id}`,
    label: title,
    detail: 'Pattern',
    picture: { glyph: 'pattern' },
    words: `insert pattern template ${id} ${figures.join(' ')} ${useCase}`,
    run: () => {
      focusCanvas()
      placePattern(canvas, findPattern(id)?.id ?? id)
    },
  }))
}

const MOST_RESOURCES = 8

function resourceEntries({ session, focusCanvas }: Desk, typed: string): Entry[] {
  return findResources(session.index, typed, MOST_RESOURCES).map(({ resource, label, kindLabel, detail }) => ({
    id: `go:${resource.id}`,
    label,
    detail: detail === '' ? kindLabel : `${kindLabel} · ${detail}`,
    picture: { kind: resource.kind },
    words: typed,
    run: () => {
      focusCanvas()
      locate(session, [resource.id])
    },
  }))
}

/** Designs of the library, other than the open one. */
export function designEntries(app: App, now: number, dateOf: (time: number) => string): Entry[] {
  return (app.library.designs ?? [])
    .filter(({ id }) => id !== app.session?.id)
    .map(({ id, name, changedAt }) => ({
      id: `design:${id}`,
      label: name,
      detail: `Design, ${whenOf(changedAt, now, dateOf)}`,
      picture: { glyph: 'file' },
      words: 'open design library',
      run: () => void app.open(id),
    }))
}

/** What the palette offers: without text what was used lately and every command, with text the best of everything. */
export function offered(typed: string, commands: readonly EntryGroup[], designs: readonly Entry[], recent: readonly string[], desk?: Desk): EntryGroup[] {
  const insertable = desk ? [...kindEntries(desk), ...patternEntries(desk)] : []
  if (typed.trim() === '') {
    const known = new Map([...commands.flatMap(({ entries }) => entries), ...insertable, ...designs].map((entry) => [entry.id, entry]))
    const lately = recent.flatMap((id) => known.get(id) ?? []).map((entry) => ({ ...entry, id: `recent ${entry.id}` }))
    return [...(lately.length > 0 ? [{ title: 'Recent', entries: lately }] : []), ...commands, ...(desk ? [] : [{ title: 'Designs', entries: designs.slice(0, MOST_RESOURCES) }].filter(({ entries }) => entries.length > 0))]
  }
  return fittingGroups(
    [
      { title: 'Commands', entries: commands.flatMap(({ entries }) => entries), most: 10 },
      { title: 'Insert', entries: insertable, most: 8 },
      ...(desk ? [{ title: 'Go to', entries: resourceEntries(desk, typed), most: MOST_RESOURCES }] : []),
      { title: 'Designs', entries: designs, most: 6 },
    ],
    typed,
  )
}
