import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { D0, D1, LINK_TWO, twoDevices, ZONE_A, ZONE_B } from './two-devices.ts'

describe('judging an intent with elements down', () => {
  it('holds by what is left, and names what would break it next', () => {
    const { sketch, intent } = twoDevices()
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent)).toMatchObject({ holds: true, singlePointsOfFailure: [] })
    const verdict = simulation.judge(intent, [D0])
    expect(verdict.holds).toBe(true)
    expect(verdict.trace?.forward.hops.map(({ name }) => name)).toContain('d1')
    expect(verdict.singlePointsOfFailure.map(({ element }) => element)).toEqual([D1, LINK_TWO])
    expect(simulation.judge(intent)).toMatchObject({ holds: true, singlePointsOfFailure: [] })
  })

  it('is broken when nothing is left, with the reason', () => {
    const { sketch, intent } = twoDevices()
    const verdict = simulate(sketch.design()).judge(intent, [D0, LINK_TWO])
    expect(verdict.holds).toBe(false)
    expect(verdict.reason).toMatch(/^hq → prod-a: at /)
  })

  it('asks nothing of flows whose own end is down', () => {
    const { sketch, intent } = twoDevices()
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent, [ZONE_A])).toMatchObject({ holds: true, endpointLost: 'some' })
    expect(simulation.judge(intent, [ZONE_A, ZONE_B])).toMatchObject({ holds: null, endpointLost: 'all', reason: 'an end is down itself with Availability Zone eu-west-1a, Availability Zone eu-west-1b' })
  })

  it('tells a lost endpoint from a broken intent when both failed', () => {
    const { sketch, subnets, hq } = twoDevices()
    const [inA] = subnets
    if (inA === undefined) throw new Error('no subnet')
    const intent = sketch.intent(hq, inA)
    expect(simulate(sketch.design()).judge(intent, [D0, D1, ZONE_A])).toMatchObject({ holds: null, endpointLost: 'all' })
    expect(simulate(sketch.design()).judge(intent, [D0, D1, ZONE_B])).toMatchObject({ holds: false })
  })

  it('does not mind names of no element, nor the order of names', () => {
    const { sketch, intent } = twoDevices()
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent, ['customer-device:nobody'])).toMatchObject({ holds: true, singlePointsOfFailure: [] })
    expect(simulation.judge(intent, [D1, D0])).toEqual(simulation.judge(intent, [D0, D1]))
  })
})
