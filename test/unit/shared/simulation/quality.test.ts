import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import type { PathQuality } from '../../../../src/shared/simulation/types.ts'
import { Sketch } from './sketch.ts'

/** What the way from one end to the other is worth; it must work. */
function worth(sketch: Sketch, from: ResourceId, to: ResourceId): Omit<PathQuality, 'parts'> {
  const { forward, works } = simulate(sketch.design()).trace({ from, to, protocol: 'some' })
  expect(works, JSON.stringify(forward.hops.at(-1))).toBe(true)
  const { parts: _, ...quality } = forward.quality
  return quality
}

function hybrid() {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const site = sketch.site('hq', '192.168.0.0/16', ['isp'])
  const router = sketch.add('customer-gateway', 'router', { site })
  return { sketch, vgw, subnets, site, router }
}

describe('what a way is worth', () => {
  it('over a VPN: IPsec over the internet, at most what the tunnel or the line carries', () => {
    const { sketch, vgw, subnets, site, router } = hybrid()
    const vpn = sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, VpnGatewayId: vgw })
    const quality = { mtuBytes: 1446, mtuLimitedBy: vpn, bandwidthUnlimited: false, encryption: 'all', internet: true }
    expect(worth(sketch, site, subnets[0]!)).toEqual({ ...quality, bandwidthMbps: 1250, bandwidthLimitedBy: vpn })
    sketch.set('isp-link:isp' as ResourceId, { bandwidthMbps: 200 })
    expect(worth(sketch, site, subnets[0]!)).toEqual({ ...quality, bandwidthMbps: 200, bandwidthLimitedBy: 'isp-link:isp' })
  })

  it.each([
    [{}, 'none'],
    [{ EncryptionMode: 'must_encrypt' }, 'all'],
    [{ EncryptionMode: 'should_encrypt' }, 'unknown'],
  ] as const)('over Direct Connect %j: the port, its MTU, and MACsec where it must be on', (mode, encryption) => {
    const { sketch, vgw, subnets, site, router } = hybrid()
    const port = sketch.add('direct-connect-connection', 'dx', { Location: 'EqDB2', Bandwidth: '10Gbps', ...mode })
    sketch.add('virtual-interface', 'vif', { ConnectionId: port, customerRouter: router, VirtualGatewayId: vgw, Mtu: 9001 })
    expect(worth(sketch, subnets[0]!, site)).toEqual({ mtuBytes: 9001, mtuLimitedBy: port, bandwidthMbps: 10_000, bandwidthLimitedBy: port, bandwidthUnlimited: false, encryption, internet: false })
  })

  it('over a LAG: what its members that are up carry together; without a stated rate it cannot be told', () => {
    const { sketch, vgw, subnets, site, router } = hybrid()
    const lag = sketch.add('direct-connect-lag', 'lag', { ConnectionsBandwidth: '10Gbps' })
    const members = ['one', 'two'].map((name) => sketch.add('direct-connect-connection', name, { LagId: lag }))
    sketch.add('virtual-interface', 'vif', { ConnectionId: lag, customerRouter: router, VirtualGatewayId: vgw })
    const simulation = simulate(sketch.design())
    const rate = (failed: readonly string[]) => simulation.trace({ from: site, to: subnets[0]!, protocol: 'some' }, failed).forward.quality.bandwidthMbps
    expect([rate([]), rate([`dx-connection:${members[0]}`])]).toEqual([20_000, 10_000])
    sketch.set(lag, { ConnectionsBandwidth: undefined })
    expect(worth(sketch, site, subnets[0]!)).toMatchObject({ bandwidthUnlimited: false, encryption: 'none' })
    expect(worth(sketch, site, subnets[0]!).bandwidthMbps).toBeUndefined()
  })

  it('over a peering: plain and jumbo inside a Region, encrypted and smaller between Regions', () => {
    const between = (regions: readonly [string, string]) => {
      const sketch = new Sketch()
      const pcx = 'vpc-peering-connection:pcx' as ResourceId
      const route = (cidr: string) => ({ routes: [{ DestinationCidrBlock: cidr, target: pcx }] })
      const [a, b] = [sketch.vpc('a', '10.0.0.0/16', ['a'], route('10.1.0.0/16')), sketch.vpc('b', '10.1.0.0/16', ['a'], route('10.0.0.0/16'))]
      sketch.set(a.vpc, { Region: regions[0] })
      sketch.set(b.vpc, { Region: regions[1] })
      sketch.add('vpc-peering-connection', 'pcx', { RequesterVpcId: a.vpc, AccepterVpcId: b.vpc })
      return worth(sketch, a.subnets[0]!, b.subnets[0]!)
    }
    expect(between(['eu-west-1', 'eu-west-1'])).toMatchObject({ mtuBytes: 9001, bandwidthUnlimited: true, encryption: 'inside', internet: false })
    expect(between(['eu-west-1', 'eu-west-2'])).toMatchObject({ mtuBytes: 8500, encryption: 'all', internet: false })
  })
})
