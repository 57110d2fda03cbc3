import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { boxesOf } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { DisplayItem } from '../../../../src/shared/drawing/display-list.ts'
import { drawDesign, drawResource, linksWith, type Overlay, ownersOf } from '../../../../src/shared/drawing/index.ts'
import { intentLinesOf } from '../../../../src/shared/drawing/intent-lines.ts'
import type { Rect } from '../../../../src/shared/drawing/rects.ts'
import { textWidth } from '../../../../src/shared/drawing/text.ts'
import { KIND_DEFINITIONS } from '../../../../src/shared/model/index.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { wildDesign } from '../../arbitraries/wild.ts'
import { HUB, HYBRID, laidOut, sketched } from './designs.ts'

const hybrid = laidOut(sketched('Hybrid', HYBRID))
const hub = laidOut(sketched('Hub', HUB))

const of = <T extends DisplayItem['type']>(design: Design, owner: string, type: T, overlay: Overlay = {}) =>
  drawResource(indexOf(design), owner, overlay).filter((item): item is Extract<DisplayItem, { readonly type: T }> => item.type === type)
const textsOf = (design: Design, owner: string) => of(design, owner, 'text').map(({ text }) => text)

describe('drawDesign', () => {
  it('draws every placed resource, box and joined link of any valid design, and nothing else', () => {
    fc.assert(
      fc.property(wildDesign(2), (design) => {
        const placed = laidOut(design)
        const index = indexOf(placed)
        const drawn = new Set(drawDesign(placed).items.map(({ owner }) => owner))
        for (const { id } of boxesOf(index)) expect(drawn).toContain(id)
        for (const { kind, appearance } of KIND_DEFINITIONS) {
          for (const { id } of index.all(kind as 'vpc')) if (appearance !== 'link') expect(drawn.has(id)).toBe(appearance !== 'setting')
        }
        const owners = ownersOf(index, undefined, intentLinesOf(index).lines)
        expect([...drawn].filter((owner) => !owners.includes(owner))).toEqual([])
      }),
      { seed: 5, numRuns: 40 },
    )
  })

  it('says the same one by one as at once', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const index = indexOf(laidOut(design))
        const at = (items: readonly DisplayItem[]) => items.map((item) => JSON.stringify(item)).sort()
        expect(at(ownersOf(index, undefined, intentLinesOf(index).lines).flatMap((id) => drawResource(index, id)))).toEqual(at(drawDesign(index.design).items))
      }),
      { seed: 6, numRuns: 20 },
    )
  })

  it('paints frames before what they hold, links before nodes', () => {
    const owners = drawDesign(hybrid).items.map(({ owner }) => owner)
    const order = ['region:-@eu-central-1', 'vpc:prod', 'zone:prod@eu-central-1a', 'subnet:app-a', 'vpn-connection:hq', 'instance:web-a'].map((owner) => owners.indexOf(owner))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('holds everything in its bounds', () => {
    const { items, bounds } = drawDesign(hub)
    for (const item of items) {
      const points = item.type === 'line' ? item.points : [{ x: item.x, y: item.y }]
      for (const { x, y } of points) expect(x >= bounds.x && y >= bounds.y && x <= bounds.x + bounds.width && y <= bounds.y + bounds.height).toBe(true)
    }
    const apart = laidOut(sketched('Apart', [['vpc:a', {}], ['vpc:b', {}], ['vpc:c', {}], ['vpc-peering-connection:ac', { RequesterVpcId: 'vpc:a', AccepterVpcId: 'vpc:c' }]]))
    const reach = Math.max(...of(apart, 'vpc-peering-connection:ac', 'line').flatMap(({ points }) => points.map(({ x }) => x)))
    expect(reach).toBeGreaterThan(280)
    expect(drawDesign(apart).bounds.width).toBeGreaterThan(reach)
    expect(drawDesign(sketched('Empty', [])).bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 })
  })

  it('draws nothing of what has no place, nor links to it', () => {
    const { ['customer-gateway:hq' as never]: _gone, ...placements } = hybrid.placements
    const partly = { ...hybrid, placements } as Design
    expect(drawResource(indexOf(partly), 'customer-gateway:hq')).toEqual([])
    expect(drawResource(indexOf(partly), 'vpn-connection:hq')).toEqual([])
  })
})

describe('captions', () => {
  it.each([
    ['vpc:prod', ['production', '10.0.0.0/16']],
    ['subnet:app-a', ['app-a', '10.0.10.0/24']],
    ['customer-gateway:hq', ['hq-router', 'ASN 65010 · 203.0.113.17']],
    ['isp-link:hq', ['Fibre', 'Telco One · 500 Mbps']],
    ['vpn-gateway:prod', ['prod-vgw', 'ASN 64512']],
    ['nat-gateway:a', ['nat-a', '198.51.100.4']],
    ['vpn-connection:hq', ['hq-vpn', 'BGP']],
    ['zone:prod@eu-central-1a', ['eu-central-1a']],
  ])('%s says %j', (owner, texts) => expect(textsOf(hybrid, owner)).toEqual(texts))

  it('cuts long names and many prefixes', () => {
    expect(textsOf(hybrid, 'instance:db')[0]).toMatch(/^database-.*…$/)
    expect(textsOf(hub, 'site:dc')).toEqual(['Data centre', '172.16.0.0/16, 172.17.0.0/16 +1'])
  })

  it('ends the title of a VPC before a gateway on its top border', () => {
    const long = laidOut(sketched('Long', HYBRID.map(([id, fields]) => [id, id === 'vpc:prod' ? { ...fields, name: 'production '.repeat(20) } : fields])))
    const [title] = of(long, 'vpc:prod', 'text')
    const gateway = long.placements['internet-gateway:prod' as never] as { x: number }
    expect(title && title.x + textWidth(title.text, title.size, true)).toBeLessThanOrEqual(gateway.x)
    expect(title?.text).toMatch(/^production .*…$/)
  })

  it('tells public from private subnets by colour and icon', () => {
    expect([of(hybrid, 'subnet:pub-a', 'box')[0]?.fill, of(hybrid, 'subnet:app-a', 'box')[0]?.fill]).toEqual(['public-subnet', 'private-subnet'])
    expect(of(hybrid, 'subnet:pub-a', 'icon')[0]?.icon).not.toBe(of(hybrid, 'subnet:app-a', 'icon')[0]?.icon)
  })
})

describe('links', () => {
  const ends = (design: Design, owner: string) => of(design, owner, 'line').map(({ points }) => [points[0], points.at(-1)])
  const touches = (rect: Rect, point: { x: number; y: number } | undefined) => point && [rect.x, rect.x + rect.width].includes(point.x) !== [rect.y, rect.y + rect.height].includes(point.y)

  it('draw a VPN as one dashed line per configured tunnel', () => {
    expect(of(hub, 'vpn-connection:dc', 'line')).toHaveLength(2)
    expect(of(hub, 'vpn-connection:branch', 'line')).toHaveLength(1)
    expect(of(hub, 'vpn-connection:dc', 'line').every(({ dashed, ink }) => dashed && ink === 'vpn')).toBe(true)
  })

  it('end at the border of frames', () => {
    for (const [start] of ends(hub, 'transit-gateway-vpc-attachment:staging')) expect(touches(hub.placements['vpc:staging' as never] as Rect, start)).toBe(true)
  })

  it('run level where both ends are level, and only level or upright elsewhere', () => {
    expect(of(hybrid, 'vpn-connection:hq', 'line').map(({ points }) => points.length)).toEqual([2, 2])
    for (const item of drawDesign(hub).items) {
      if (item.type !== 'line') continue
      for (const [at, point] of item.points.slice(1).entries()) expect(point.x === item.points[at]?.x || point.y === item.points[at]?.y).toBe(true)
    }
  })

  it('lead a virtual interface through its connection', () => {
    const [first, second] = of(hub, 'virtual-interface:t', 'line')
    const connection = hub.placements['direct-connect-connection:one' as never] as { x: number }
    expect(first?.points.at(-1)?.x).toBeLessThan(connection.x + 60)
    expect(second?.points[0]?.x).toBeGreaterThan(connection.x + 60)
  })

  it('fan out when they join the same two things', () => {
    const twice = sketched('Twice', [...HYBRID, ['vpn-connection:two', { CustomerGatewayId: 'customer-gateway:hq', VpnGatewayId: 'vpn-gateway:prod' }]])
    const heights = ['vpn-connection:hq', 'vpn-connection:two'].flatMap((id) => of(laidOut(twice), id, 'line').map(({ points }) => points[0]?.y))
    expect(new Set(heights).size).toBe(4)
  })

  it('go around VPCs that are in the way', () => {
    const wide = laidOut(sketched('Wide', [...Array.from({ length: 9 }, (_, at) => [`vpc:v${at}`, { Region: 'us-east-1' }] as const), ['transit-gateway:t', { Region: 'us-east-1' }], ...Array.from({ length: 9 }, (_, at) => [`transit-gateway-vpc-attachment:a${at}`, { VpcId: `vpc:v${at}`, TransitGatewayId: 'transit-gateway:t' }] as const)]))
    const rects = Object.entries(wide.placements).filter(([id]) => id.startsWith('vpc:')) as [string, Rect][]
    for (const item of drawDesign(wide).items) {
      if (item.type !== 'line') continue
      for (const [at, b] of item.points.slice(1).entries()) {
        const a = item.points[at] ?? b
        for (const [id, { x, y, width, height }] of rects) {
          const crosses = Math.min(a.x, b.x) < x + width - 1 && Math.max(a.x, b.x) > x + 1 && Math.min(a.y, b.y) < y + height - 1 && Math.max(a.y, b.y) > y + 1
          expect(crosses && `${item.owner} crosses ${id}`).toBe(false)
        }
      }
    }
  })

  it('follow what is being moved', () => {
    const moved = new Map([['customer-gateway:hq', { x: -1000, y: -500 }]])
    expect(linksWith(indexOf(hybrid), 'site:hq')).toEqual(['vpn-connection:hq'])
    expect(of(hybrid, 'vpn-connection:hq', 'line', { moved })[0]?.points[0]?.x).toBeLessThan(-800)
    expect(linksWith(indexOf(hub), 'direct-connect-connection:one')).toEqual(['virtual-interface:t'])
  })
})

describe('overlay', () => {
  it('marks severities with a glyph of their own, not with colour alone', () => {
    const glyph = (severity: 'error' | 'warning' | 'advice') => of(hybrid, 'vpc:prod', 'badge', { findings: new Map([['vpc:prod', severity]]) }).map(({ ink, glyph }) => [ink, glyph])
    expect([glyph('error'), glyph('warning'), glyph('advice')]).toEqual([[['error', '×']], [['warning', '!']], [['advice', 'i']]])
  })

  it.each(['customer-gateway:hq', 'vpc:prod', 'vpn-connection:hq', 'zone:prod@eu-central-1a'])('marks %s as a single point of failure, in words', (owner) => {
    expect(of(hybrid, owner, 'text', { singlePoints: new Set([owner]) }).map(({ text }) => text)).toContain('SPOF')
  })

  it('numbers the hops of a traced path and lights its links up', () => {
    const overlay = { path: { hops: ['site:hq', 'customer-gateway:hq', 'vpn-gateway:prod'], links: ['vpn-connection:hq'] } }
    expect(overlay.path.hops.map((id) => of(hybrid, id, 'badge', overlay).map(({ glyph }) => glyph))).toEqual([['1'], ['2'], ['3']])
    expect(of(hybrid, 'vpn-connection:hq', 'line', overlay).every(({ ink }) => ink === 'path')).toBe(true)
  })

  it.each(['vpc:prod', 'vpn-gateway:prod', 'vpn-connection:hq'])('shows where a traced packet ends at %s, by glyph and colour', (stop) => {
    const overlay = { path: { hops: [stop], links: [] }, stop }
    expect(of(hybrid, stop, 'badge', overlay).map(({ ink, glyph }) => [ink, glyph])).toEqual([['failed', '×']])
    expect(of(hybrid, stop, 'box', overlay).some(({ stroke }) => stroke === 'path')).toBe(false)
  })

  it('strikes out what has failed', () => {
    const overlay = { failed: new Set(['isp-link:hq', 'vpn-connection:hq', 'zone:prod@eu-central-1a']) }
    expect(of(hybrid, 'isp-link:hq', 'line', overlay)).toHaveLength(2)
    expect(of(hybrid, 'vpn-connection:hq', 'line', overlay).every(({ ink }) => ink === 'failed')).toBe(true)
    expect(of(hybrid, 'zone:prod@eu-central-1a', 'box', overlay)[0]?.stroke).toBe('failed')
  })

  it('strikes what is down with something else once, and marks a connection with half its tunnels', () => {
    const overlay = { carried: new Set(['isp-link:hq', 'vpc:prod']), tunnels: new Map([['vpn-connection:hq', 2 as const]]) }
    expect(of(hybrid, 'isp-link:hq', 'line', overlay)).toHaveLength(1)
    expect(of(hybrid, 'vpc:prod', 'box', overlay)[0]).toMatchObject({ stroke: 'failed', dashed: true })
    expect(of(hybrid, 'vpn-connection:hq', 'line', overlay).map(({ ink }) => ink)).toEqual(['vpn', 'failed'])
    expect(of(hybrid, 'vpn-connection:hq', 'badge', overlay).map(({ glyph }) => glyph)).toEqual(['½'])
  })

  it('does not mind ids that the design does not have', () => {
    const ghosts = new Set(['vpc:gone'])
    expect(drawDesign(hybrid, { singlePoints: ghosts, failed: ghosts, path: { hops: ['vpc:gone'], links: [] } }).items).toEqual(drawDesign(hybrid).items)
  })
})
