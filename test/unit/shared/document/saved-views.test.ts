import { describe, expect, it } from 'vitest'
import { moveView, putView, removeView, savedViews } from '../../../../src/shared/document/commands/saved-views.ts'
import { emptyDesign, type Design } from '../../../../src/shared/document/design.ts'
import { applyEdit, type Edit, invertEdit } from '../../../../src/shared/document/edit.ts'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
import { type SavedView, viewId } from '../../../../src/shared/document/saved-view.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'

const view = (name: string, rank: number, more: Partial<SavedView> = {}): SavedView => ({ id: viewId.parse(`view:${name}`), name, rank, area: { x: 0, y: 0, width: 800, height: 600 }, hidden: [], marking: 'all', ...more })

function applied(design: Design, ...edits: readonly ((design: Design) => Edit)[]): Design {
  return edits.reduce((before, make) => {
    const result = applyEdit(before, make(before))
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.value
  }, design)
}

const empty = emptyDesign('Test')
const three = applied(empty, (design) => putView(design, view('a', 0)), (design) => putView(design, view('b', 1, { hidden: ['Hosts'], marking: 'none' })), (design) => putView(design, view('c', 2)))
const names = (design: Design) => savedViews(design).map(({ name }) => name)

describe('saved views', () => {
  it('are part of the design, and nothing of them is left when the last one goes', () => {
    expect(names(three)).toEqual(['a', 'b', 'c'])
    const read = parseDesignText(serializeDesign(three))
    expect(read.ok && read.value).toEqual(three)
    const none = applied(three, ...['a', 'b', 'c'].map((name) => (design: Design) => removeView(design, viewId.parse(`view:${name}`))))
    expect(serializeDesign(none)).toBe(serializeDesign(empty))
  })

  it('keep what they are overlaid with, and say nothing of it where they are not', () => {
    const overlaid = applied(empty, (design) => putView(design, view('a', 0, { overlay: 'cost' })))
    const read = parseDesignText(serializeDesign(overlaid))
    expect(read.ok && read.value).toEqual(overlaid)
    expect(serializeDesign(three)).not.toContain('overlay')
    expect(parseDesignText(serializeDesign(overlaid).replace('"cost"', '"beauty"')).ok).toBe(false)
  })

  it('move one place at a time, as one step', () => {
    const edit = moveView(three, viewId.parse('view:c'), -1)
    const moved = applied(three, () => edit)
    expect(names(moved)).toEqual(['a', 'c', 'b'])
    expect(applied(moved, () => invertEdit(edit))).toEqual(three)
    expect(moveView(three, viewId.parse('view:a'), -1).changes).toEqual([])
  })

  it('are refused with a layer that there is not, or without a name', () => {
    for (const wrong of [view('x', 0, { hidden: ['Clouds' as never] }), view('x', 0, { name: '' })]) expect(applyEdit(empty, putView(empty, wrong)).ok).toBe(false)
  })
})
