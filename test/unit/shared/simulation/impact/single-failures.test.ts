import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../../../src/shared/document/design.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { singleFailures } from '../../../../../src/shared/simulation/impact/single-failures.ts'
import { finish } from '../../../../../src/shared/slices.ts'
import { Sketch } from '../sketch.ts'
import { D0, D1, LINK_ONE, LINK_TWO, REGION, TUNNEL_1, twoDevices, ZONE_A, ZONE_B } from '../two-devices.ts'

function tableOf(sketch: Sketch, intent: Intent, failed: readonly string[] = []) {
  const [row] = finish(singleFailures(simulate(sketch.design()), [intent], failed))
  if (!row) throw new Error('no row')
  return { ...row, byElement: new Map(row.effects.map((effect) => [effect.element, effect])) }
}

describe('single failures', () => {
  it('tell for each element what takes over, which flows lose an end, and how many elements change nothing', () => {
    const { sketch, intent } = twoDevices()
    const { effects, byElement, unaffected, isTried } = tableOf(sketch, intent)
    expect(isTried).toBe(true)
    expect(effects.map(({ element, effect }) => [element, effect])).toEqual([
      [D0, 'rerouted'],
      [LINK_ONE, 'rerouted'],
      [TUNNEL_1, 'rerouted'],
      [ZONE_A, 'unaffected'],
      [ZONE_B, 'unaffected'],
      [REGION, 'endpoint-lost'],
    ])
    expect(unaffected).toBe(simulate(sketch.design()).elements.length - effects.length)
    expect(byElement.get(D0)?.witness).toMatchObject({
      flow: 'hq → prod-a',
      before: { hops: ['hq', 'd0', 'v0 (tunnel 1)', 'vgw', 'prod', 'prod-a'] },
      after: { hops: ['hq', 'd1', 'v1 (tunnel 1)', 'vgw', 'prod', 'prod-a'] },
    })
    expect(byElement.get(TUNNEL_1)?.witness?.after?.hops[2]).toBe('v0 (tunnel 2)')
    expect(byElement.get(ZONE_A)).toMatchObject({ flows: { 'endpoint-lost': 2, unaffected: 2 } })
  })

  it('break an intent that has one device left, in a state where the other is down', () => {
    const { sketch, intent } = twoDevices()
    const { byElement } = tableOf(sketch, intent, [D0])
    expect(byElement.has(D0)).toBe(false)
    expect(byElement.get(D1)).toMatchObject({ effect: 'broken', flows: { broken: 4 } })
    expect(byElement.get(LINK_TWO)?.witness?.reason).toMatch(/^hq → prod-a: at /)
    expect(byElement.get(D1)?.witness?.after).toBeUndefined()
  })

  it('are not tried for an intent that is broken already, has lost its endpoints, or has none', () => {
    const { sketch, intent, hq } = twoDevices()
    expect(tableOf(sketch, intent, [D0, D1])).toMatchObject({ isTried: false, holds: false, effects: [], unaffected: 0 })
    expect(tableOf(sketch, intent, [REGION])).toMatchObject({ isTried: false, holds: null, endpointLost: 'all' })
    const empty = sketch.add('vpc', 'empty', { CidrBlocks: ['10.9.0.0/16'] })
    expect(tableOf(sketch, sketch.intent(hq, empty))).toMatchObject({ isTried: false, holds: null })
  })

  it('tell when a failure lets through what must never get through', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
    const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { propagating: [vgw] })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    // Both sites have the same addresses; the static route to the first hides the one that the second announces.
    for (const name of ['first', 'second']) {
      const isStatic = name === 'first'
      const device = sketch.add('customer-gateway', `${name}-device`, { site: sketch.site(name, '192.168.0.0/16', []), ...(isStatic ? { bgp: false } : {}) })
      sketch.add('vpn-connection', `${name}-vpn`, { CustomerGatewayId: device, VpnGatewayId: vgw, StaticRoutesOnly: isStatic, Routes: isStatic ? [{ DestinationCidrBlock: '192.168.0.0/16' }] : [] })
    }
    const intent = sketch.intent(vpc, 'site:second' as ResourceId, { expect: 'never', direction: 'one-way' })
    const { holds, byElement } = tableOf(sketch, intent)
    expect(holds).toBe(true)
    const leak = byElement.get('customer-device:customer-gateway:first-device')
    expect(leak).toMatchObject({ effect: 'broken', witness: { reason: 'prod-a → second gets through' } })
    expect(leak?.witness?.after?.hops).toContain('second-vpn (tunnel 1)')
    expect(tableOf(sketch, intent, ['customer-device:customer-gateway:first-device'])).toMatchObject({ holds: false, isTried: false })
  })

  it('report how far they are, ending at all', () => {
    const { sketch, intent } = twoDevices()
    const fractions = [...singleFailures(simulate(sketch.design()), [intent, { ...intent, direction: 'one-way' }])]
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
    expect(fractions.length).toBeGreaterThan(10)
  })
})
