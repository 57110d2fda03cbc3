import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

/** A consumer's endpoint to a service behind load balancers of a provider, each with one target that takes the ports. */
function privateLink(targets: readonly { readonly port: number; readonly stopped?: boolean }[]) {
  const sketch = new Sketch()
  const consumer = sketch.vpc('consumer', '10.0.0.0/16', ['a'])
  const provider = sketch.vpc('provider', '10.0.0.0/16', ['a'])
  const loadBalancers = targets.map(({ port, stopped = false }, at) => {
    const group = sketch.add('security-group', `g${at}`, { VpcId: provider.vpc, IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], IpPermissionsEgress: [] })
    const target = sketch.add('instance', `t${at}`, { SubnetId: provider.subnets[0], PrivateIpAddress: `10.0.1.${20 + at}`, SecurityGroupIds: [group], stopped })
    return sketch.add('load-balancer', `lb${at}`, { VpcId: provider.vpc, SubnetIds: provider.subnets, Listeners: [{ Port: 443, Protocol: 'TCP' }], Targets: [{ Id: target }] })
  })
  const service = sketch.add('vpc-endpoint-service', 'service', { VpcId: provider.vpc, loadBalancers })
  sketch.add('vpc-endpoint', 'endpoint', { VpcId: consumer.vpc, VpcEndpointType: 'Interface', service, SubnetIds: consumer.subnets })
  return simulate(sketch.design()).trace({ from: consumer.subnets[0]!, to: service, protocol: 'some' })
}

describe('an endpoint service', () => {
  it('answers on the port of its listener when the target lets it in', () => {
    expect(privateLink([{ port: 443 }]).works).toBe(true)
  })

  it('does not answer any packet when the target takes another port than the listener', () => {
    expect(privateLink([{ port: 22 }]).forward.disposition).toBe('denied')
  })

  it('answers by another load balancer when the first has no target that is up', () => {
    expect(privateLink([{ port: 443, stopped: true }]).works).toBe(false)
    expect(privateLink([{ port: 443, stopped: true }, { port: 443 }]).works).toBe(true)
  })
})
