import { describe, expect, it } from 'vitest'
import { estimateAvailability } from '../../../../../src/shared/simulation/availability/estimate.ts'
import { failoverText } from '../../../../../src/shared/simulation/availability/wording.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { assuming, hybrid, type HybridPlan } from './hybrid.ts'

const BOTH = [true, true] as const
const MANAGED: HybridPlan = { zones: ['a', 'b'], gateway: 'transit-gateway', isps: ['isp'], devices: [{ links: [], tunnels: BOTH }], circuits: [] }
const PERFECT = Object.fromEntries(['customer-device', 'isp-link', 'availability-zone', 'region', 'vpn-tunnel', 'vpn-connection', 'transit-gateway', 'dx-connection', 'dx-device', 'dx-location'].map((kind) => [`kind:${kind}`, { availability: 1 }]))

function estimate(plan: HybridPlan, assumptions: Readonly<Record<string, Readonly<Record<string, unknown>>>>, options = {}) {
  const { sketch, intent } = hybrid(plan)
  return estimateAvailability(simulate(assuming(sketch.design(), assumptions)), intent, options)
}

describe('the availability of an intent', () => {
  it('multiplies the commitments of a transit gateway and a VPN connection (F-AVL-24)', () => {
    const { 'kind:vpn-connection': _vpn, 'kind:transit-gateway': _tgw, ...others } = PERFECT
    const { verdict, availability, contributions } = estimate(MANAGED, others)
    expect(verdict).toBe('estimated')
    expect(availability?.lower).toBeCloseTo(0.9995 * 0.9995, 12)
    expect(availability?.upper).toBeCloseTo(0.9995 * 0.9995, 12)
    expect(contributions.map(({ labels, minutesPerMonth }) => [labels, Number(minutesPerMonth.toFixed(1))])).toEqual([
      [['gw as a service'], 21.6],
      [['both tunnels of v0'], 21.6],
    ])
  })

  it('is 99.99 % over two chains of 99.0 % that share nothing (F-AVL-24)', () => {
    const plan = { ...MANAGED, isps: ['one', 'two'], devices: [{ links: ['one'], tunnels: BOTH }, { links: ['two'], tunnels: BOTH }] }
    const { availability, minutesPerMonth, minutesPerYear, contributions } = estimate(plan, { ...PERFECT, 'kind:customer-device': { availability: 0.99 } })
    expect([availability?.lower, availability?.upper]).toEqual([expect.closeTo(0.9999, 12), expect.closeTo(0.9999, 12)])
    expect([minutesPerMonth?.lower, minutesPerYear?.upper]).toEqual([expect.closeTo(4.32, 9), expect.closeTo(52.56, 9)])
    expect(contributions.map(({ labels }) => labels)).toEqual([['d0', 'd1']])
  })

  it('is 99.95 % for Direct Connect at its 95 % beside a VPN chain of 99.0 % (F-AVL-24)', () => {
    const plan: HybridPlan = { ...MANAGED, devices: [{ links: [], tunnels: BOTH }, { links: [], tunnels: [false, false] }], circuits: [{ router: 1, location: 'EqDC2', device: 'x' }] }
    const { 'kind:dx-connection': _dx, ...others } = PERFECT
    const { availability } = estimate(plan, { ...others, 'element:customer-device:customer-gateway:d0': { availability: 0.99 } })
    expect(availability?.upper).toBeCloseTo(1 - 0.05 * 0.01, 12)
  })

  it('does not take what two connections share for two: the location counts by itself (F-AVL-22)', () => {
    const plan: HybridPlan = { ...MANAGED, devices: [{ links: [], tunnels: [false, false] }, { links: [], tunnels: [false, false] }], circuits: [{ router: 0, location: 'EqDC2', device: 'x' }, { router: 1, location: 'EqDC2', device: 'y' }] }
    const { 'kind:dx-connection': _dx, 'kind:dx-device': _device, 'kind:dx-location': _location, ...others } = PERFECT
    const untold = estimate(plan, others)
    expect([untold.verdict, untold.missing.map(({ element }) => element)]).toEqual(['cannot-tell', ['dx-location:EqDC2']])
    expect(untold.reason).toBe('nobody says how often Direct Connect location EqDC2 fails')
    const told = estimate(plan, { ...others, 'kind:dx-location': { availability: 0.999 } })
    expect(told.availability?.upper).toBeCloseTo(0.999 * (1 - 0.05 * 0.05), 12)
  })

  it('takes mean times in place of an availability', () => {
    const { availability } = estimate(MANAGED, { ...PERFECT, 'kind:isp-link': { mtbfHours: 996, mttrHours: 4 } })
    expect(availability?.upper).toBeCloseTo(0.996, 12)
  })

  it('tells what failovers cost where mean times say how often (F-AVL-25), and nothing twice', () => {
    const plan = { ...MANAGED, gateway: 'vpn-gateway' as const, isps: ['one', 'two'], devices: [{ links: ['one'], tunnels: BOTH }, { links: ['two'], tunnels: BOTH }] }
    const { failovers } = estimate(plan, { ...PERFECT, 'element:customer-device:customer-gateway:d0': { mtbfHours: 719, mttrHours: 1 } })
    // Once a month for one BGP hold time of 30 s.
    expect(failovers).toEqual([{ label: 'd0', minutesPerMonth: 0.5 }])
    expect(failoverText(failovers)).toBe('changes to another way cost 0.50 min a month besides')
    // A single point of failure stays lost until the repair, which the estimate holds already.
    expect(estimate(MANAGED, { ...PERFECT, 'kind:isp-link': { mtbfHours: 996, mttrHours: 4 } }).failovers).toEqual([])
  })

  it('prefers what is said of an element to what is said of its kind', () => {
    const { availability } = estimate(MANAGED, { ...PERFECT, 'kind:isp-link': { availability: 0.5 }, 'element:isp-link:isp-link:isp': { availability: 0.9 } })
    expect(availability?.upper).toBeCloseTo(0.9, 12)
  })

  it('cannot be told while nobody says how often the customer side fails, and offers planning values', () => {
    const untold = estimate(MANAGED, {})
    expect(untold.verdict).toBe('cannot-tell')
    expect(untold.missing.map(({ label, planning }) => [label, planning])).toEqual([['d0', 0.999], ['isp', 0.995]])
    expect(untold.minutesPerMonth).toBeUndefined()
    expect(untold.contributions.map(({ labels }) => labels.join())).toEqual(['gw as a service', 'both tunnels of v0'])
    const planned = estimate(MANAGED, {}, { planningValues: true })
    expect(planned.verdict).toBe('estimated')
    expect(planned.availability?.upper).toBeCloseTo(0.9995 * 0.9995 * 0.999 * 0.995, 5)
    expect(planned.inputs.find(({ label }) => label === 'isp')).toMatchObject({ grade: 'tool-assumption', fact: 'F-AVL-13' })
    expect(estimate(MANAGED, { design: { planningValues: true } })).toEqual(planned)
  })

  it('tells the outages of its own ends apart from the downtime of the network', () => {
    const { minutesPerMonth, ends } = estimate(MANAGED, { ...PERFECT, 'kind:region': { availability: 0.9999 }, 'kind:availability-zone': { availability: 0.999 } })
    expect(minutesPerMonth?.upper).toBeCloseTo(0, 9)
    expect(ends.minutesPerMonth).toBeCloseTo((1 - 0.9999 * 0.999 * 0.999) * 43_200, 9)
  })

  it('needs a figure for the only tunnel that is configured, which no commitment covers', () => {
    const plan: HybridPlan = { ...MANAGED, devices: [{ links: [], tunnels: [true, false] }] }
    const { 'kind:vpn-tunnel': _tunnel, 'kind:vpn-connection': _vpn, ...others } = PERFECT
    expect(estimate(plan, others).missing.map(({ element }) => element)).toEqual(['vpn-tunnel:vpn-connection:v0/1'])
    expect(estimate(plan, { ...others, 'kind:vpn-tunnel': { availability: 0.97 } }).availability?.upper).toBeCloseTo(0.97, 12)
  })

  it('is not worked out for what does not hold or must not get through', () => {
    const { sketch, intent } = hybrid({ ...MANAGED, devices: [{ links: [], tunnels: [false, false] }] })
    expect(estimateAvailability(simulate(sketch.design()), intent)).toMatchObject({ verdict: 'not-applicable', reason: 'it does not hold even while everything works' })
    expect(estimateAvailability(simulate(hybrid(MANAGED).sketch.design()), { ...intent, expect: 'never' })).toMatchObject({ verdict: 'not-applicable', reason: 'it asks that nothing gets through' })
  })
})
