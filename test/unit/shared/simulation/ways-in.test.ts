import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

describe('remote users with several ways in', () => {
  const drawn = (second: Readonly<Record<string, unknown>>) => {
    const sketch = new Sketch()
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'])
    const users = sketch.add('user-group', 'team')
    const endpoint = (name: string, fields: Readonly<Record<string, unknown>>) => {
      const id = sketch.add('client-vpn-endpoint', name, { VpcId: vpc, ClientVpnTargetNetworks: [{ SubnetId: subnets[0] }], ...fields })
      sketch.add('remote-access', name, { users, ClientVpnEndpointId: id })
      return id
    }
    endpoint('a', {}) // nobody is authorized there
    endpoint('b', { AuthorizationRules: [{ DestinationCidr: '10.0.0.0/16' }], ...second })
    return { trace: simulate(sketch.design()).trace({ from: users, to: subnets[1]!, protocol: 6, port: 443 }) }
  }

  it('take the one that works', () => {
    expect(drawn({}).trace.works).toBe(true)
  })

  it('are denied when none does', () => {
    expect(drawn({ AuthorizationRules: [] }).trace.forward.disposition).toBe('denied')
  })

  it('cannot be told while one of them cannot', () => {
    const sketch = new Sketch()
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'])
    const users = sketch.add('user-group', 'team')
    const closed = sketch.add('client-vpn-endpoint', 'a', { VpcId: vpc, ClientVpnTargetNetworks: [{ SubnetId: subnets[0] }] })
    sketch.add('remote-access', 'a', { users, ClientVpnEndpointId: closed })
    // A device that gives its users no pool that the design states.
    sketch.add('remote-access', 'b', { users, device: sketch.add('customer-gateway', 'cgw', { site: sketch.site('hq', '192.168.0.0/24', []) }) })
    expect(simulate(sketch.design()).trace({ from: users, to: subnets[0]!, protocol: 6, port: 443 }).forward.disposition).toBe('unknown')
  })
})

describe('the addresses of users who dial in to a device', () => {
  it("are their site's on the lines to other sites, as long as the device is up", () => {
    const sketch = new Sketch()
    const [office, far] = [sketch.site('office', '192.168.0.0/24', []), sketch.site('far', '192.168.1.0/24', ['isp'])]
    sketch.add('wan-link', 'line', { site: office, peerSite: far })
    const server = sketch.add('server', 'erp', { site: office })
    const users = sketch.add('user-group', 'travellers')
    sketch.add('remote-access', 'dial', { users, device: sketch.add('customer-gateway', 'dial', { site: far, remoteUserPool: '192.168.201.0/24' }) })
    const { forward, works, return: back } = simulate(sketch.design()).trace({ from: users, to: server, protocol: 1 })
    expect([forward.disposition, back?.disposition, works]).toEqual(['delivered', 'delivered', true])
  })
})

describe('users of a Client VPN endpoint', () => {
  it('reach the internet by its public address, through the internet gateway of its subnet', () => {
    const sketch = new Sketch()
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:igw' }] })
    sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    const users = sketch.add('user-group', 'team')
    const endpoint = sketch.add('client-vpn-endpoint', 'full', { VpcId: vpc, ClientVpnTargetNetworks: [{ SubnetId: subnets[0] }], Routes: [{ DestinationCidr: '0.0.0.0/0' }], AuthorizationRules: [{ DestinationCidr: '0.0.0.0/0' }] })
    sketch.add('remote-access', 'dial', { users, ClientVpnEndpointId: endpoint })
    const { forward, return: back } = simulate(sketch.design()).trace({ from: users, toAddress: '8.8.8.8', protocol: 'some' })
    expect([forward.disposition, back?.disposition]).toEqual(['left-network', 'delivered'])
  })
})
