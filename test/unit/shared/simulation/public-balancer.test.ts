import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

function drawn(fields: Readonly<Record<string, unknown>> = {}) {
  const sketch = new Sketch()
  const igw = sketch.add('internet-gateway', 'igw')
  const { vpc, subnets } = sketch.vpc('shop', '10.0.0.0/16', ['a', 'b'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
  sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
  const everybody = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]
  const front = sketch.add('security-group', 'front', { VpcId: vpc, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], IpPermissionsEgress: everybody })
  const behind = sketch.add('security-group', 'behind', { VpcId: vpc, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, UserIdGroupPairs: [{ GroupId: front }] }], IpPermissionsEgress: [] })
  const target = sketch.add('instance', 'app', { SubnetId: subnets[1], PrivateIpAddress: '10.0.2.20', SecurityGroupIds: [behind] })
  const balancer = sketch.add('load-balancer', 'alb', { VpcId: vpc, Type: 'application', Scheme: 'internet-facing', SubnetIds: subnets, SecurityGroupIds: [front], CrossZone: true, Listeners: [{ Port: 443, Protocol: 'HTTPS' }], Targets: [{ Id: target, Port: 8080 }], ...fields })
  const trace = (port: number) => simulate(sketch.design()).trace({ from: 'internet', to: balancer, protocol: 6, port })
  return { sketch, vpc, igw, trace }
}

describe('a load balancer that faces the internet', () => {
  it('is reached through the internet gateway, on the port of its listener', () => {
    const { forward, works } = drawn().trace(443)
    expect([forward.hops.map(({ name }) => name), works]).toEqual([['the internet', 'igw', 'shop', 'shop-a', 'alb', 'app'], true])
    expect(drawn().trace(80).forward.disposition).toBe('denied')
  })
  it('is not reached when it is internal, without an internet gateway, or where public access is blocked', () => {
    expect(drawn({ Scheme: 'internal' }).trace(443).forward.disposition).toBe('no-route')
    const { sketch, vpc, igw, trace } = drawn()
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-ingress' })
    expect(trace(443).forward.disposition).toBe('denied')
    sketch.set(igw, { Attachments: [] })
    expect(trace(443).forward.disposition).toBe('no-route')
  })
})
