import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

/** How a flow to somebody on the internet ends there and back. */
function outward(sketch: Sketch, from: ResourceId) {
  const { forward, return: back } = simulate(sketch.design()).trace({ from, toAddress: '8.8.8.8', protocol: 6, port: 443 })
  return [forward.disposition, back?.disposition]
}

describe('a site that draws public destinations to itself', () => {
  const drawn = (isps: readonly string[], announced = '0.0.0.0/0') => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const { vpc, subnets } = sketch.vpc('app', '10.0.0.0/16', ['a'], { propagating: [vgw] })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const site = sketch.site('hq', '192.168.0.0/16', isps)
    const device = sketch.add('customer-gateway', 'fw', { site, IpAddress: '203.0.113.1', announcedPrefixes: [announced] })
    sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw })
    return { sketch, host: sketch.add('instance', 'h', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.20' }) }
  }
  it('sends them on over its own line, and gives the replies back', () => {
    const { sketch, host } = drawn(['isp'])
    expect(outward(sketch, host)).toEqual(['left-network', 'delivered'])
  })
  it('cannot be told to do so without a line', () => {
    const { sketch, host } = drawn([])
    expect(outward(sketch, host)).toEqual(['unknown', undefined])
  })
  it('does not when it announces a public network that it does not list', () => {
    const { sketch, host } = drawn(['isp'], '8.8.8.0/24')
    expect(outward(sketch, host)).toEqual(['no-route', undefined])
  })
  it('has no network of private addresses that it does not list', () => {
    const { sketch, host } = drawn(['isp'])
    expect(simulate(sketch.design()).trace({ from: host, toAddress: '172.20.0.9', protocol: 6, port: 443 }).forward.disposition).toBe('no-route')
  })
})

describe('an instance between a subnet and the internet gateway', () => {
  const drawn = (publicAddress: string | undefined) => {
    const sketch = new Sketch()
    const igw = sketch.add('internet-gateway', 'igw')
    const { vpc, subnets } = sketch.vpc('app', '10.0.0.0/16', ['a', 'b'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
    const nat = sketch.add('instance', 'nat', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.5', PublicIpAddress: publicAddress, SourceDestCheck: false })
    sketch.add('route-table', 'inner', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    return outward(sketch, sketch.add('instance', 'h', { SubnetId: subnets[1], PrivateIpAddress: '10.0.2.20' }))
  }
  it('may be one that translates when it has a public address', () => {
    expect(drawn('52.1.1.1')).toEqual(['unknown', undefined])
  })
  it('does not get anybody out without one', () => {
    expect(drawn(undefined)).toEqual(['no-route', undefined])
  })
})
