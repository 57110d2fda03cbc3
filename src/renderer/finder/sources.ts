import { boxesOf, holderOf, holdersOf } from '../../shared/document/groups.ts'
import { boxCaption } from '../../shared/drawing/index.ts'
import { findPattern, PATTERNS } from '../../shared/patterns/index.ts'
import type { App } from '../app.svelte.ts'
import { insert } from '../canvas/actions.ts'
import { placePattern } from '../canvas/insert-pattern.ts'
import { PALETTE, type PaletteItem } from '../canvas/palette-items.ts'
import { kindWords, nameWords } from '../canvas/spoken.ts'
import { nearestTarget } from '../canvas/targets.ts'
import { type Command, type Desk, SECTIONS } from '../commands/command.ts'
import { whenOf } from '../home/when.ts'
import { findResources } from '../panels/find/found.ts'
import { locate } from '../panels/locate.ts'
import type { SelectableId } from '../state/session.svelte.ts'
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

/** Something of the palette that can be put on the canvas. */
function kindEntry({ canvas, focusCanvas }: Desk, title: string, item: PaletteItem): Entry {
  return {
    id: `insert:${item.kind}:${item.label}`,
    label: item.label,
    detail: title,
    picture: { icon: item.icon },
    words: 'insert add new create',
    run: () => {
      focusCanvas()
      insert(canvas, item)
    },
  }
}

const kindEntries = (desk: Desk): Entry[] => PALETTE.flatMap(({ title, items }) => items.map((item) => kindEntry(desk, title, item)))

const ELSEWHERE = 'Elsewhere'

/** What can be inserted, by where it would go, from the frame in use outwards; at last what goes nowhere from here, with the reason. */
export function insertable(desk: Desk, typed: string): EntryGroup[] {
  const { canvas } = desk
  const { index, frameInUse } = canvas
  const places = [...(frameInUse === undefined ? [] : [frameInUse, ...holdersOf(index, frameInUse)]), undefined]
  const titleOf = (holder: string | undefined): string => (holder === undefined ? 'On the canvas' : `In ${nameWords(index, holder)}`)
  const groups = new Map<string, Entry[]>([...places.map(titleOf), ELSEWHERE].map((title) => [title, []]))
  for (const { title, items } of PALETTE) {
    for (const item of items) {
      const target = nearestTarget(index, item, frameInUse)
      const entry = kindEntry(desk, title, item)
      if ('holder' in target) groups.get(titleOf(target.holder))?.push(entry)
      else groups.get(ELSEWHERE)?.push({ ...entry, whyNot: target.reason })
    }
  }
  const all = [...groups].map(([title, entries]) => ({ title, entries, most: entries.length })).filter(({ entries }) => entries.length > 0)
  return typed.trim() === '' ? all : fittingGroups(all, typed)
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

function goTo({ session, focusCanvas }: Desk, id: SelectableId): void {
  locate(session, [id])
  focusCanvas()
}

function resourceEntries(desk: Desk, typed: string): Entry[] {
  return findResources(desk.session.index, typed, MOST_RESOURCES).map(({ resource, label, kindLabel, detail }) => ({
    id: `go:${resource.id}`,
    label,
    detail: detail === '' ? kindLabel : `${kindLabel} · ${detail}`,
    picture: { kind: resource.kind },
    words: typed,
    run: () => goTo(desk, resource.id),
  }))
}

/** Regions, zones and accounts, which are no resources. */
function boxEntries(desk: Desk): Entry[] {
  const { index } = desk.session
  return boxesOf(index).map((box) => {
    const holder = holderOf(index, box.id)
    return {
      id: `go:${box.id}`,
      label: boxCaption(box).title,
      detail: [kindWords(index, box.id), holder === undefined ? '' : `in ${nameWords(index, holder)}`].filter((part) => part !== '').join(' · '),
      picture: { icon: box.kind === 'region' ? 'architecture-group/Region' : undefined },
      run: () => goTo(desk, box.id),
    }
  })
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
      ...(desk ? [{ title: 'Go to', entries: [...resourceEntries(desk, typed), ...boxEntries(desk)], most: MOST_RESOURCES }] : []),
      { title: 'Designs', entries: designs, most: 6 },
    ],
    typed,
  )
}
