import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../../src/shared/document/design.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { pairsOf } from '../../../../src/shared/simulation/intents/pairs.ts'
import { Sketch } from './sketch.ts'

/** A site with so many devices, each on the ISP link named for it, at a VGW. */
function site(links: readonly string[]) {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const hq = sketch.site('hq', '192.168.0.0/16', [...new Set(links)])
  for (const [index, link] of links.entries()) {
    const device = sketch.add('customer-gateway', `d${index}`, { site: hq, ispLinks: [`isp-link:${link}`] })
    sketch.add('vpn-connection', `v${index}`, { CustomerGatewayId: device, VpnGatewayId: vgw })
  }
  return { sketch, intent: sketch.intent(hq, vpc) }
}

/** Tries every two elements on every flow. */
function tryAll(sketch: Sketch, intent: Intent): string[][] {
  const simulation = simulate(sketch.design())
  const ids = simulation.elements.map(({ element }) => element)
  const works = (flow: ReturnType<typeof pairsOf>[number]['flow'], failed: readonly string[]): boolean => simulation.trace(flow, failed).works
  return ids.flatMap((a, index) => ids.slice(index + 1).filter((b) => pairsOf(simulation.network, intent).some(({ flow, fate }) =>
    !fate.includes(a) && !fate.includes(b) && works(flow, [a]) && works(flow, [b]) && !works(flow, [a, b]))).map((b) => [a, b]))
}

const pairs = (sketch: Sketch, intent: Intent): string[][] => simulate(sketch.design()).pairs(intent).map(({ elements }) => [...elements])

describe('pairs of failure', () => {
  it('are the two devices, the two ISP links, and each device with the other link', () => {
    const { sketch, intent } = site(['one', 'two'])
    expect(pairs(sketch, intent)).toEqual([
      ['customer-device:customer-gateway:d0', 'customer-device:customer-gateway:d1'],
      ['customer-device:customer-gateway:d0', 'isp-link:isp-link:two'],
      ['customer-device:customer-gateway:d1', 'isp-link:isp-link:one'],
      ['isp-link:isp-link:one', 'isp-link:isp-link:two'],
    ])
    expect(simulate(sketch.design()).pairs(intent)[0]?.consequence).toBe('hq and prod lose each other.')
  })

  it('are the two tunnels of the only device, whose loss alone is no pair', () => {
    const { sketch, intent } = site(['one'])
    expect(pairs(sketch, intent)).toEqual([['vpn-tunnel:vpn-connection:v0/1', 'vpn-tunnel:vpn-connection:v0/2']])
  })

  it('are none with three of everything', () => {
    const { sketch, intent } = site(['one', 'two', 'three'])
    expect(pairs(sketch, intent)).toEqual([])
  })

  it('are none for an intent that does not hold, or must not', () => {
    const { sketch, intent } = site(['one', 'two'])
    expect(pairs(sketch, { ...intent, expect: 'never' })).toEqual([])
    sketch.set('vpn-gateway:vgw' as never, { VpcAttachments: [] })
    expect(pairs(sketch, intent)).toEqual([])
  })

  it.each([[['one']], [['one', 'one']], [['one', 'two']], [['one', 'two', 'two']], [['one', 'two', 'three']]])('are what trying all finds, with devices on %j', (links) => {
    const { sketch, intent } = site(links)
    expect(pairs(sketch, intent)).toEqual(tryAll(sketch, intent))
  })
})
