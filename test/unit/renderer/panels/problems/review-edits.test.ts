import { describe, expect, it } from 'vitest'
import { chooseProfile, liftWaiver, setSeverity, waive } from '../../../../../src/renderer/panels/problems/review-edits.ts'
import { countByTone, sortedFindings } from '../../../../../src/renderer/panels/problems/finding-list.ts'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { applyEdit, type Edit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { check, designOf, samples } from '../../../shared/rules/samples.ts'

const design = (name: string): Design => {
  const sample = samples.find((one) => `${one.rule}/${one.name}` === name)
  if (!sample) throw new Error(`no ${name}`)
  return designOf(sample)
}

const small = design('cidr-size/subnet-too-small')
const found = (of: Design, rule = 'cidr-size') => check(of).filter((finding) => finding.rule === rule)

function applied(to: Design, edit: Edit): Design {
  const result = applyEdit(to, edit)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

describe('living with a finding', () => {
  const [finding] = found(small)
  if (!finding) throw new Error('nothing found')
  const form = { reason: 'a lab', author: 'Ada', expires: '' }

  it('keeps who decided it, why and until when, and leaves nothing when it is lifted', () => {
    const edit = waive(small, finding, { ...form, expires: '2027-01-31' }, '2026-11-28', 'k1')
    const waived = applied(small, edit)
    const [now] = found(waived)
    expect(now?.waiver).toMatchObject({ reason: 'a lab', author: 'Ada', created: '2026-11-28', expires: '2027-01-31' })
    if (!now?.waiver) throw new Error('not waived')
    expect(applied(waived, liftWaiver(waived, now.waiver))).toEqual(small)
    expect(applied(waived, invertEdit(edit))).toEqual(small)
  })

  it('counts no more, and stands at the end', () => {
    const all = check(applied(small, waive(small, finding, form, '2026-11-28', 'k1')))
    expect(countByTone(all).error).toBe(countByTone(check(small)).error - 1)
    expect(sortedFindings(all).at(-1)?.waiver).toBeDefined()
  })

  it('replaces a waiver that has run out', () => {
    const old = applied(small, waive(small, finding, { ...form, expires: '2020-01-01' }, '2019-01-01', 'k1'))
    const [again] = found(old)
    expect(again?.expiredWaiver).toBeDefined()
    const renewed = again && applied(old, waive(old, again, form, '2026-11-28', 'k2'))
    expect(Object.keys(renewed?.review ?? {})).toEqual(['waiver:k1'])
  })
})

describe('what a design is reviewed with', () => {
  it('is chosen, and everything again leaves nothing behind', () => {
    const cost = applied(small, chooseProfile(small, 'cost'))
    expect(found(cost)).toEqual([])
    expect(applied(cost, chooseProfile(cost, 'everything'))).toEqual(small)
    expect(chooseProfile(small, 'everything').changes).toEqual([])
  })

  it('can do without a rule, and with it again', () => {
    const off = applied(small, setSeverity(small, 'cidr-size', 'off'))
    expect(found(off)).toEqual([])
    expect(applied(off, setSeverity(off, 'cidr-size', undefined))).toEqual(small)
  })
})
