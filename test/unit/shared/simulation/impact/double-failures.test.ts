import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../../../src/shared/document/design.ts'
import { doubleFailures } from '../../../../../src/shared/simulation/impact/double-failures.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { finish } from '../../../../../src/shared/slices.ts'
import type { Sketch } from '../sketch.ts'
import { D0, D1, LINK_ONE, LINK_TWO, TUNNEL_1, TUNNEL_2, twoDevices } from '../two-devices.ts'

const effectsOf = (sketch: Sketch, intent: Intent, failed: readonly string[] = []) => finish(doubleFailures(simulate(sketch.design()), intent, failed)).effects

describe('double failures', () => {
  it('list the pairs that break the intent and those that leave it to a third way', () => {
    const { sketch, intent } = twoDevices()
    const effects = effectsOf(sketch, intent)
    expect(effects.filter(({ effect }) => effect === 'broken').map(({ elements }) => elements)).toEqual(simulate(sketch.design()).pairs(intent).map(({ elements }) => elements))
    const tunnels = effects.find(({ elements }) => elements.join() === [TUNNEL_1, TUNNEL_2].join())
    expect(tunnels).toMatchObject({ effect: 'rerouted', flows: { rerouted: 4 } })
    expect(tunnels?.witness?.after?.hops).toEqual(['hq', 'd1', 'v1 (tunnel 1)', 'vgw', 'prod', 'prod-a'])
    expect(effects.map(({ elements }) => elements.join())).not.toContain([D0, LINK_ONE].join())
  })

  it('start from what is down already', () => {
    const { sketch, intent } = twoDevices()
    const effects = effectsOf(sketch, intent, [D0])
    expect(effects.map(({ elements, effect }) => [...elements, effect])).toEqual([['vpn-tunnel:vpn-connection:v1/1', 'vpn-tunnel:vpn-connection:v1/2', 'broken']])
    expect(simulate(sketch.design()).pairs(intent, [D0]).map(({ elements }) => elements)).toEqual([['vpn-tunnel:vpn-connection:v1/1', 'vpn-tunnel:vpn-connection:v1/2']])
  })

  it('say nothing of an intent that does not hold, or must not', () => {
    const { sketch, intent } = twoDevices()
    expect(effectsOf(sketch, intent, [D0, D1])).toEqual([])
    expect(effectsOf(sketch, { ...intent, expect: 'never' })).toEqual([])
  })

  it('name only the flows that the pair stops, not those that one of the two stops alone', () => {
    const { sketch, hq, intent } = twoDevices()
    // A second network of the site that only the first device announces.
    sketch.set(hq, { prefixes: ['192.168.0.0/16', '172.16.0.0/16'] })
    sketch.set('customer-gateway:d1' as typeof hq, { announcedPrefixes: ['192.168.0.0/16'] })
    const pair = simulate(sketch.design()).pairs(intent).find(({ elements }) => elements.join() === [D0, LINK_TWO].join())
    expect(pair?.consequence).toBe('hq → prod-a; prod-a → hq; hq → prod-b and 1 more stop working.')
  })
})
