import { describe, expect, it } from 'vitest'
import { connectOptions } from '../../../../src/renderer/canvas/connect-options.ts'
import { matching } from '../../../../src/renderer/canvas/picking.ts'
import { withFramed } from '../../../../src/renderer/canvas/framed.ts'
import { insertNew } from '../../../../src/renderer/canvas/insert.ts'
import { tabOrder } from '../../../../src/renderer/canvas/order.ts'
import { PALETTE, paletteFor } from '../../../../src/renderer/canvas/palette-items.ts'
import { resized } from '../../../../src/renderer/canvas/resize.ts'
import { mountedIds, shellsFor } from '../../../../src/renderer/canvas/shells.ts'
import { Stage } from '../../../../src/renderer/canvas/stage.ts'
import { spokenName, spokenPlace } from '../../../../src/renderer/canvas/spoken.ts'
import { nearestTarget, targetOf, targetOfNew, type Wanted } from '../../../../src/renderer/canvas/targets.ts'
import { placeAll, shifted } from '../../../../src/shared/document/commands/move.ts'
import { setFields } from '../../../../src/shared/document/commands/set-fields.ts'
import { boxesOf, type HolderId, membersOf } from '../../../../src/shared/document/groups.ts'
import { encloses, overlap, rectOf } from '../../../../src/shared/drawing/rects.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { KIND_DEFINITIONS } from '../../../../src/shared/model/index.ts'
import { DrawingBoard } from '../../shared/document/commands/drawing-board.ts'

const spot = { at: undefined, near: { x: 0, y: 0 }, step: 8 }

function insert(board: DrawingBoard, kind: Wanted['kind'], holder?: HolderId): HolderId {
  const made = insertNew(board.index, board.newId, { kind }, { ...spot, holder })
  board.perform(made.edit)
  return made.ids[0] as HolderId
}

describe('drop targets', () => {
  it('a gateway stays attached while it touches its VPC, and lets go when it is pulled away', () => {
    const board = new DrawingBoard()
    const vpc = insert(board, 'vpc')
    const vgw = insert(board, 'vpn-gateway', vpc)
    expect(targetOf(board.index, vgw, undefined, shifted(board.index, [vgw], 0, 30))).toEqual({ holder: vpc })
    expect(targetOf(board.index, vgw, undefined, shifted(board.index, [vgw], -600, 0))).toEqual({ holder: undefined })
  })

  it('a subnet over a sibling goes beside it; over another VPC it moves there', () => {
    const board = new DrawingBoard()
    const [a, b] = [insert(board, 'vpc'), insert(board, 'vpc')]
    const [one, two] = [insert(board, 'subnet', a), insert(board, 'subnet', a)]
    const none = new Map()
    expect(targetOf(board.index, one, two, none)).toEqual({ holder: a })
    expect(targetOf(board.index, one, b, none)).toEqual({ holder: b })
    expect(targetOf(board.index, one, undefined, none)).toHaveProperty('reason')
    expect(targetOf(board.index, a, b, none)).toEqual({ holder: undefined })
  })

  it('new zones find the VPC around, new gateways too, and the rest is told where it belongs', () => {
    const board = new DrawingBoard()
    const region = insert(board, 'region')
    const vpc = insert(board, 'vpc', region)
    const subnet = insert(board, 'subnet', vpc)
    expect(targetOfNew(board.index, { kind: 'zone' }, subnet)).toEqual({ holder: vpc })
    expect(targetOfNew(board.index, { kind: 'internet-gateway' }, subnet)).toEqual({ holder: vpc })
    expect(targetOfNew(board.index, { kind: 'vpc' }, region)).toEqual({ holder: region })
    expect(targetOfNew(board.index, { kind: 'region' }, vpc)).toHaveProperty('reason')
    expect(targetOfNew(board.index, { kind: 'site' }, region)).toEqual({ reason: 'A site belongs on the bare canvas.' })
  })

  it('without a pointer new things go into the innermost place around that takes them', () => {
    const board = new DrawingBoard()
    const region = insert(board, 'region')
    const vpc = insert(board, 'vpc', region)
    const zone = insert(board, 'zone', vpc)
    const subnet = insert(board, 'subnet', zone)
    const from = (kind: Wanted['kind']) => nearestTarget(board.index, { kind }, subnet)
    expect(from('subnet')).toEqual({ holder: zone })
    expect(from('instance')).toEqual({ holder: subnet })
    expect(from('vpc')).toEqual({ holder: region })
    expect(from('site')).toEqual({ holder: undefined })
    expect(from('customer-gateway')).toEqual({ holder: undefined })
    expect(nearestTarget(board.index, { kind: 'nat-gateway' }, vpc)).toHaveProperty('reason')
  })
})

describe('insertNew', () => {
  function expectTidy({ index }: DrawingBoard): void {
    for (const holder of [...boxesOf(index).map((box) => box.id), ...index.all('vpc').map((vpc) => vpc.id), ...index.all('subnet').map((subnet) => subnet.id)]) {
      const rects = membersOf(index, holder).map((member) => rectOf(index, member))
      const frame = rectOf(index, holder)
      for (const [at, rect] of rects.entries()) {
        if (!rect || !frame) throw new Error('no place')
        expect(encloses(frame, rect)).toBe(true)
        for (const other of rects.slice(at + 1)) expect(other && overlap(rect, other)).toBe(false)
      }
    }
  }

  it('makes room: nothing new covers a neighbour or leaves its frame, however much is put in', () => {
    const board = new DrawingBoard()
    const put = (kind: Wanted['kind'], holder?: HolderId): HolderId => {
      const id = insert(board, kind, holder)
      expectTidy(board)
      return id
    }
    const region = put('region')
    for (let count = 0; count < 3; count++) {
      const vpc = put('vpc', region)
      for (let zones = 0; zones < 3; zones++) {
        const zone = put('zone', vpc)
        for (let subnets = 0; subnets < 2; subnets++) for (let hosts = 0, subnet = put('subnet', zone); hosts < 3; hosts++) put('instance', subnet)
      }
    }
  })

  it('a node dropped onto another lies beside it: near where there is room, else where the frame makes some', () => {
    const board = new DrawingBoard()
    const drop = (holder: HolderId | undefined, at: { x: number; y: number }): HolderId => {
      const made = insertNew(board.index, board.newId, { kind: holder === undefined ? 'transit-gateway' : 'customer-gateway' }, { ...spot, holder, at })
      board.perform(made.edit)
      return made.ids[0] as HolderId
    }
    const site = insert(board, 'site')
    const frame = rectOf(board.index, site)
    if (!frame) throw new Error('no place')
    const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
    for (let count = 0; count < 3; count++) drop(site, middle)
    const rects = membersOf(board.index, site).map((id) => rectOf(board.index, id))
    for (const [at, rect] of rects.entries()) for (const other of rects.slice(at + 1)) expect(rect && other && overlap(rect, other)).toBe(false)
    const far = { x: 4000, y: 4000 }
    const [one, two] = [drop(undefined, far), drop(undefined, { x: far.x + 96, y: far.y })].map((id) => rectOf(board.index, id))
    if (!one || !two) throw new Error('no place')
    expect(overlap(one, two)).toBe(false)
    expect([two.y, two.x - one.x]).toEqual([one.y, 136])
  })

  it('stays near where it was let go: the frame grows for a node, and another frame steps aside a little', () => {
    const board = new DrawingBoard()
    const region = insert(board, 'region')
    const [vpc] = [insert(board, 'vpc', region), insert(board, 'vpc', region)]
    const drop = (kind: Wanted['kind'], holder: HolderId, at: { x: number; y: number }) => {
      const made = insertNew(board.index, board.newId, { kind }, { ...spot, holder, at })
      board.perform(made.edit)
      return rectOf(board.index, made.ids[0] as string)
    }
    const frame = rectOf(board.index, vpc)
    if (!frame) throw new Error('no place')
    const hub = drop('transit-gateway', region, { x: frame.x + frame.width, y: frame.y + 100 })
    expect(hub).toMatchObject({ x: frame.x + frame.width + 40 })
    expect(Math.abs((hub?.y ?? 0) - frame.y - 58)).toBeLessThanOrEqual(8)
    const one = drop('zone', vpc, { x: frame.x + 136, y: frame.y + 170 })
    const two = drop('zone', vpc, { x: frame.x + 300, y: frame.y + 170 })
    expect([two?.y, (two?.x ?? 0) >= (one?.x ?? 0) + (one?.width ?? 0)]).toEqual([one?.y, true])
    expect(rectOf(board.index, vpc), 'there was room').toEqual(frame)
    expectTidy(board)
  })

  it('sites stand in a column beside the rest, unless a person looks elsewhere', () => {
    const board = new DrawingBoard()
    const [box, ...ids] = [insert(board, 'region'), insert(board, 'site'), insert(board, 'site')]
    const region = rectOf(board.index, box as string)
    const sites = ids.map((id) => rectOf(board.index, id))
    expect(sites.map((site) => site && region && region.x - site.x - site.width)).toEqual([160, 160])
    expect((sites[1]?.y ?? 0) - (sites[0]?.y ?? 0)).toBeGreaterThan(sites[0]?.height ?? 0)
  })
})

describe('annotations', () => {
  it('lie where they are put, over and behind everything, and nothing is pushed for them or by them', () => {
    const board = new DrawingBoard()
    const vpc = insert(board, 'vpc')
    const before = rectOf(board.index, vpc)
    if (!before) throw new Error('no place')
    const at = { x: before.x + 100, y: before.y + 100 }
    const [note, frame] = (['note', 'frame'] as const).map((kind) => {
      const found = targetOfNew(board.index, { kind }, vpc)
      expect(found).toEqual({ holder: undefined })
      const made = insertNew(board.index, board.newId, { kind }, { ...spot, holder: undefined, at })
      board.perform(made.edit)
      return made.ids[0] as ResourceId
    }) as [ResourceId, ResourceId]
    expect(rectOf(board.index, vpc)).toEqual(before)
    expect(rectOf(board.index, note)).toMatchObject({ x: before.x, width: 200 })
    expect(targetOf(board.index, note, vpc, new Map())).toEqual({ holder: undefined })
    board.perform(setFields(board.index, frame, { width: 2000, height: 2000 }))
    board.perform(placeAll(board.index, new Map([[frame, { x: before.x - 50, y: before.y - 50 }]]), 'Move'))
    expect(withFramed(board.index, [frame]).sort()).toEqual([frame, note, vpc].sort())
    expect(withFramed(board.index, [note])).toEqual([note])
  })
})

describe('resized', () => {
  it('never lets a frame become smaller than what it holds', () => {
    const board = new DrawingBoard()
    const vpc = insert(board, 'vpc')
    insert(board, 'subnet', vpc)
    const subnet = rectOf(board.index, membersOf(board.index, vpc)[0] as string)
    const rect = resized(board.index, vpc, 'se', { x: -1000, y: -1000 })
    expect(subnet && encloses(rect, subnet)).toBe(true)
    const before = rectOf(board.index, vpc)
    expect(resized(board.index, vpc, 'e', { x: 5000, y: 0 })).toEqual({ ...before, width: 5000 - (before?.x ?? 0) })
  })
})

describe('words and order', () => {
  it('Tab goes through each container before the next, links last, and leaves nothing out', () => {
    const board = new DrawingBoard()
    const site = insert(board, 'site')
    const device = insert(board, 'customer-gateway', site)
    const vpc = insert(board, 'vpc')
    const vgw = insert(board, 'vpn-gateway', vpc)
    const vpn = board.link(device as ResourceId, vgw as ResourceId)
    const order = tabOrder(board.index)
    expect(order).toHaveLength(5)
    expect(order.indexOf(device)).toBe(order.indexOf(site) + 1)
    expect(order.at(-1)).toBe(vpn)
  })

  it('says kind, name, detail and state, and where it is', () => {
    const board = new DrawingBoard()
    const vpc = board.add('vpc', undefined, { name: 'Prod' })
    const subnet = board.add('subnet', vpc)
    const overlay = { findings: new Map([[vpc as string, 'error' as const]]), singlePoints: new Set<string>([vpc]) }
    expect(spokenName(board.index, vpc, overlay)).toBe('VPC Prod, 10.0.0.0/16, has an error, single point of failure')
    expect([spokenName(board.index, subnet, {}), spokenPlace(board.index, subnet)]).toEqual(['Subnet 1, 10.0.0.0/24', 'in VPC Prod'])
  })

  it('the typed list offers each link once, under the end it really has', () => {
    const board = new DrawingBoard()
    const device = board.add('customer-gateway', board.add('site'))
    board.add('vpn-gateway', board.add('vpc'))
    const options = connectOptions(board.index, device)
    expect(options.map((option) => `${option.target}: ${option.choice.label}`)).toEqual(['Virtual private gateway VGW 1: VPN connection', 'Virtual private gateway VGW 1: Virtual interface'])
    expect(matching(options, 'vgw interface')).toHaveLength(1)
    expect(matching(options, 'paris')).toEqual([])
  })

  it('Tab comes to what fields join last, where that is shown, and says it in words', () => {
    const board = new DrawingBoard()
    const site = board.add('site')
    const line = board.add('isp-link', site)
    const device = board.add('customer-gateway', site, { ispLinks: [line] })
    const [last, ...rest] = [...tabOrder(board.index, true)].reverse()
    expect(rest.reverse()).toEqual(tabOrder(board.index))
    expect(spokenName(board.index, last ?? '', {})).toBe('Customer gateway 1 uses ISP link 1')
    const stage = new Stage(board.index, {})
    const area = { x: -1e4, y: -1e4, width: 2e4, height: 2e4 }
    expect([mountedIds(stage, area, []).includes(last ?? ''), mountedIds(stage, area, [last ?? '']).includes(last ?? '')]).toEqual([false, true])
    expect(shellsFor(stage, [device, last ?? ''], { selection: new Set(), overlay: {} }).map(({ id }) => id)).toContain(last)
  })

  it('the list begins with what is likely, ends with what is joined already, and the best of what is typed comes first', () => {
    const board = new DrawingBoard()
    const site = board.add('site')
    const device = board.add('customer-gateway', site)
    board.add('isp-link', site)
    const subnet = board.add('subnet', board.add('vpc'))
    const [first] = [1, 2, 3].map((count) => board.add('instance', subnet, { role: 'vpn-appliance', name: `VPN appliance ${count}` }))
    board.link(device, first as ResourceId)
    const options = connectOptions(board.index, device)
    expect(options.map(({ target }) => target)).toEqual(['VPN appliance 2', 'VPN appliance 3', 'ISP link 1', 'VPN appliance 1'])
    expect(matching(options, 'appl 3')[0]?.target).toBe('VPN appliance 3')
    expect(matching(options, 'isp').map(({ target }) => target)).toEqual(['ISP link 1'])
  })

  it('the palette finds forms of a kind by name and section, and makes them', () => {
    const [found] = paletteFor('vpn APP') // of hosts and appliances
    expect(found?.items.map(({ label }) => label)).toEqual(['VPN appliance', 'VPN monitor'])
    expect(paletteFor('endpoints interface').flatMap(({ items }) => items.map(({ label }) => label))).toEqual(['Interface endpoint'])
    expect(paletteFor('no such thing')).toEqual([])
    const labels = PALETTE.flatMap(({ items }) => items.map(({ label }) => label))
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels).not.toContain('VPC endpoint')
    const board = new DrawingBoard()
    const vpc = board.add('vpc')
    const subnet = board.add('subnet', vpc)
    const make = (typed: string, holder: HolderId): ResourceId => {
      const item = paletteFor(typed)[0]?.items[0]
      if (!item) throw new Error(typed)
      expect(targetOfNew(board.index, item, subnet)).toEqual({ holder })
      const made = insertNew(board.index, board.newId, item, { ...spot, holder })
      board.perform(made.edit)
      return made.ids[0] as ResourceId
    }
    const [one, two] = [board.get('instance', make('vpn appliance', subnet)), board.get('instance', make('vpn appliance', subnet))]
    expect([one.name, one.role, one.SourceDestCheck, one.BgpAsn, two.BgpAsn]).toEqual(['VPN appliance 1', 'vpn-appliance', false, 65_000, 65_001])
    expect(one.PublicIpAddress).not.toBe(two.PublicIpAddress)
    const regional = board.get('nat-gateway', make('regional nat', vpc))
    expect([regional.VpcId, regional.SubnetId, regional.AvailabilityMode]).toEqual([vpc, undefined, 'regional'])
    expect(targetOf(board.index, regional.id, subnet, new Map())).toEqual({ holder: vpc })
    expect(board.get('vpc-endpoint', make('interface endpoint', vpc)).SubnetIds).toEqual([subnet])
  })

  it('the palette offers every kind that can be dragged', () => {
    const offered = PALETTE.flatMap((section) => section.items.map((item) => item.kind))
    expect(offered).toEqual(['region', 'zone', ...offered.slice(2)])
    expect(new Set(offered.slice(2))).toEqual(new Set(KIND_DEFINITIONS.flatMap((definition) => (definition.palette ? [definition.kind] : []))))
  })
})
