import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { appliance, gate, zone } from './elements.ts'
import { broken, changed, stating, truthOf } from './judged.ts'

const at = (id: string): ResourceId => id as ResourceId

describe('B8', () => {
  const [use, back] = ['vpc:1 -> vpc-endpoint-service:1 6/443', 'vpc:2 -/-> vpc:1']

  it('an endpoint in one zone is one, and so is its zone', () => {
    const design = changed('b8-private-link', { 'vpc-endpoint:1': { SubnetIds: ['subnet:1'], PrivateIpAddresses: ['10.0.0.10'] } })
    expect(truthOf(design)[use]).toEqual([zone('a'), 'endpoint-interface:vpc-endpoint:1/subnet:1'])
  })

  it('a load balancer in one zone makes that zone one', () => {
    const design = changed('b8-private-link', { 'load-balancer:1': { SubnetIds: ['subnet:3'], CrossZone: true } })
    expect(truthOf(design)[use]).toEqual([zone('a')])
  })

  it('a lone target is one, and so is its zone', () => {
    const design = changed('b8-private-link', { 'load-balancer:1': { CrossZone: true, Targets: [{ Id: 'instance:1', Port: 443 }] } })
    expect(truthOf(design)[use]).toEqual([zone('a'), appliance(1)])
  })

  it('the same block on both sides is no hindrance', () => {
    const same = {
      'vpc:2': { CidrBlocks: ['10.0.0.0/16'] },
      'subnet:3': { CidrBlock: '10.0.0.0/24' },
      'subnet:4': { CidrBlock: '10.0.1.0/24' },
      'instance:1': { PrivateIpAddress: '10.0.0.10' },
      'instance:2': { PrivateIpAddress: '10.0.1.10' },
      'security-group:1': { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }] },
    }
    expect(truthOf(changed('b8-private-link', same))).toEqual({ [use]: [], [back]: [] })
  })

  it('only the port of the service is reached', () => {
    expect(broken(stating(changed('b8-private-link', {}), 'vpc:1 -> vpc-endpoint-service:1 6/22', 'vpc:1 -/-> vpc:2'))).toEqual(['vpc:1 -> vpc-endpoint-service:1 6/22'])
  })

  it('the security group of the endpoint decides who may call', () => {
    expect(broken(changed('b8-private-link', { 'security-group:2': { IpPermissions: [] } }))).toEqual([use])
  })

  it('a network that is routed to the consumer reaches the service too', () => {
    const design = changed('b8-private-link', {
      'site:1': { prefixes: ['192.168.0.0/24'] },
      'isp-link:1': { site: 'site:1' },
      'customer-gateway:1': { site: 'site:1' },
      'vpn-gateway:1': { VpcAttachments: [{ VpcId: 'vpc:1' }], Region: 'eu-west-1' },
      'vpn-connection:1': { CustomerGatewayId: 'customer-gateway:1', VpnGatewayId: 'vpn-gateway:1' },
      'route-table:1': { PropagatingVgws: ['vpn-gateway:1'] },
      'security-group:2': { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: ['10.0.0.0/16', '192.168.0.0/24'].map((CidrIp) => ({ CidrIp })) }] },
    })
    expect(truthOf(stating(design, 'site:1 -> vpc-endpoint-service:1 6/443'))['site:1 -> vpc-endpoint-service:1 6/443']).toEqual(gate(1))
  })

  const away = {
    'vpc:2': { Region: 'us-east-1' },
    'subnet:3': { AvailabilityZone: 'us-east-1a' },
    'subnet:4': { AvailabilityZone: 'us-east-1b' },
    'vpc-endpoint:1': { ServiceRegion: 'us-east-1' },
  }

  it('another Region is reached when the service is offered there', () => {
    expect(truthOf(changed('b8-private-link', { ...away, 'vpc-endpoint-service:1': { SupportedRegions: ['eu-west-1'] } }))).toMatchObject({ [back]: [] })
    expect(broken(changed('b8-private-link', { ...away, 'vpc-endpoint-service:1': { SupportedRegions: ['eu-west-1'] } }))).toEqual([])
    expect(broken(changed('b8-private-link', away))).toEqual([use])
  })

  it('nothing of another Region stands in when the service is down there', () => {
    const design = changed('b8-private-link', { ...away, 'vpc-endpoint-service:1': { SupportedRegions: ['eu-west-1'] } })
    expect(simulate(design).trace({ from: at('subnet:1'), to: at('vpc-endpoint-service:1'), protocol: 6, port: 443 }, ['region:us-east-1']).works).toBe(false)
  })
})
