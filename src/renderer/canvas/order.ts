import { type HolderId, membersOf } from '../../shared/document/groups.ts'
import { isCollapsed } from '../../shared/document/collapsed.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { relationLinesOf } from '../../shared/document/relation-lines.ts'
import { rectOf } from '../../shared/drawing/rects.ts'
import { definitionOf } from '../../shared/model/index.ts'

const ROW = 24

/** Everything on the canvas in the order that Tab goes: rows from the top, each container followed by what it holds, then links, and last what fields join where that is shown. */
export function tabOrder(index: DesignIndex, showsRelations = false): string[] {
  const order: string[] = []
  const visit = (id: HolderId | undefined): void => {
    if (id !== undefined) order.push(id)
    if (id !== undefined && isCollapsed(index, id)) return
    const members = membersOf(index, id).map((member) => ({ member, rect: rectOf(index, member) }))
    const row = (y: number | undefined): number => Math.floor((y ?? 0) / ROW)
    members.sort((a, b) => row(a.rect?.y) - row(b.rect?.y) || (a.rect?.x ?? 0) - (b.rect?.x ?? 0) || (a.member < b.member ? -1 : 1))
    for (const { member } of members) visit(member)
  }
  visit(undefined)
  const links = Object.values(index.design.resources).filter(({ kind }) => definitionOf(kind).appearance === 'link')
  const relations = showsRelations ? [...relationLinesOf(index).byId.keys()] : []
  return [...order, ...links.map(({ id }) => id).sort(), ...relations.sort()]
}
