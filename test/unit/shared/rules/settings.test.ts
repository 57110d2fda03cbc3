import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { quotaUnder, settingsOf } from '../../../../src/shared/rules/settings.ts'
import { check, designOf, samples } from './samples.ts'

const sampleOf = (rule: string, name: string) => {
  const sample = samples.find((one) => one.rule === rule && one.name === name)
  if (!sample) throw new Error(`no ${rule}/${name}`)
  return designOf(sample)
}

/** A design with one mistake: a /29 subnet, which AWS refuses. */
const small = sampleOf('cidr-size', 'subnet-too-small')

function under(design: Design, ...entries: readonly { readonly id: string; readonly [field: string]: unknown }[]): Design {
  const parsed = parseDesign({ ...design, review: Object.fromEntries(entries.map((entry) => [entry.id, entry])) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const said = (design: Design) => check(design).filter(({ rule }) => rule === 'cidr-size')
const waiver = (more: object = {}) => ({ id: 'waiver:1', rule: 'cidr-size', resources: said(small)[0]?.resources ?? [], field: said(small)[0]?.field, reason: 'a lab', author: 'Ada', ...more })

describe('the review settings of a design', () => {
  it('leave everything as it is where there are none', () => {
    expect(said(small)).toEqual([expect.objectContaining({ severity: 'error' })])
    expect(said(small)[0]).not.toHaveProperty('waiver')
  })

  it('change the severity of a rule or switch it off', () => {
    expect(said(under(small, { id: 'severity:cidr-size', severity: 'advice' }))).toEqual([expect.objectContaining({ severity: 'advice' })])
    expect(said(under(small, { id: 'severity:cidr-size', severity: 'off' }))).toEqual([])
  })

  it('choose a profile, which keeps what it holds', () => {
    expect(said(under(small, { id: 'profile', profile: 'aws-refuses' }))).toHaveLength(1)
    expect(said(under(small, { id: 'profile', profile: 'cost' }))).toEqual([])
  })

  it('waive a finding until the day after the waiver expires', () => {
    const author = (expires?: string) => said(under(small, waiver({ expires })))[0]
    expect(author()?.waiver).toMatchObject({ author: 'Ada' })
    expect(author('2026-11-28')?.waiver).toMatchObject({ author: 'Ada' })
    expect(author('2026-11-27')?.waiver).toBeUndefined()
    expect(author('2026-11-27')?.expiredWaiver).toMatchObject({ reason: 'a lab' })
  })

  it('waive nothing else', () => {
    expect(said(under(small, waiver({ rule: 'subnet-cidr' })))[0]?.waiver).toBeUndefined()
    expect(said(under(small, waiver({ resources: ['vpc:app'] })))[0]?.waiver).toBeUndefined()
  })

  it('record increases of quotas that can be raised', () => {
    const quota = (name: Parameters<typeof quotaUnder>[1], value: number) => quotaUnder(settingsOf(under(small, { id: `quota:${name}`, value })), name)
    expect(quota('vpn-connections-per-vpn-gateway', 25)).toEqual({ value: 25, isRaised: true })
    expect(quota('vpn-connections-per-vpn-gateway', 5)).toEqual({ value: 10, isRaised: false })
    expect(quota('propagated-routes-per-table', 1000)).toEqual({ value: 100, isRaised: false })
  })

  it('are refused when an entry is not what its id says', () => {
    expect(() => under(small, { id: 'profile', severity: 'off' })).toThrow('review')
    expect(() => under(small, { id: 'waiver:1', rule: 'cidr-size', resources: ['vpc:app'], author: 'Ada', reason: '' })).toThrow('needs a reason')
  })
})
