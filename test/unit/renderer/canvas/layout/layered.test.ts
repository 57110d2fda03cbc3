import ELK from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { between } from '../../../../../src/renderer/canvas/layout/glide.ts'
import { answerOf, elkGraph } from '../../../../../src/renderer/canvas/layout/elk-graph.ts'
import { applyEdit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { holderOf, type HolderId } from '../../../../../src/shared/document/groups.ts'
import { encloses, overlap, type Rect, rectOf } from '../../../../../src/shared/drawing/rects.ts'
import { setLocked } from '../../../../../src/shared/layout/lock.ts'
import { layeredEdit, layeredQuestions } from '../../../../../src/shared/layout/layered.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import { DrawingBoard } from '../../../shared/document/commands/drawing-board.ts'

const elk = new ELK()

/** Arranges things as the window does, with the real ELK. */
async function arrange(board: DrawingBoard, ids: readonly HolderId[]) {
  const questions = layeredQuestions(board.index, ids)
  const answers = await Promise.all(questions.map(async ({ units, problem }) => ({ units, answer: answerOf(await elk.layout(elkGraph(problem))) })))
  return layeredEdit(board.index, answers)
}

/** A transit gateway with four VPCs around it, all on top of each other. */
function hub() {
  const board = new DrawingBoard()
  const tgw = board.add('transit-gateway')
  const vpcs = ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16'].map((CidrBlock) => board.add('vpc', undefined, { CidrBlocks: [CidrBlock] }))
  for (const vpc of vpcs) board.add('subnet', vpc)
  const links = vpcs.map((vpc) => board.link(tgw, vpc))
  return { board, tgw, vpcs, links }
}

const at = (board: DrawingBoard, id: string): Rect => {
  const rect = rectOf(board.index, id)
  if (!rect) throw new Error(`${id} has no place`)
  return rect
}

describe('arranging what is selected', () => {
  it('puts linked things beside each other, with all they hold, and overlaps nothing', async () => {
    const { board, tgw, vpcs } = hub()
    board.perform(await arrange(board, [tgw, ...vpcs]))
    const rects = [tgw, ...vpcs].map((id) => at(board, id))
    for (const [position, rect] of rects.entries()) for (const other of rects.slice(position + 1)) expect(overlap(rect, other)).toBe(false)
    for (const vpc of vpcs) expect(at(board, vpc).x).toBeGreaterThan(at(board, tgw).x + at(board, tgw).width)
    for (const id of Object.keys(board.design.placements)) {
      const holder = holderOf(board.index, id as HolderId)
      if (holder) expect(encloses(at(board, holder), at(board, id))).toBe(true)
    }
  })

  it('is one step that can be taken back, and the same every time', async () => {
    const { board, tgw, vpcs } = hub()
    const before = serializeDesign(board.design)
    const edit = await arrange(board, [tgw, ...vpcs])
    expect(await arrange(board, [tgw, ...vpcs])).toEqual(edit)
    board.perform(edit)
    const undone = applyEdit(board.design, invertEdit(edit))
    expect(undone.ok && serializeDesign(undone.value)).toBe(before)
  })

  it('leaves what is locked where it is, and asks nothing of a lone thing', async () => {
    const { board, tgw, vpcs: [locked, ...others] } = hub()
    if (!locked) throw new Error('no VPC')
    board.perform(setLocked(board.index, [locked], true))
    const before = at(board, locked)
    board.perform(await arrange(board, [tgw, locked, ...others]))
    expect(at(board, locked)).toEqual(before)
    expect(layeredQuestions(board.index, [tgw])).toEqual([])
  })
})

describe('gliding', () => {
  it('goes from where things were to where they are', async () => {
    const { board, tgw, vpcs } = hub()
    const before = board.index
    board.perform(await arrange(board, [tgw, ...vpcs]))
    const ids = Object.keys(board.design.placements)
    expect(between(before, board.index, ids, 0)?.get(tgw)).toMatchObject({ x: rectOf(before, tgw)?.x, y: rectOf(before, tgw)?.y })
    expect(between(before, board.index, ids, 1)?.get(tgw)).toMatchObject({ x: at(board, tgw).x, y: at(board, tgw).y })
    expect(between(before, board.index, [], 0.5)).toBeUndefined()
  })
})
