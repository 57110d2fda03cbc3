import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

const suggested = (sketch: Sketch) => simulate(sketch.design()).intents.filter((intent) => intent.status === 'suggested').map((intent) => `${intent.from} ${intent.to}`)

function hybrid() {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw')
  const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const site = sketch.site('hq', '192.168.0.0/16', [])
  const device = sketch.add('customer-gateway', 'cgw', { site })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw })
  return { sketch, vpc, subnets, table, site, vgw }
}

describe('suggested intents', () => {
  it('speak of the VPC while all its subnets, or none yet, lead to the gateway', () => {
    const { sketch, table } = hybrid()
    expect(suggested(sketch)).toEqual(['site:hq vpc:prod'])
    sketch.set(table, { PropagatingVgws: [] })
    expect(suggested(sketch)).toEqual(['site:hq vpc:prod'])
  })
  it('speak of the subnets that lead there when others are kept apart', () => {
    const { sketch, vpc, subnets } = hybrid()
    sketch.add('route-table', 'isolated', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }] })
    expect(suggested(sketch)).toEqual(['site:hq subnet:prod-a'])
  })
  it('give way to what the design states, whichever end comes first', () => {
    const { sketch, vpc, site } = hybrid()
    sketch.intent(vpc, site)
    expect(suggested(sketch)).toEqual([])
  })
  it('do not return once dismissed', () => {
    const { sketch, vpc, site } = hybrid()
    sketch.intent(site, vpc, { status: 'dismissed' })
    const simulation = simulate(sketch.design())
    expect(simulation.intents).toEqual([])
  })
})
