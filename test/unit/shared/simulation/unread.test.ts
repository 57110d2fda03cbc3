import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

/** A host behind one route to 8.0.0.0/8. */
function oneRoute(route: object) {
  const sketch = new Sketch()
  const { subnets: [subnet] } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { routes: [route] })
  const web = sketch.add('instance', 'web', { SubnetId: subnet, PrivateIpAddress: '10.0.1.10' })
  return { sketch, trace: (toAddress = '8.8.8.8') => simulate(sketch.design()).trace({ from: web, toAddress, protocol: 6, port: 443 }).forward.disposition }
}

describe('what an import does not hold', () => {
  it.each([
    [{ targetAwsId: 'eigw-1', State: 'active' }, 'unknown'],
    [{ targetAwsId: 'nat-1', State: 'blackhole' }, 'blackhole'],
    [{}, 'blackhole'],
  ])('a route with the target %j is %s', (target, disposition) => {
    expect(oneRoute({ DestinationCidrBlock: '8.0.0.0/8', ...target }).trace()).toBe(disposition)
  })

  it.each([
    ['pl-1', 'unknown'],
    [undefined, 'no-route'],
  ])('a route for an empty prefix list with the AWS id %s is %s', (awsId, disposition) => {
    const { sketch, trace } = oneRoute({ DestinationPrefixListId: 'prefix-list:partners', target: 'internet-gateway:igw' })
    sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: 'vpc:prod' }] })
    sketch.add('prefix-list', 'partners', awsId === undefined ? {} : { awsId })
    expect(trace()).toBe(disposition)
    expect(trace('10.0.1.11')).toBe('no-host')
  })

  it.each([
    [{ awsId: 'tgw-rtb-1' }, {}, 'unknown'],
    [{ awsId: 'tgw-rtb-1' }, { blackhole: true }, 'blackhole'],
    [{}, {}, 'blackhole'],
  ])('a transit gateway table %j with the route %j is %s', (table, route, disposition) => {
    const { sketch, trace } = oneRoute({ DestinationCidrBlock: '8.0.0.0/8', target: 'transit-gateway:hub' })
    sketch.add('transit-gateway', 'hub', { Region: 'eu-west-1' })
    const attachment = sketch.add('transit-gateway-vpc-attachment', 'prod', { TransitGatewayId: 'transit-gateway:hub', VpcId: 'vpc:prod', SubnetIds: ['subnet:prod-a'] })
    sketch.add('transit-gateway-route-table', 'main', { TransitGatewayId: 'transit-gateway:hub', Associations: [attachment], ...table, Routes: [{ DestinationCidrBlock: '8.0.0.0/8', ...route }] })
    expect(trace()).toBe(disposition)
  })
})

describe('a transit gateway table of which not all routes were read', () => {
  it.each([[true, 'unknown'], [undefined, 'no-route']])('%s: is %s where it has none', (routesUnread, disposition) => {
    const { sketch, trace } = oneRoute({ DestinationCidrBlock: '8.0.0.0/8', target: 'transit-gateway:hub' })
    sketch.add('transit-gateway', 'hub', { Region: 'eu-west-1' })
    const attachment = sketch.add('transit-gateway-vpc-attachment', 'prod', { TransitGatewayId: 'transit-gateway:hub', VpcId: 'vpc:prod', SubnetIds: ['subnet:prod-a'] })
    sketch.add('transit-gateway-route-table', 'main', { TransitGatewayId: 'transit-gateway:hub', Associations: [attachment], ...(routesUnread ? { routesUnread } : {}) })
    expect(trace()).toBe(disposition)
  })
})

describe('a host on the internet', () => {
  it('has no address that something of the design has', () => {
    const { sketch } = oneRoute({ DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:igw' })
    sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: 'vpc:prod' }] })
    sketch.set(sketch.add('instance', 'web', { SubnetId: 'subnet:prod-a', PrivateIpAddress: '10.0.1.10' }), { PublicIpAddress: '203.0.113.20' })
    sketch.add('nat-gateway', 'nat', { SubnetId: 'subnet:prod-a', NatGatewayAddresses: [{ PrivateIp: '10.0.1.20', PublicIp: '203.0.113.10' }] })
    sketch.site('hq', '203.0.113.0/28', [])
    const trace = simulate(sketch.design()).trace({ from: 'internet', toAddress: '203.0.113.20', protocol: 6, port: 443 })
    expect([trace.forward.disposition, trace.return?.disposition, trace.works]).toEqual(['delivered', 'left-network', true])
  })
})
