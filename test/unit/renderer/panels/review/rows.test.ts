import { describe, expect, it } from 'vitest'
import { changeWaiver, chooseProfile, recordQuota, setSeverity, waive } from '../../../../../src/renderer/panels/problems/review-edits.ts'
import { quotaRows } from '../../../../../src/renderer/panels/review/quota-rows.ts'
import { ruleRows } from '../../../../../src/renderer/panels/review/rule-rows.ts'
import { STATE_WORDS, waiverRows } from '../../../../../src/renderer/panels/review/waiver-rows.ts'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { applyEdit, type Edit } from '../../../../../src/shared/document/edit.ts'
import { RULES } from '../../../../../src/shared/rules/index.ts'
import { quotaUsage } from '../../../../../src/shared/rules/quota-usage.ts'
import { settingsOf } from '../../../../../src/shared/rules/settings.ts'
import { check, designOf, samples, TODAY } from '../../../shared/rules/samples.ts'

const sample = samples.find(({ rule, name }) => rule === 'cidr-size' && name === 'subnet-too-small')
if (!sample) throw new Error('no sample')
const small = designOf(sample)

function after(...edits: readonly ((design: Design) => Edit)[]): Design {
  return edits.reduce((design, make) => {
    const edited = applyEdit(design, make(design))
    if (!edited.ok) throw new Error(JSON.stringify(edited.problems))
    return edited.value
  }, small)
}

describe('the list of rules', () => {
  const rows = (design: Design, sought = '', filter: Parameters<typeof ruleRows>[3] = 'all') => ruleRows(settingsOf(design), check(design), sought, filter).flatMap(({ items }) => items)

  it('holds every rule once, by family', () => {
    expect(rows(small).map(({ id }) => id).sort()).toEqual(RULES.map(({ id }) => id))
    expect(ruleRows(settingsOf(small), [], 'cidr-size', 'all').map(({ label }) => label)).toEqual(['Addressing'])
  })

  it('is searched by all words, also numbers of the catalogue', () => {
    expect(rows(small, 'r-addr-01').map(({ id }) => id)).toEqual(['cidr-size'])
    expect(rows(small, 'subnet too small').map(({ id }) => id)).toContain('cidr-size')
    expect(rows(small, 'no such words')).toEqual([])
  })

  it('shows what is set here, what has findings and what is not checked', () => {
    const own = after((design) => setSeverity(design, 'cidr-size', 'advice'), (design) => setSeverity(design, 'subnet-cidr', 'off'))
    expect(rows(own, '', 'own').map(({ id, shown }) => [id, shown])).toEqual([['cidr-size', 'advice'], ['subnet-cidr', 'off']])
    expect(rows(own, '', 'off').map(({ id }) => id)).toEqual(['subnet-cidr'])
    expect(rows(own, '', 'found').map(({ id }) => id)).toContain('cidr-size')
    const cost = after((design) => chooseProfile(design, 'cost'))
    expect(rows(cost, '', 'off').map(({ id }) => id)).toContain('cidr-size')
  })
})

describe('the list of quotas', () => {
  const rows = (design: Design, sought = '', filter: Parameters<typeof quotaRows>[2] = 'all') => quotaRows(quotaUsage(design), sought, filter)

  it('is by service, and found by what uses a quota', () => {
    expect(rows(small).map(({ label }) => label)).toEqual(['VPC', 'VPC peering', 'Site-to-Site VPN', 'Direct Connect', 'Transit Gateway', 'PrivateLink', 'Client VPN', 'Cloud WAN'])
    expect(rows(small, 'vpc subnets per').flatMap(({ items }) => items.map(({ id, nearest }) => [id, nearest]))).toEqual([['subnets-per-vpc', expect.stringMatching(/^\d+ of 200$/)]])
  })

  it('shows recorded increases, which the default takes back', () => {
    const raised = after((design) => recordQuota(design, 'vpcs-per-region', { value: 30, author: 'Ada', created: TODAY, note: '' }))
    expect(raised.review).toEqual({ 'quota:vpcs-per-region': { id: 'quota:vpcs-per-region', value: 30, author: 'Ada', created: TODAY } })
    expect(rows(raised, '', 'raised').flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['vpcs-per-region'])
    const edited = applyEdit(raised, recordQuota(raised, 'vpcs-per-region', undefined))
    expect(edited.ok && edited.value).toEqual(small)
  })
})

describe('the list of waivers', () => {
  const [finding] = check(small).filter(({ rule }) => rule === 'cidr-size')
  if (!finding) throw new Error('nothing found')
  const form = { reason: 'a lab', author: 'Ada', expires: '' }
  const states = (design: Design, findings = check(design)) => waiverRows(settingsOf(design).waivers, findings, TODAY, '').map(({ label, items }) => [label, items.length])

  it('tells what is in force from what has run out and what is found no more', () => {
    const waived = after((design) => waive(design, finding, form, TODAY, 'k1'))
    expect(states(waived)).toEqual([[STATE_WORDS.covers, 1]])
    expect(states(waived, [])).toEqual([[STATE_WORDS.idle, 1]])
    const [waiver] = settingsOf(waived).waivers
    const over = waiver && applyEdit(waived, changeWaiver(waived, waiver, { expires: '2026-01-01' }))
    if (!over?.ok) throw new Error('does not fit')
    expect(states(over.value)).toEqual([[STATE_WORDS.expired, 1]])
    const [late] = settingsOf(over.value).waivers
    const renewed = late && applyEdit(over.value, changeWaiver(over.value, late, { expires: '' }))
    expect(renewed?.ok && renewed.value).toEqual(waived)
  })
})
