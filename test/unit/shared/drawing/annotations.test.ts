import { describe, expect, it } from 'vitest'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { annotationSize, wrapText } from '../../../../src/shared/drawing/annotations.ts'
import { drawDesign, ownersOf } from '../../../../src/shared/drawing/index.ts'
import { textWidth } from '../../../../src/shared/drawing/text.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { DrawingBoard } from '../document/commands/drawing-board.ts'

describe('notes and frames', () => {
  it('wraps at spaces, keeps empty lines, and breaks words that are too long, losing nothing', () => {
    const text = `Main office\n\nsee https://example.com/${'long'.repeat(60)} and 北京数据中心的网络设备全部在这里`
    const lines = wrapText(text, 12, 160)
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(160)
    expect(lines.slice(0, 2)).toEqual(['Main office', ''])
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    expect(wrapText('W', 12, 1)).toEqual(['W'])
  })

  it('a note is as high as its text, all of which is drawn; a frame is painted before everything', () => {
    const board = new DrawingBoard()
    board.add('vpc')
    const note = board.add('note', undefined, { name: '', notes: 'one\ntwo\nthree' })
    const frame = board.add('frame')
    expect(annotationSize(board.index, note)).toEqual({ width: 200, height: 71 })
    const texts = drawDesign(board.design).items.flatMap((item) => (item.type === 'text' && item.owner === note ? [item.text] : []))
    expect(texts).toEqual(['one', 'two', 'three'])
    expect(ownersOf(board.index)[0]).toBe(frame)
  })

  it('layout leaves them where they are', () => {
    const board = new DrawingBoard()
    const note = board.add('note')
    const vpc = board.add('vpc')
    const edit = layoutDesign(board.design, [note, vpc])
    expect(edit.changes.some((change) => 'id' in change && change.id === note)).toBe(false)
    board.perform(edit)
    expect(indexOf(board.design).design.placements[note]).toEqual({ x: 0, y: 0 })
  })
})
