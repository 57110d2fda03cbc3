import { describe, expect, it } from 'vitest'
import { assumptionId } from '../../../../src/shared/document/assumption.ts'
import { setAssumption } from '../../../../src/shared/document/commands/set-assumption.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { applyEdit, invertEdit } from '../../../../src/shared/document/edit.ts'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'

const design = emptyDesign('plain')
const isp = assumptionId.parse('kind:isp-link')

function applied(before: typeof design, ...args: Parameters<typeof setAssumption> extends [unknown, ...infer Rest] ? Rest : never) {
  const edit = setAssumption(before, ...args)
  const result = applyEdit(before, edit)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { edit, after: result.value }
}

describe('assumptions', () => {
  it('are edits like any other, and leave no trace when they are taken back', () => {
    const { edit, after } = applied(design, isp, { availability: 0.995 }, 'State the availability of ISP links')
    expect(after.assumptions).toEqual({ 'kind:isp-link': { id: 'kind:isp-link', availability: 0.995 } })
    const undone = applyEdit(after, invertEdit(edit))
    expect(undone).toEqual({ ok: true, value: design })
    expect(undone.ok && Object.keys(undone.value)).not.toContain('assumptions')
  })

  it('go when they say nothing any more, timers field by field', () => {
    const first = applied(design, assumptionId.parse('design'), { timers: { vpnDpd: 30_000 }, planningValues: true }, 'x').after
    const second = applied(first, assumptionId.parse('design'), { timers: {} }, 'x').after
    expect(second.assumptions).toEqual({ design: { id: 'design', planningValues: true } })
    expect(applied(second, assumptionId.parse('design'), { planningValues: undefined }, 'x').after).toEqual(design)
    expect(setAssumption(design, isp, { availability: undefined }, 'x').changes).toEqual([])
  })

  it('survive saving and loading; a design without any is saved without', () => {
    const { after } = applied(design, isp, { mtbfHours: 4000, mttrHours: 4 }, 'x')
    expect(parseDesignText(serializeDesign(after))).toEqual({ ok: true, value: after })
    expect(serializeDesign(design)).not.toContain('assumptions')
    expect(parseDesignText(serializeDesign(design))).toEqual({ ok: true, value: design })
  })

  it.each([
    [{ 'kind:isp-link': { id: 'kind:isp-link', availability: 1.5 } }, 'assumptions.kind:isp-link.availability'],
    [{ 'kind:isp-link': { id: 'kind:isp-link', mtbfHours: 10 } }, 'assumptions.kind:isp-link'],
    [{ 'kind:isp-link': { id: 'kind:isp-link', availability: 0.9, mtbfHours: 10, mttrHours: 1 } }, 'assumptions.kind:isp-link'],
    [{ 'kind:isp-link': { id: 'design', availability: 0.9 } }, 'assumptions.kind:isp-link.id'],
    [{ weather: { id: 'weather' } }, 'assumptions.weather'],
    [{ design: { id: 'design', timers: { patience: 4 } } }, 'assumptions.design.timers'],
  ])('%j are refused with the place', (assumptions, path) => {
    const read = parseDesignText(JSON.stringify({ ...design, assumptions }))
    expect(read.ok ? 'was read' : read.problems[0]?.path).toBe(path)
  })
})
