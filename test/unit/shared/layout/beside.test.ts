import { expect, it } from 'vitest'
import { placedCopies } from '../../../../src/renderer/canvas/copies.ts'
import { copyResources } from '../../../../src/shared/document/commands/clipping.ts'
import { placeAll } from '../../../../src/shared/document/commands/move.ts'
import { type HolderId, membersOf } from '../../../../src/shared/document/groups.ts'
import { overlap, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { besideBy } from '../../../../src/shared/layout/beside.ts'
import { growHolders, type Places } from '../../../../src/shared/layout/fit.ts'
import { settled } from '../../../../src/shared/layout/settle.ts'
import { DrawingBoard } from '../document/commands/drawing-board.ts'

const expectApart = ({ index }: DrawingBoard, holder: HolderId): void => {
  const rects = membersOf(index, holder).flatMap((id) => rectOf(index, id) ?? [])
  for (const [at, rect] of rects.entries()) for (const other of rects.slice(at + 1)) expect(overlap(rect, other)).toBe(false)
}

const REGION = 'region:-@eu-west-1' as HolderId // it follows from what says that it is in it

it('copies go beside what they are of, and neither they nor what is there cover anything, however often', () => {
  const board = new DrawingBoard()
  const vpc = board.add('vpc', undefined, { Region: 'eu-west-1' })
  board.perform(placeAll(board.index, new Map([[vpc, { x: 0, y: 0, width: 536, height: 320 }]]), 'Place'))
  for (let count = 0; count < 4; count++) {
    const by = besideBy(board.index, [vpc], 8)
    if (!by) throw new Error('no place')
    const made = placedCopies(board.index, copyResources(board.index, [vpc]), { by, over: 'beside' })
    board.perform(made.edit)
    expect(rectOf(board.index, vpc), 'the original stays').toMatchObject({ x: 0, y: 0 })
    expectApart(board, REGION)
  }
  expect(membersOf(board.index, REGION)).toHaveLength(5)
})

it('what is pushed aside by one thing is pushed apart from each other too', () => {
  const board = new DrawingBoard()
  const vpcs = ['a', 'b', 'c'].map((name) => board.add('vpc', undefined, { name, Region: 'eu-west-1' }))
  const places: Places = new Map(vpcs.map((id, position) => [id, { x: 0, y: position * 336, width: 536, height: 320 }]))
  board.perform(placeAll(board.index, places as never, 'Place'))
  const [first] = vpcs
  // The first comes to lie over both others.
  const moved: Places = new Map([[first as string, { x: 24, y: 500, width: 536, height: 320 }]])
  growHolders(board.index, moved, first as string)
  board.perform(placeAll(board.index, settled(board.index, moved, []), 'Move'))
  expectApart(board, REGION)
})
