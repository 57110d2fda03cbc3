import { expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { diffDesigns } from '../../../../src/shared/document/diff/entry-change.ts'
import { mergedDesign } from '../../../../src/shared/document/diff/merged.ts'
import { thingsOf } from '../../../../src/shared/document/diff/things.ts'
import { applyEdit, type Change } from '../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { changeMarks, drawChange, shownAt } from '../../../../src/shared/drawing/draw-changes.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { placedPattern } from '../../../../src/shared/patterns/index.ts'
import { valueOf } from '../document/diff/value-of.ts'

const before = placedPattern('a1-managed-vpn')
const ofKind = (kind: string): ResourceId => Object.values(before.resources).filter((resource) => resource.kind === kind).map(({ id }) => id)[0] as ResourceId
const after = (...changes: readonly Change[]): Design => valueOf(applyEdit(before, { label: 'x', changes }))
const marks = (design: Design) => changeMarks(indexOf(mergedDesign(before, design)), indexOf(before), thingsOf(diffDesigns(before, design)))

it('marks what is drawn where it is, links along their course, and settings at what they belong to', () => {
  const [vpc, vpn, table] = [ofKind('vpc'), ofKind('vpn-connection'), ofKind('route-table')]
  const found = marks(after(
    { op: 'set', collection: 'resources', id: vpc, field: 'name', before: before.resources[vpc]?.name, after: 'other' },
    { op: 'put', collection: 'resources', id: vpn, before: before.resources[vpn] },
  ))
  expect(found.map(({ id, kind, word }) => [id, kind, word]).sort()).toEqual([[vpc, 'changed', 'Changed'], [vpn, 'removed', 'Removed']])
  expect(found.find(({ id }) => id === vpn)?.paths?.flat().length).toBeGreaterThan(1)
  const [setting] = marks(after({ op: 'set', collection: 'resources', id: table, field: 'name', before: before.resources[table]?.name, after: 'other' }))
  expect(setting).toMatchObject({ id: vpc, kind: 'changed', word: 'Settings changed' })
  expect(shownAt(indexOf(before), table)).toBe(vpc)
})

it('shows where a moved thing was, and does not mark what only went along', () => {
  const shifted = Object.entries(before.placements).filter(([id]) => id !== ofKind('site') && !id.startsWith('customer-gateway') && !id.startsWith('isp'))
  const changes = shifted.map(([id, place]): Change => ({ op: 'put', collection: 'placements', id, before: place, after: { ...place, x: place.x + 100 } }))
  const boxes = Object.values(before.boxes).map((box): Change => ({ op: 'put', collection: 'boxes', id: box.id, before: box, after: { ...box, x: box.x + 100 } }))
  const found = marks(after(...changes, ...boxes))
  expect(found.every(({ kind }) => kind === 'moved')).toBe(true)
  expect(found.map(({ id }) => id)).not.toContain(ofKind('subnet'))
  const [mark] = found
  expect(mark?.ghost?.x).toBe((mark?.bounds.x ?? 0) - 100)
})

it('tells kinds apart by outline, sign and word, not by colour alone', () => {
  const bounds = { x: 0, y: 0, width: 10, height: 10 }
  const shapes = (['added', 'removed', 'changed', 'moved'] as const).map((kind) => {
    const items = drawChange({ id: 'vpc:a', kind, word: kind, bounds, ghost: { ...bounds, x: -50 } }, 1)
    return items.map((item) => ('dashed' in item && item.dashed ? `${item.type}-dashed` : item.type) + (item.type === 'badge' ? item.glyph : '')).join(' ')
  })
  expect(new Set(shapes).size).toBe(4)
})
