import { describe, expect, it } from 'vitest'
import { cellOf, changedOnly, countMarks, linesOf } from '../../../../../src/renderer/panels/matrix/lines.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { drawMatrix, type MatrixPicture } from '../../../../../src/shared/simulation/matrix/picture.ts'
import { finish } from '../../../../../src/shared/slices.ts'
import { usersAndServices } from '../../../shared/simulation/matrix/users-and-services.ts'
import { Sketch } from '../../../shared/simulation/sketch.ts'

/** Two VPCs of two subnets each without a way between them, and two sites, one of them at the first VPC. */
function picture(failed: readonly string[] = []): MatrixPicture {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  sketch.vpc('test', '10.1.0.0/16', ['a', 'b'])
  const hq = sketch.site('hq', '192.168.0.0/24', ['isp'])
  sketch.site('branch', '192.168.1.0/24', [])
  const router = sketch.add('customer-gateway', 'router', { site: hq })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, VpnGatewayId: vgw })
  return finish(drawMatrix(simulate(sketch.design()), failed))
}

const everything = picture()
const ROUTER = ['customer-device:customer-gateway:router']
const labels = (lines: readonly { readonly label: string }[]) => lines.map(({ label }) => label)

describe('lines', () => {
  it('are groups with their ends below, folded or not', () => {
    expect(labels(linesOf(everything.ends, 'row', new Set(), ''))).toEqual(['Sites', 'branch', 'hq', 'prod', 'prod-a', 'prod-b', 'test', 'test-a', 'test-b'])
    expect(labels(linesOf(everything.ends, 'row', new Set(['sites', 'vpc:test']), ''))).toEqual(['Sites', 'prod', 'prod-a', 'prod-b', 'test'])
  })
  it('are those that the text finds, by name or VPC', () => {
    expect(labels(linesOf(everything.ends, 'row', new Set(), 'TEST'))).toEqual(['test', 'test-a', 'test-b'])
    expect(labels(linesOf(everything.ends, 'row', new Set(), 'prod-b'))).toEqual(['prod', 'prod-b'])
  })
})

describe('rows and columns', () => {
  const shown = finish(drawMatrix(simulate(usersAndServices()), []))
  const rows = linesOf(shown.ends, 'row', new Set(), '')
  const columns = linesOf(shown.ends, 'column', new Set(), '')

  it('differ: remote users only send, services only receive, below the VPC that holds them', () => {
    expect(labels(rows)).toEqual(['User groups', 'office', 'travellers', 'hq', 'prod', 'prod-a', 'prod-b'])
    expect(labels(columns)).toEqual(['office', 'hq', 'prod', 'prod-a', 'prod-b', 'queue', 'shop', 'shop-nlb', 'shop-service'])
  })
  it('have a cell for each pair, alone and in groups, and count no others', () => {
    const cell = (from: string, to: string) => { const [row, column] = [rows.find(({ label }) => label === from), columns.find(({ label }) => label === to)]; return row && column ? cellOf(shown, row, column) : undefined }
    expect(cell('travellers', 'shop')).toMatchObject({ mark: 'all', traffic: ['tcp/443'] })
    expect(cell('travellers', 'prod')?.mark).toBe('some')
    expect(cell('User groups', 'prod-a')?.mark).toBe('all')
    expect(countMarks(shown)).toEqual({ all: 37, some: 3, none: 0, unknown: 0 })
  })
})

describe('cells', () => {
  const lines = linesOf(everything.ends, 'row', new Set(), '')
  const line = (label: string) => lines.find((other) => other.label === label) ?? lines[0]
  const mark = (from: string, to: string, of = everything) => { const [row, column] = [line(from), line(to)]; return row && column ? cellOf(of, row, column) : undefined }

  it('bear the mark of their pair, or of all pairs of groups', () => {
    expect(mark('hq', 'prod-a')).toMatchObject({ mark: 'all', traffic: ['everything'], hasChanged: false })
    expect(mark('prod', 'test')?.mark).toBe('none')
    expect(mark('Sites', 'prod')?.mark).toBe('some')
    expect(countMarks(everything)).toEqual({ all: 14, some: 0, none: 22, unknown: 0 })
  })
  it('tell what differs from when everything works', () => {
    const off = picture(ROUTER)
    expect(mark('hq', 'prod-a', off)).toMatchObject({ mark: 'none', hasChanged: true })
    expect(mark('prod-a', 'prod-b', off)?.hasChanged).toBe(false)
    expect(labels(changedOnly(off, lines, lines, 'row'))).toEqual(['Sites', 'hq', 'prod', 'prod-a', 'prod-b'])
    expect(everything.before).toBeUndefined()
  })
})
