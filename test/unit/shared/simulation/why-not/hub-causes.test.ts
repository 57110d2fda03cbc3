import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Flow } from '../../../../../src/shared/simulation/types.ts'
import { Sketch } from '../sketch.ts'
import { asked } from './asked.ts'

const web = (from: ResourceId, to: ResourceId): Flow => ({ from, to, protocol: 6, port: 443 })

/** Two VPCs on a hub; everything is as it should be. */
function hub() {
  const sketch = new Sketch()
  const tgw = sketch.add('transit-gateway', 'hub', { Region: 'eu-west-1' })
  const vpcs = (['10.1.0.0/16', '10.2.0.0/16'] as const).map((cidr, number) => {
    const made = sketch.vpc(`vpc${number}`, cidr, ['a', 'b'], { routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: tgw }] })
    const attachment = sketch.add('transit-gateway-vpc-attachment', `att${number}`, { TransitGatewayId: tgw, VpcId: made.vpc, SubnetIds: made.subnets })
    return { ...made, attachment, subnet: made.subnets[0] as ResourceId }
  })
  const [a, b] = vpcs as [(typeof vpcs)[number], (typeof vpcs)[number]]
  const table = sketch.add('transit-gateway-route-table', 'rt', { TransitGatewayId: tgw, Associations: [a.attachment, b.attachment], Propagations: [a.attachment, b.attachment] })
  return { sketch, tgw, a, b, table, flow: web(a.subnet, b.subnet) }
}

describe('what would let a flow through a transit gateway', () => {
  it('works as drawn', () => {
    const { sketch, flow } = hub()
    expect(asked(sketch.design(), flow).answer.outcome).toBe('works')
  })

  it('a route, a blackhole or a more specific wrong one replaced', () => {
    const { sketch, a, b, flow, tgw } = hub()
    sketch.set(a.table, { Routes: [] })
    expect(asked(sketch.design(), flow).words).toEqual([['add 10.2.0.0/16 → hub to vpc0-main']])
    sketch.set(a.table, { Routes: [{ DestinationCidrBlock: '10.2.0.0/16' }] })
    expect(asked(sketch.design(), flow).words).toEqual([['point 10.2.0.0/16 of vpc0-main at hub instead of a target that is gone']])
    const nat = sketch.add('nat-gateway', 'nat', { SubnetId: a.subnet })
    sketch.set(a.table, { Routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: tgw }, { DestinationCidrBlock: '10.2.1.0/24', target: nat }] })
    expect(asked(sketch.design(), flow).words).toEqual([['point 10.2.1.0/24 of vpc0-main at hub instead of nat']])
    sketch.set(b.table, { Routes: [] })
    sketch.set(a.table, { Routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: tgw }] })
    expect(asked(sketch.design(), flow).words).toEqual([['add 10.1.0.0/16 → hub to vpc1-main']])
  })

  it('propagation, or the static route that does the same', () => {
    const { sketch, a, b, table, flow } = hub()
    sketch.set(table, { Propagations: [a.attachment] })
    expect(asked(sketch.design(), flow).words).toEqual([['propagate routes from att1 into rt'], ['add 10.2.0.0/16 → att1 to rt']])
    sketch.set(table, { Propagations: [a.attachment, b.attachment], Routes: [{ DestinationCidrBlock: '10.2.0.0/16', blackhole: true }] })
    expect(asked(sketch.design(), flow).words).toEqual([['point 10.2.0.0/16 of rt at att1 instead of dropping it']])
  })

  it('association with a table, and with the other table', () => {
    const { sketch, tgw, a, b, table, flow } = hub()
    sketch.set(table, { Associations: [b.attachment] })
    expect(asked(sketch.design(), flow).words).toEqual([['associate att0 with rt']])
    sketch.add('transit-gateway-route-table', 'isolated', { TransitGatewayId: tgw, Associations: [a.attachment] })
    expect(asked(sketch.design(), flow).words).toContainEqual(['associate att0 with rt instead of isolated'])
  })

  it('an attachment subnet in the zone of the sender', () => {
    const { sketch, a, flow } = hub()
    sketch.set(a.attachment, { SubnetIds: [a.subnets[1]] })
    expect(asked(sketch.design(), flow).words[0]).toEqual(['add vpc0-a to the subnets of att0'])
  })

  it('attaches a VPC that is not, as the gateway does by default', () => {
    const { sketch, tgw, b, table, flow } = hub()
    sketch.set(tgw, { AssociationDefaultRouteTableId: table, PropagationDefaultRouteTableId: table })
    sketch.set(table, { Associations: ['transit-gateway-vpc-attachment:att0'], Propagations: ['transit-gateway-vpc-attachment:att0'] })
    delete sketch.resources[b.attachment]
    const { words, answer } = asked(sketch.design(), flow)
    expect(words[0]).toEqual(['attach vpc1 to hub'])
    expect(answer.isSmallest).toBe(true)
  })

  it('two things at once when two are missing', () => {
    const { sketch, a, b, table, flow } = hub()
    sketch.set(table, { Propagations: [a.attachment] })
    sketch.set(b.table, { Routes: [] })
    const { words } = asked(sketch.design(), flow)
    expect(words[0]?.slice().sort()).toEqual(['add 10.1.0.0/16 → hub to vpc1-main', 'propagate routes from att1 into rt'])
    expect(words.every((list) => list.length === 2)).toBe(true)
  })
})

describe('what would let a flow through a peering connection', () => {
  function peered(fields: object = {}) {
    const sketch = new Sketch()
    const a = sketch.vpc('vpc0', '10.1.0.0/16', ['a'])
    const b = sketch.vpc('vpc1', '10.2.0.0/16', ['a'])
    const c = sketch.vpc('vpc2', '10.3.0.0/16', ['a'])
    const peering = sketch.add('vpc-peering-connection', 'ab', { RequesterVpcId: a.vpc, AccepterVpcId: b.vpc, ...fields })
    sketch.set(a.table, { Routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: peering }] })
    sketch.set(b.table, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: peering }] })
    return { sketch, a, b, c, peering, subnet: (vpc: typeof a) => vpc.subnets[0] as ResourceId }
  }

  it('its acceptance', () => {
    const { sketch, a, b, subnet } = peered({ Status: 'pending-acceptance' })
    expect(asked(sketch.design(), web(subnet(a), subnet(b))).words).toEqual([['accept ab']])
  })

  it('nothing leads through it: a connection between the ends does', () => {
    const { sketch, a, b, c, subnet } = peered()
    const second = sketch.add('vpc-peering-connection', 'bc', { RequesterVpcId: b.vpc, AccepterVpcId: c.vpc })
    sketch.set(b.table, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: 'vpc-peering-connection:ab' }, { DestinationCidrBlock: '10.3.0.0/16', target: second }] })
    sketch.set(c.table, { Routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: second }] })
    const { answer, words } = asked(sketch.design(), web(subnet(a), subnet(c)))
    expect(answer.limit).toMatchObject({ fact: 'F-RT-51', instead: expect.stringContaining('transit gateway') })
    expect(words).toEqual([['peer vpc0 with vpc2', 'add 10.3.0.0/16 → vpc0 to vpc2 to vpc0-main', 'add 10.1.0.0/16 → vpc0 to vpc2 to vpc2-main']])
  })

  it('nothing at all where the blocks overlap, and says so', () => {
    const { sketch, a, b, subnet } = peered()
    sketch.set(b.vpc, { CidrBlocks: ['10.2.0.0/16', '10.1.128.0/17'] })
    const { answer } = asked(sketch.design(), web(subnet(a), subnet(b)))
    expect(answer).toMatchObject({ outcome: 'none', alternatives: [], limit: { fact: 'F-ADDR-31' } })
  })
})
