import { describe, expect, it } from 'vitest'
import * as addressing from '../../../../src/shared/facts/addressing.ts'
import * as asn from '../../../../src/shared/facts/asn.ts'
import { COMMITTED, PLANNING } from '../../../../src/shared/facts/availability.ts'
import type { Fact } from '../../../../src/shared/facts/fact.ts'
import * as routing from '../../../../src/shared/facts/routing.ts'
import { TIMERS, type TimerFact } from '../../../../src/shared/facts/timers.ts'
import { ROUTE_TARGET_KINDS } from '../../../../src/shared/model/kinds/route-table.ts'
import { isPrivateAsn } from '../../../../src/shared/net/asn.ts'
import { containsPrefix, formatPrefix, parsePrefix } from '../../../../src/shared/net/prefix.ts'

const facts: readonly (readonly [string, Fact<unknown>])[] = Object.entries({ ...addressing, ...asn, ...routing })

describe('facts', () => {
  it.each(facts)('%s says where and when it was read', (_, { fact, source, checked }) => {
    expect([fact, source, checked]).toEqual([expect.stringMatching(/^F-[A-Z]+-\d+$/), expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
  })

  it.each(Object.entries({ ...COMMITTED, ...TIMERS }))('%s has a number in the catalogue, a source and a grade', (_, { fact, source, checked, grade }) => {
    expect([fact, source, checked]).toEqual([expect.stringMatching(/^F-[A-Z]+-\d+$/), expect.stringMatching(grade === 'tool-assumption' ? /^(Causeway|https:.+)$/ : /^https:\/\/.+/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
  })

  it('own up to every planning value as the own guess it is, and guess nothing that is committed to', () => {
    for (const [kind, { value, grade, source }] of Object.entries(PLANNING)) {
      expect([kind, grade, source, kind in COMMITTED]).toEqual([kind, 'tool-assumption', 'Causeway', false])
      expect(value).toBeGreaterThan(0.9)
      expect(value).toBeLessThan(1)
    }
    for (const { value, planning } of Object.values<TimerFact>(TIMERS)) expect(value === undefined).toBe(planning !== undefined)
  })

  it('name canonical blocks, and exclude only what lies in the range', () => {
    const { range, length } = addressing.TUNNEL_INSIDE_BLOCKS.value[4]
    for (const cidr of [range, ...addressing.TUNNEL_INSIDE_EXCLUDED.value, ...addressing.RESERVED_VPC_RANGES.value.map((reserved) => reserved.cidr)]) {
      const prefix = parsePrefix(cidr)
      expect(prefix && formatPrefix(prefix)).toBe(cidr)
    }
    for (const cidr of addressing.TUNNEL_INSIDE_EXCLUDED.value) {
      const [outer, inner] = [parsePrefix(range), parsePrefix(cidr)]
      expect([outer && inner && containsPrefix(outer, inner), inner?.length]).toEqual([true, length])
    }
  })

  it('offer private numbers for new devices, none of them reserved', () => {
    for (const { from, to } of asn.PRIVATE_ASN_OFFER.value) {
      expect([isPrivateAsn(from), isPrivateAsn(to)]).toEqual([true, true])
      for (const reserved of asn.RESERVED_ASNS.value) expect(reserved.asn < from || reserved.asn > to).toBe(true)
    }
  })

  it('allow only kinds that a route can name', () => {
    for (const kind of routing.INSIDE_LOCAL_TARGETS.value) expect(ROUTE_TARGET_KINDS).toContain(kind)
  })
})
