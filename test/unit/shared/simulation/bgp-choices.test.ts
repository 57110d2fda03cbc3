import { describe, expect, it } from 'vitest'
import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { parsePrefixes, type Prefix } from '../../../../src/shared/net/prefix.ts'
import { Health } from '../../../../src/shared/simulation/health.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { bestInterface } from '../../../../src/shared/simulation/routes/direct-connect-sessions.ts'
import { RouteExchange } from '../../../../src/shared/simulation/routes/engine.ts'
import { Routing } from '../../../../src/shared/simulation/routes/index.ts'
import type { Route, Session, Speaker } from '../../../../src/shared/simulation/routes/route.ts'
import { Sketch } from './sketch.ts'

const [SITE, SUMMARY] = parsePrefixes(['192.168.0.0/24', '10.0.0.0/8']) as [Prefix, Prefix]
const healthOf = (sketch: Sketch) => new Health(simulate(sketch.design()).network)
const device = (sketch: Sketch, name: string, fields: object) => sketch.add('customer-gateway', name, { site: sketch.add('site', name, { prefixes: ['192.168.0.0/24'] }), ...fields })
const vpn = (sketch: Sketch, name: string, from: ResourceId, to: ResourceId) => sketch.add('vpn-connection', name, { CustomerGatewayId: from, VpnGatewayId: to })

describe('BGP choices', () => {
  it('follow a route whose local preference alone changed', () => {
    const id = (name: string) => makeResourceId('router', name)
    const own: Route = { prefix: SITE, type: 'site', asPath: [], localPreference: 100, next: { kind: 'here' }, key: '' }
    const speaker = (name: string, asn: number, routes: readonly Route[] = []): Speaker => ({ id: id(name), asn, originate: () => routes, owns: () => false, select: (all) => [...all].sort((a, b) => b.localPreference - a.localPreference) })
    const session = (from: string, to: string, localPreference: number | undefined): Session => ({ from: id(from), to: id(to), export: ([best]) => (best ? [{ ...best, key: to === 'd' ? 'c' : from, asPath: [7], localPreference: localPreference ?? best.localPreference }] : []) })
    // c hears by way of b later than from a, and likes it better; what d hears has the same path.
    const exchange = new RouteExchange([speaker('a', 1, [own]), speaker('b', 2), speaker('c', 3), speaker('d', 4)], [session('a', 'c', 100), session('a', 'b', 100), session('b', 'c', 200), session('c', 'd', undefined)])
    expect(exchange.settle(SITE).routes.get(id('d'))?.[0]?.localPreference).toBe(200)
  })

  it('of a VGW heed no Direct Connect community on what comes over a VPN', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const far = device(sketch, 'far', { BgpAsn: 65_001 })
    const near = device(sketch, 'near', { BgpAsn: 65_002 })
    vpn(sketch, 'a', far, vgw)
    const direct = vpn(sketch, 'b', near, vgw)
    sketch.set(far, { bgpPolicy: [{ direction: 'out', prefixes: [], action: 'permit', community: '7224:7300', prepend: 2 }] })
    expect(new Routing(healthOf(sketch)).routesFor(vgw, SITE)[0]?.next).toMatchObject({ connection: direct })
  })

  it('come to rest where a device that accepts its own ASN hears its summary back', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const router = device(sketch, 'router', { BgpAsn: 65_001, allowOwnAs: true, announcedPrefixes: ['10.0.0.0/8'] })
    vpn(sketch, 'a', router, vgw)
    const routing = new Routing(healthOf(sketch))
    expect(routing.routesFor(vgw, SUMMARY)[0]?.asPath).toEqual([65_001])
    expect([...routing.unsettled]).toEqual([])
  })

  it('of a Direct Connect gateway compare MED within one neighbouring AS alone', () => {
    const sketch = new Sketch()
    const gateway = sketch.add('direct-connect-gateway', 'dxgw')
    const line = (name: string, asn: number, med: number) => {
      const router = device(sketch, name, { BgpAsn: asn, bgpPolicy: [{ direction: 'out', prefixes: [], action: 'permit', med }] })
      return sketch.add('virtual-interface', name, { customerRouter: router, DirectConnectGatewayId: gateway, Asn: asn })
    }
    line('a', 65_001, 10)
    const other = line('b', 65_002, 20)
    line('c', 65_001, 5)
    const health = healthOf(sketch)
    const routes = new Routing(health).routesFor(gateway, SITE)
    // a loses to c by MED; of b and c, which MED does not compare, the first by id is used, in whatever order they are looked at.
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].map((order) => order.flatMap((index) => routes[index] ?? []))
    for (const order of orders) expect(bestInterface(health, order, 'private', undefined)?.next).toEqual({ kind: 'virtual-interface', id: other })
  })
})

describe('a session with another ASN than AWS expects', () => {
  it('does not come up over a virtual interface', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const vif = sketch.add('virtual-interface', 'vif', { customerRouter: device(sketch, 'router', { BgpAsn: 65_001 }), VirtualGatewayId: vgw, Asn: 65_002 })
    expect(new Routing(healthOf(sketch)).routesFor(vgw, SITE)).toEqual([])
    sketch.set(vif, { Asn: 65_001 })
    expect(new Routing(healthOf(sketch)).routesFor(vgw, SITE)).toHaveLength(1)
  })
})

describe('an exchange that never comes to rest', () => {
  it('is cut off, and names who keeps changing, each before the one that it tells', () => {
    const id = (name: string) => makeResourceId('router', name)
    const own: Route = { prefix: SITE, type: 'site', asPath: [], localPreference: 100, next: { kind: 'here' }, key: '' }
    // Each of three prefers the way by its neighbour to its own, but only while that neighbour goes straight (Griffin, Shepherd, Wilfong: "bad gadget").
    const speaker = (name: string, asn: number, routes: readonly Route[] = []): Speaker => ({ id: id(name), asn, originate: () => routes, owns: () => false, select: (all) => [...all].sort((a, b) => b.localPreference - a.localPreference || a.asPath.length - b.asPath.length) })
    const straight = (to: string): Session => ({ from: id('o'), to: id(to), export: (routes) => routes.slice(0, 1).map((route) => ({ ...route, asPath: [1], key: 'o' })) })
    const ring = (from: string, to: string, asn: number): Session => ({ from: id(from), to: id(to), export: ([best]) => (best?.key === 'o' ? [{ ...best, asPath: [asn, ...best.asPath], localPreference: 200, key: from }] : []) })
    const exchange = new RouteExchange([speaker('o', 1, [own]), speaker('a', 2), speaker('b', 3), speaker('c', 4), speaker('bystander', 5)], [straight('a'), straight('b'), straight('c'), straight('bystander'), ring('b', 'a', 3), ring('c', 'b', 4), ring('a', 'c', 2)])
    const { settled, cycle } = exchange.settle(SITE)
    expect({ settled, cycle }).toEqual({ settled: false, cycle: ['router:a', 'router:c', 'router:b'] })
  })
})
