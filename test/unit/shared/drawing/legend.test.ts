import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { DisplayItem } from '../../../../src/shared/drawing/display-list.ts'
import { drawDesign, drawResource, type Overlay } from '../../../../src/shared/drawing/index.ts'
import { legendRows } from '../../../../src/shared/drawing/legend-rows.ts'
import { rectOf } from '../../../../src/shared/drawing/rects.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { LAYER_NAMES, type LayerName } from '../../../../src/shared/model/layer.ts'
import { Stage } from '../../../../src/renderer/canvas/stage.ts'
import { wildDesign } from '../../arbitraries/wild.ts'
import { HYBRID, laidOut, sketched } from './designs.ts'

const LEGEND = 'legend:zz-key' as ResourceId

/** The design with a legend at the origin. */
function withLegend(design: Design): Design {
  return { ...design, resources: { ...design.resources, [LEGEND]: { id: LEGEND, kind: 'legend', name: 'Key' } }, placements: { ...design.placements, [LEGEND]: { x: 0, y: 0 } } }
}

const looks = (items: readonly DisplayItem[]) => new Set(items.flatMap((item) => (item.type === 'line' ? [[item.ink, item.width, item.dashed, item.dotted].join()] : [])))
const rowsOf = (design: Design, overlay?: Overlay) => legendRows(indexOf(design), overlay).flatMap(({ words }) => words)
const hybrid = withLegend(laidOut(sketched('Hybrid', HYBRID)))
const vpn = Object.values(hybrid.resources).find(({ kind }) => kind === 'vpn-connection')?.id ?? ''
const cgw = Object.values(hybrid.resources).find(({ kind }) => kind === 'customer-gateway')?.id ?? ''

describe('legend', () => {
  it('has a sample of every look that the lines of a drawing have, and of no other, whatever is hidden', () => {
    fc.assert(
      fc.property(wildDesign(2), fc.subarray<LayerName>([...LAYER_NAMES].filter((name) => name !== 'Annotations')), (design, hidden) => {
        const drawn = withLegend(laidOut(design))
        const { items } = drawDesign(drawn, { hidden: new Set(hidden) })
        const isLegend = ({ owner }: DisplayItem) => drawn.resources[owner as ResourceId]?.kind === 'legend'
        expect(looks(items.filter((item) => item.owner === LEGEND))).toEqual(looks(items.filter((item) => !isLegend(item))))
      }),
      { seed: 21, numRuns: 30 },
    )
  })

  it('names what looks like that, and of marks only those that something in the drawing bears', () => {
    expect(rowsOf(hybrid)).toContain('VPN connection, two tunnels')
    const marks = (overlay: Overlay) => rowsOf(hybrid, overlay).slice(rowsOf(hybrid).length)
    expect(marks({})).toEqual([])
    expect(marks({ findings: new Map([[vpn, 'warning'], ['vpc:gone', 'error']]), singlePoints: new Set([vpn]), failed: new Set(['vpc:gone']) })).toEqual(['Warning', 'Single point of failure'])
    expect(marks({ failed: new Set([vpn]), locked: new Set([LEGEND]), stop: vpn })).toEqual(['Line failed or switched off', 'Where the traced packet ends', 'Locked in place'])
    expect(marks({ failed: new Set([vpn]), carried: new Set([vpn, cgw]) })).toEqual(['Down with what it depends on', 'Line failed or switched off'])
    expect(rowsOf(hybrid, { singlePoints: new Set([vpn]), hidden: new Set(['VPN and remote access']) })).not.toContain('Single point of failure')
  })

  it('tells links by their state, and leaves out what cannot be drawn', () => {
    const resource = hybrid.resources[vpn as ResourceId]
    if (resource?.kind !== 'vpn-connection') throw new Error('no VPN in the sketch')
    const single = { ...resource, TunnelOptions: resource.TunnelOptions.map((tunnel, at) => ({ ...tunnel, configured: at === 0 })) }
    const changed: Design = { ...hybrid, resources: { ...hybrid.resources, [vpn]: single } }
    expect(rowsOf(changed)).toContain('VPN connection, one tunnel configured')
    const unplaced: Design = { ...hybrid, placements: { [LEGEND]: { x: 0, y: 0 } }, boxes: {} }
    expect(rowsOf(unplaced)).toEqual([])
    expect(drawResource(indexOf(unplaced), LEGEND).flatMap((item) => (item.type === 'text' ? [item.text] : []))).toEqual(['Key', 'No lines or marks in the drawing yet'])
  })

  it('holds all it lists, and can be hit where marks made it higher', () => {
    const overlay: Overlay = { findings: new Map([[vpn, 'error']]), singlePoints: new Set([vpn]), failed: new Set([vpn]) }
    const index = indexOf(hybrid)
    const stage = new Stage(index, overlay)
    const [plain, bounds] = [rectOf(index, LEGEND), stage.boundsOf(LEGEND)]
    if (!plain || !bounds) throw new Error('it has no place')
    expect(bounds.height).toBe(plain.height + 3 * 22)
    expect(stage.within({ x: 10, y: plain.height + 60, width: 1, height: 1 })).toContain(LEGEND)
    for (const item of drawResource(index, LEGEND, overlay)) if (item.type === 'text') expect(item.y).toBeLessThan(bounds.y + bounds.height)
    stage.setOverlay({})
    expect(stage.boundsOf(LEGEND)?.height).toBe(plain.height)
  })
})
