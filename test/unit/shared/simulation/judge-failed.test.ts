import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

/** A site with two devices, each on an ISP link of its own, and a VPC with a subnet in each of two zones. */
function hybrid() {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const hq = sketch.site('hq', '192.168.0.0/16', ['one', 'two'])
  for (const [index, link] of ['one', 'two'].entries()) {
    const device = sketch.add('customer-gateway', `d${index}`, { site: hq, ispLinks: [`isp-link:${link}`] })
    sketch.add('vpn-connection', `v${index}`, { CustomerGatewayId: device, VpnGatewayId: vgw })
  }
  return { sketch, hq, vpc, subnets, intent: sketch.intent(hq, vpc) }
}

const D0 = 'customer-device:customer-gateway:d0'
const D1 = 'customer-device:customer-gateway:d1'
const ZONE_A = 'availability-zone:eu-west-1/eu-west-1a'
const ZONE_B = 'availability-zone:eu-west-1/eu-west-1b'

describe('judging an intent with elements down', () => {
  it('holds by what is left, and names what would break it next', () => {
    const { sketch, intent } = hybrid()
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent)).toMatchObject({ holds: true, singlePointsOfFailure: [] })
    const verdict = simulation.judge(intent, [D0])
    expect(verdict.holds).toBe(true)
    expect(verdict.trace?.forward.hops.map(({ name }) => name)).toContain('d1')
    expect(verdict.singlePointsOfFailure.map(({ element }) => element)).toEqual([D1, 'isp-link:isp-link:two'])
    expect(simulation.judge(intent)).toMatchObject({ holds: true, singlePointsOfFailure: [] })
  })

  it('is broken when nothing is left, with the reason', () => {
    const { sketch, intent } = hybrid()
    const verdict = simulate(sketch.design()).judge(intent, [D0, 'isp-link:isp-link:two'])
    expect(verdict.holds).toBe(false)
    expect(verdict.reason).toMatch(/^hq → prod-a: at /)
  })

  it('asks nothing of flows whose own end is down', () => {
    const { sketch, intent } = hybrid()
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent, [ZONE_A])).toMatchObject({ holds: true, endpointLost: 'some' })
    expect(simulation.judge(intent, [ZONE_A, ZONE_B])).toMatchObject({ holds: null, endpointLost: 'all', reason: 'an end is down itself with Availability Zone eu-west-1a, Availability Zone eu-west-1b' })
  })

  it('tells a lost endpoint from a broken intent when both failed', () => {
    const { sketch, subnets, hq } = hybrid()
    const [inA] = subnets
    if (inA === undefined) throw new Error('no subnet')
    const intent = sketch.intent(hq, inA)
    expect(simulate(sketch.design()).judge(intent, [D0, D1, ZONE_A])).toMatchObject({ holds: null, endpointLost: 'all' })
    expect(simulate(sketch.design()).judge(intent, [D0, D1, ZONE_B])).toMatchObject({ holds: false })
  })

  it('does not mind names of no element, nor the order of names', () => {
    const { sketch, intent } = hybrid()
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent, ['customer-device:nobody'])).toMatchObject({ holds: true, singlePointsOfFailure: [] })
    expect(simulation.judge(intent, [D1, D0])).toEqual(simulation.judge(intent, [D0, D1]))
  })
})
