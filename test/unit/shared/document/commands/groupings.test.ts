import { describe, expect, it } from 'vitest'
import { changeBox } from '../../../../../src/shared/document/commands/boxes.ts'
import { copyResources } from '../../../../../src/shared/document/commands/clipping.ts'
import { dropInto } from '../../../../../src/shared/document/commands/drop.ts'
import { groupThings, tidyGroupings, ungroup, whyNoGrouping } from '../../../../../src/shared/document/commands/groupings.ts'
import { pasteClipping } from '../../../../../src/shared/document/commands/paste.ts'
import { removeResources } from '../../../../../src/shared/document/commands/remove.ts'
import { groupedOf } from '../../../../../src/shared/document/groupings.ts'
import { boxesOf } from '../../../../../src/shared/document/groups.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import type { BoxId } from '../../../../../src/shared/model/id.ts'
import { DrawingBoard } from './drawing-board.ts'

function grouped() {
  const board = new DrawingBoard()
  const ids = [board.add('transit-gateway'), board.add('transit-gateway'), board.add('direct-connect-gateway')] as const
  const bare = serializeDesign(board.design)
  board.perform(groupThings(board.index, board.newId, ids))
  return { board, ids, bare }
}

describe('groupings', () => {
  it('hold things of one container, survive saving, and leave nothing behind when dissolved', () => {
    const { board, ids, bare } = grouped()
    expect(groupedOf(board.index, ids[1])?.members).toEqual([...ids].sort())
    expect(parseDesign(JSON.parse(serializeDesign(board.design)))).toMatchObject({ ok: true, value: { groupings: board.design.groupings } })
    expect(whyNoGrouping(board.index, ids)).toBe('These things are grouped already.')
    const subnet = board.add('subnet', board.add('vpc'))
    expect(whyNoGrouping(board.index, [ids[0], subnet])).toBe('Only things in the same container can be grouped.')
    expect(whyNoGrouping(board.index, [subnet])).toContain('two or more')
    board.perform(removeResources(board.index, [subnet]))
    board.perform(ungroup(board.index, [ids[0]]))
    expect(board.design).not.toHaveProperty('groupings')
    expect(bare).not.toContain('groupings')
  })

  it('take in the groups among their members, so that a thing is in one group at most', () => {
    const { board, ids } = grouped()
    const more = board.add('transit-gateway')
    board.perform(groupThings(board.index, board.newId, [ids[0], more]))
    expect(Object.values(board.design.groupings ?? {}).map(({ members }) => members.length).sort()).toEqual([2, 2])
    expect(groupedOf(board.index, ids[0])?.members).toEqual([ids[0], more].sort())
    expect(groupedOf(board.index, ids[1])?.members).toEqual([ids[1], ids[2]].sort())
  })

  it('lose what is deleted, and go when one is left', () => {
    const { board, ids } = grouped()
    board.perform(removeResources(board.index, [ids[0]]))
    expect(groupedOf(board.index, ids[1])?.members).toHaveLength(2)
    board.perform(removeResources(board.index, [ids[1]]))
    expect(board.design).not.toHaveProperty('groupings')
  })

  it('are copied with their members, as groups of their own', () => {
    const { board, ids } = grouped()
    const made = pasteClipping(board.index, board.newId, copyResources(board.index, ids), { dx: 10, dy: 10 })
    board.perform(made.edit)
    expect(groupedOf(board.index, made.ids[0] ?? '')?.members).toEqual([...made.ids].sort())
    const one = pasteClipping(board.index, board.newId, copyResources(board.index, [ids[0]]), { dx: 10, dy: 10 })
    board.perform(one.edit)
    expect(groupedOf(board.index, one.ids[0] ?? '')).toBeUndefined()
  })

  it('do not count what lies elsewhere, and follow a box that gets another name', () => {
    const board = new DrawingBoard()
    const [a, b] = [board.add('vpc', undefined, { Region: 'eu-west-1' }), board.add('vpc', undefined, { Region: 'eu-central-1' })]
    const boxes = boxesOf(board.index).map(({ id }) => id)
    board.perform(groupThings(board.index, board.newId, boxes))
    board.perform(changeBox(board.index, boxes[0] as BoxId, { Region: 'us-east-1' }).edit)
    expect(groupedOf(board.index, 'region:-@us-east-1')?.members).toHaveLength(2)
    const subnets = [board.add('subnet', a), board.add('subnet', a), board.add('subnet', a)] as const
    board.perform(groupThings(board.index, board.newId, subnets))
    board.perform(dropInto(board.index, [subnets[2]], b))
    expect(groupedOf(board.index, subnets[2])).toBeUndefined()
    expect(groupedOf(board.index, subnets[0])?.members).toHaveLength(2)
    board.perform(tidyGroupings(board.index, subnets))
    expect(Object.values(board.design.groupings ?? {}).some(({ members }) => members.includes(subnets[2]))).toBe(false)
  })
})
