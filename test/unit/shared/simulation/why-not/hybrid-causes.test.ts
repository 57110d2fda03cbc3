import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Flow } from '../../../../../src/shared/simulation/types.ts'
import { Sketch } from '../sketch.ts'
import { asked } from './asked.ts'

const web = (from: ResourceId, to: ResourceId): Flow => ({ from, to, protocol: 6, port: 443 })

/** A site with a device and a VPC with a virtual private gateway, joined by nothing yet. */
function hybrid(device: object = {}) {
  const sketch = new Sketch()
  const site = sketch.site('hq', '192.168.0.0/16', ['isp'])
  const router = sketch.add('customer-gateway', 'router', { site, BgpAsn: 65_010, ...device })
  const { vpc, subnets, table } = sketch.vpc('app', '10.1.0.0/16', ['a'])
  const gateway = sketch.add('vpn-gateway', 'vgw', { VpcAttachments: [{ VpcId: vpc }], AmazonSideAsn: 64_512 })
  sketch.set(table, { PropagatingVgws: [gateway] })
  const vpn = (fields: object = {}) => sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, VpnGatewayId: gateway, ...fields })
  return { sketch, site, router, vpc, table, gateway, subnet: subnets[0] as ResourceId, vpn }
}

const tunnels = (configured: boolean) => ({ TunnelOptions: [{ configured }, { configured }] })

describe('what would let a flow through between a site and a VPC', () => {
  it('works over a VPN as drawn', () => {
    const { sketch, site, subnet, vpn } = hybrid()
    vpn()
    expect(asked(sketch.design(), web(site, subnet)).answer.outcome).toBe('works')
  })

  it('propagation into the table, or a route to the gateway', () => {
    const { sketch, site, subnet, table, vpn } = hybrid()
    vpn()
    sketch.set(table, { PropagatingVgws: [] })
    expect(asked(sketch.design(), web(site, subnet)).words).toEqual([['add 192.168.0.0/16 → vgw to app-main'], ['propagate routes from vgw into app-main']])
  })

  it('the static route of a static VPN', () => {
    const { sketch, site, subnet, vpn } = hybrid({ bgp: false })
    vpn({ StaticRoutesOnly: true })
    expect(asked(sketch.design(), web(site, subnet)).words).toEqual([['add the static route 192.168.0.0/16 to vpn']])
  })

  it('a tunnel on the device, and the second one while the first is down', () => {
    const { sketch, site, subnet, vpn } = hybrid()
    const connection = vpn(tunnels(false))
    expect(asked(sketch.design(), web(site, subnet)).words[0]).toEqual(['configure tunnel 1 of vpn on router'])
    sketch.set(connection, { TunnelOptions: [{ configured: true }, { configured: false }] })
    expect(asked(sketch.design(), web(site, subnet), [`vpn-tunnel:${connection}/1`]).words).toEqual([['configure tunnel 2 of vpn on router']])
  })

  it('the announcement of the prefix', () => {
    const { sketch, site, router, subnet, vpn } = hybrid()
    vpn()
    sketch.set(router, { announcedPrefixes: ['172.20.0.0/16'] })
    expect(asked(sketch.design(), web(site, subnet)).words).toEqual([['announce 192.168.0.0/16 from router']])
  })

  it('the attachment of a gateway that nothing has', () => {
    const { sketch, site, subnet, gateway, vpn } = hybrid()
    vpn()
    sketch.set(gateway, { VpcAttachments: [] })
    expect(asked(sketch.design(), web(site, subnet)).words).toEqual([['attach vgw to app']])
  })

  it('the allowed prefixes of a Direct Connect gateway', () => {
    const { sketch, site, router, subnet, gateway } = hybrid()
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64_513 })
    const port = sketch.add('direct-connect-connection', 'port')
    sketch.add('virtual-interface', 'vif', { customerRouter: router, ConnectionId: port, DirectConnectGatewayId: dxgw, VirtualInterfaceType: 'private', Asn: 65_010 })
    sketch.add('direct-connect-gateway-association', 'assoc', { DirectConnectGatewayId: dxgw, VpnGatewayId: gateway, AllowedPrefixes: ['10.9.0.0/16'] })
    expect(asked(sketch.design(), web(site, subnet)).words).toEqual([['allow 10.1.0.0/16 on assoc']])
  })

  it('what the hub needs: propagation before association, and the route back', () => {
    const { sketch, site, router, vpc, subnet, table } = hybrid()
    const hub = sketch.add('transit-gateway', 'hub', { Region: 'eu-west-1', AmazonSideAsn: 64_600 })
    const attachment = sketch.add('transit-gateway-vpc-attachment', 'att', { TransitGatewayId: hub, VpcId: vpc, SubnetIds: [subnet] })
    const vpn = sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, TransitGatewayId: hub })
    sketch.set(table, { PropagatingVgws: [] })
    sketch.add('transit-gateway-route-table', 'rt', { TransitGatewayId: hub, Associations: [attachment], Propagations: [vpn] })
    const { words, answer } = asked(sketch.design(), web(site, subnet))
    expect(words[0]).toEqual(['propagate routes from att into rt', 'associate vpn with rt', 'add 192.168.0.0/16 → hub to app-main'])
    expect(answer).toMatchObject({ isSmallest: true, outcome: 'changes' })
  })

  it('no route out of a VPC for a site behind its gateway, and what would carry it', () => {
    const { sketch, site, vpc, table, gateway, vpn } = hybrid()
    vpn()
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    sketch.set(table, { PropagatingVgws: [gateway], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    const flow: Flow = { from: gateway, toAddress: '203.0.113.99', protocol: 6, port: 443 }
    const { answer } = asked(sketch.design(), flow)
    expect(answer).toMatchObject({ outcome: 'none', limit: { fact: 'F-RT-52', instead: expect.stringContaining('transit gateway') } })
    expect(site).toBe('site:hq')
  })

  it('cannot tell where the design does not say enough', () => {
    const { sketch, site, vpc } = hybrid()
    expect(asked(sketch.design(), { from: site, to: vpc, protocol: 6, port: 443, sourceAddress: 'fd00::1' }).answer).toMatchObject({ outcome: 'cannot-tell', alternatives: [] })
  })
})
