import { groupThings, ungroup, whyNoGrouping } from '../../shared/document/commands/groupings.ts'
import { groupedOf, withGrouped } from '../../shared/document/groupings.ts'
import { type Rect, unionOf } from '../../shared/drawing/rects.ts'
import { newResourceId } from '../state/ids.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import type { CanvasView } from './view.svelte.ts'

/** What a click on a thing selects: its whole group, unless the person has gone into that group; of a line its intents. */
export function wholeOf(view: CanvasView, id: SelectableId): readonly SelectableId[] {
  const line = view.intentLines.byId.get(id)
  if (line) return line.intents.map((intent) => intent.id as string as SelectableId)
  const grouped = groupedOf(view.index, id)
  return grouped && grouped.grouping.id !== view.entered ? grouped.members : [id]
}

/** Some things with the whole groups among them; members of the group that was entered stand alone. */
export function wholesOf(view: CanvasView, ids: Iterable<SelectableId>): SelectableId[] {
  return [...new Set([...ids].flatMap((id) => wholeOf(view, id)))]
}

/** Selects a thing, or with `adds` adds or takes it away, as a whole group where it belongs to one; leaves a group that it does not belong to. */
export function selectWhole(view: CanvasView, id: SelectableId, adds = false): void {
  const { session } = view
  if (groupedOf(view.index, id)?.grouping.id !== view.entered) view.entered = undefined
  const whole = wholeOf(view, id)
  if (!adds) return session.select(whole)
  const others = [...session.selection].filter((other) => !whole.includes(other))
  session.select(whole.some((one) => session.selection.has(one)) ? others : [...others, ...whole])
}

/** The groups of which something is selected: their areas as they are drawn now. */
export function groupsShown(view: CanvasView): readonly { readonly area: Rect; readonly isEntered: boolean }[] {
  const groups = new Map([...view.session.selection].flatMap((id) => {
    const grouped = groupedOf(view.index, id)
    return grouped ? [[grouped.grouping.id, grouped.members] as const] : []
  }))
  return [...groups].flatMap(([id, members]) => {
    const area = unionOf(members.flatMap((member) => view.stage.boundsOf(member) ?? []))
    return area ? [{ area, isEntered: id === view.entered }] : []
  })
}

/** Goes into the group of a thing, so that the thing alone is selected; false when it is in none, or that is entered already. */
export function enterGroup(view: CanvasView, id: SelectableId): boolean {
  const grouped = groupedOf(view.index, id)
  if (!grouped || grouped.grouping.id === view.entered) return false
  view.entered = grouped.grouping.id
  view.session.select([id])
  view.focused = id
  return true
}

/** Comes out of the group that was entered and selects it whole; false when none was. */
export function leaveGroup(view: CanvasView): boolean {
  const { entered, session } = view
  if (entered === undefined) return false
  view.entered = undefined
  session.select(withGrouped(view.index, [...session.selection].filter((id) => groupedOf(view.index, id)?.grouping.id === entered)))
  return true
}

/** Why what is selected cannot be grouped; undefined when it can. */
export function whyNoGroup({ index, session }: CanvasView): string | undefined {
  return whyNoGrouping(index, session.selection)
}

/** Groups what is selected. */
export function groupSelected(view: CanvasView): void {
  const { session } = view
  const reason = whyNoGroup(view)
  if (reason !== undefined) return session.notices.add('info', reason)
  view.entered = undefined
  session.perform(groupThings(session.index, newResourceId, session.selection))
}

/** Why there is no group to dissolve; undefined when there is. */
export function whyNoUngroup({ index, session }: CanvasView): string | undefined {
  return [...session.selection].some((id) => groupedOf(index, id)) ? undefined : 'Nothing of what is selected is grouped.'
}

/** Dissolves the groups of what is selected. */
export function ungroupSelected(view: CanvasView): void {
  const { session } = view
  const reason = whyNoUngroup(view)
  if (reason !== undefined) return session.notices.add('info', reason)
  view.entered = undefined
  session.perform(ungroup(session.index, session.selection))
}
