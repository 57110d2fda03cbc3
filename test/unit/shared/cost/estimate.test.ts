import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateCost } from '../../../../src/shared/cost/estimate.ts'
import { costOf } from '../../../../src/shared/cost/kinds.ts'
import { formatMills, monthlyMills } from '../../../../src/shared/cost/money.ts'
import { costWords, totalWords } from '../../../../src/shared/cost/wording.ts'
import { accountBoxId, regionBoxId } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { DEDICATED_PORTS, HOSTED_CONNECTIONS, PRICES, type PriceFact, UNREAD_PRICES } from '../../../../src/shared/facts/prices.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { Sketch } from '../simulation/sketch.ts'

const ACCOUNT = '111122223333'

/** A hub with a VPN, a port and a NAT gateway. */
function hub(): Sketch {
  const sketch = new Sketch()
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { region: 'us-east-1' })
  sketch.set(vpc, { OwnerId: ACCOUNT })
  const tgw = sketch.add('transit-gateway', 'tgw', { Region: 'us-east-1', OwnerId: ACCOUNT })
  sketch.add('transit-gateway-vpc-attachment', 'attachment', { TransitGatewayId: tgw, VpcId: vpc, SubnetIds: subnets })
  const site = sketch.site('hq', '192.168.0.0/16', ['isp'])
  const router = sketch.add('customer-gateway', 'router', { site })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, TransitGatewayId: tgw })
  sketch.add('nat-gateway', 'nat', { SubnetId: subnets[0] })
  sketch.add('vpc-endpoint', 's3', { VpcId: vpc })
  sketch.add('vpc-endpoint', 'api', { VpcId: vpc, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.us-east-1.sqs', SubnetIds: subnets })
  sketch.add('direct-connect-connection', 'port', { Bandwidth: '10Gbps', Region: 'us-east-1', OwnerId: ACCOUNT })
  sketch.add('instance', 'web', { SubnetId: subnets[0], PublicIpAddress: '203.0.113.9' })
  return sketch
}

describe('an estimate', () => {
  // The figures of F-COST-70, which people know by heart.
  it('prices the parts of a hub, and adds them up by VPC, Region and account', () => {
    const { vpc, ...estimate } = { ...estimateCost(indexOf(hub().design())), vpc: 'vpc:prod' as const }
    const amounts = Object.fromEntries(estimate.lines.map(({ resource, mills }) => [resource, formatMills(mills)]))
    expect(amounts).toMatchObject({
      'vpn-connection:vpn': '$73.00',
      'transit-gateway-vpc-attachment:attachment': '$36.50',
      'nat-gateway:nat': '$36.50',
      'vpc-endpoint:api': '$14.60',
      'direct-connect-connection:port': '$1,642.50',
      'instance:web': '$3.65',
    })
    expect(amounts).not.toHaveProperty('vpc-endpoint:s3')
    const within = new Map([...estimate.within].map(([id, { mills, untold }]) => [id as string, `${formatMills(mills)} ${untold}`]))
    expect(within.get(vpc)).toBe('$91.25 1')
    expect(within.get(regionBoxId(ACCOUNT, 'us-east-1'))).toBe('$1,806.75 1')
    expect(within.get(accountBoxId(ACCOUNT))).toBe('$1,806.75 1')
    expect(formatMills(estimate.total.mills)).toBe('$1,806.75')
    expect(estimate.total.untold).toBe(1)
    expect(totalWords(estimate)).toEqual(expect.arrayContaining(['$1,806.75 a month in fixed charges', 'and what cannot be told of 1 resource', 'prices vary by Region and change']))
    expect(estimate.notAws).toEqual(['customer-gateway', 'isp-link', 'site'])
  })

  it('says what cannot be told, and why, and still counts what can', () => {
    const sketch = hub()
    const only = (id: string) => {
      const index = indexOf(sketch.design())
      const resource = index.get(id as never)
      const cost = resource && costOf(resource, index)
      return typeof cost === 'object' ? costWords(cost).filter((line) => !line.includes('per GB')) : []
    }
    sketch.set('vpn-connection:vpn' as never, { TunnelBandwidth: 'large' })
    expect(only('vpn-connection:vpn').slice(0, 2)).toEqual(['transit gateway attachment at $0.05 an hour: $36.50 a month', 'cannot tell: the price of a connection with large tunnels could not be read'])
    sketch.set('nat-gateway:nat' as never, { AvailabilityMode: 'regional', NatGatewayAddresses: [{ PublicIp: '203.0.113.1' }, { PublicIp: '203.0.113.2' }] })
    expect(only('nat-gateway:nat')).toEqual(['2 × public IPv4 address at $0.005 an hour: $7.30 a month', 'cannot tell: the price of a regional NAT gateway could not be read'])
    for (const [fields, why] of [
      [{ Bandwidth: '10Gbps', Region: 'ap-northeast-1' }, 'ports in Japan have prices of their own, which could not be read'],
      [{ Bandwidth: '2Gbps' }, 'no price of a dedicated connection of 2Gbps is known'],
      [{ Bandwidth: undefined }, 'the design does not say the speed of the port'],
    ] as const) {
      sketch.set('direct-connect-connection:port' as never, { Region: 'us-east-1', ...fields })
      expect(only('direct-connect-connection:port')[0]).toBe(`cannot tell: ${why}`)
    }
    sketch.set('direct-connect-connection:port' as never, { connectionType: 'hosted', Bandwidth: '500Mbps' })
    expect(only('direct-connect-connection:port')).toEqual(['500 Mbps hosted connection at $0.20 an hour: $146.00 a month', 'without what the partner asks'])
  })

  it('charges a Connect attachment once, a peering of transit gateways on both sides, and nothing for VPC peering by the hour', () => {
    const sketch = new Sketch()
    const [one, other] = ['one', 'other'].map((name) => sketch.add('transit-gateway', name, { Region: name === 'one' ? 'us-east-1' : 'eu-west-1' }))
    sketch.add('transit-gateway-peering-attachment', 'peering', { TransitGatewayId: one, PeerTransitGatewayId: other })
    const { vpc, subnets } = sketch.vpc('hub', '10.0.0.0/16', ['a'], { region: 'us-east-1' })
    const peer = sketch.add('instance', 'sdwan', { SubnetId: subnets[0], role: 'vpn-appliance' })
    for (const name of ['first', 'second']) sketch.add('transit-gateway-connect-peer', name, { peer, TransitGatewayId: one, TransitGatewayAttachmentId: 'connect' })
    sketch.add('vpc-peering-connection', 'pair', { RequesterVpcId: vpc, AccepterVpcId: sketch.vpc('far', '10.1.0.0/16', []).vpc })
    const { lines, within } = estimateCost(indexOf(sketch.design()))
    const amount = (id: string) => formatMills(lines.find(({ resource }) => resource === id)?.mills ?? -1)
    expect([amount('transit-gateway-peering-attachment:peering'), amount('transit-gateway-connect-peer:first'), amount('transit-gateway-connect-peer:second'), amount('vpc-peering-connection:pair')]).toEqual(['$73.00', '$36.50', '$0.00', '$0.00'])
    expect(within.get(regionBoxId(undefined, 'eu-west-1'))?.mills).toBe(36_500)
  })

  it('has totals that are the sum of their lines, whatever the design, in any order', () => {
    fc.assert(
      fc.property(designArbitrary(), (design) => {
        const { lines, total, within } = estimateCost(indexOf(design))
        expect(total.mills).toBe(lines.flatMap(({ charges }) => charges).reduce((sum, { mills }) => sum + mills, 0))
        expect(total.untold).toBe(lines.filter(({ untold }) => untold.length > 0).length)
        for (const sum of within.values()) expect(sum.mills <= total.mills && Number.isSafeInteger(sum.mills) && sum.mills >= 0).toBe(true)
        const turned = { ...design, resources: Object.fromEntries(Object.entries(design.resources).reverse()) as typeof design.resources }
        expect(estimateCost(indexOf(turned)).lines.map(({ resource, mills }) => [resource, mills])).toEqual(lines.map(({ resource, mills }) => [resource, mills]))
      }),
      { seed: 20261128, numRuns: 60 },
    )
  })
})

describe('prices', () => {
  const all: readonly PriceFact[] = [...Object.values(PRICES), ...DEDICATED_PORTS.values(), ...HOSTED_CONNECTIONS.values()]

  it.each(all.map((price) => [price.label, price] as const))('%s: number in the catalogue, source, date, grade, Region', (_, { fact, source, checked, dated, grade, region, value }) => {
    expect([fact, source, checked, dated]).toEqual([expect.stringMatching(/^F-COST-\d+$/), expect.stringMatching(/^https:\/\/.+/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/), expect.stringMatching(/^\d{4}/)])
    expect([grade, region.slice(0, 7)]).toEqual(['third-party', 'us-east'])
    expect(value).toBeGreaterThan(0)
  })

  it('come to whole mills in a month, and what could not be read says so', () => {
    for (const { value, per } of all) if (per === 'hour') expect(monthlyMills(value)).toBeCloseTo(value * 730 * 1000, 6)
    for (const { fact, why } of Object.values(UNREAD_PRICES)) expect([fact, why]).toEqual([expect.stringMatching(/^F-COST-\d+$/), expect.stringMatching(/^[a-z].+[a-z]$/)])
    expect(monthlyMills(0.05)).toBe(36_500)
  })
})
