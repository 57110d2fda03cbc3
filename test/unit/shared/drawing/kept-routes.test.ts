import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import type { Design } from '../../../../src/shared/document/design.ts'
import { placeAll, shifted } from '../../../../src/shared/document/commands/move.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { relationLinesOf } from '../../../../src/shared/document/relation-lines.ts'
import { drawDesign } from '../../../../src/shared/drawing/index.ts'
import { Kept } from '../../../../src/shared/drawing/kept.ts'
import { outlineOf } from '../../../../src/shared/drawing/outline.ts'
import { rectOf } from '../../../../src/shared/drawing/rects.ts'
import { sceneOf } from '../../../../src/shared/drawing/scene.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { designOf } from '../../../bench/canvas/design.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { editArbitrary } from '../../arbitraries/edit.ts'

function applied(design: Design, edit: Parameters<typeof applyEdit>[1]): Design {
  const result = applyEdit(design, edit)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.value
}

describe('kept answers', () => {
  it('are given again, and forgotten when they were not asked for longest', () => {
    const kept = new Kept<number | undefined>(6)
    const asked: string[] = []
    const ask = (question: string) => kept.of(question, () => {
      asked.push(question)
      return question === 'no' ? undefined : question.length
    })
    expect([ask('one'), ask('no'), ask('one'), ask('no')]).toEqual([3, undefined, 3, undefined])
    ask('two') // 3 + 2 + 3 characters are too many: `one` goes
    ask('no')
    ask('one')
    expect(asked).toEqual(['one', 'no', 'two', 'one'])
  })

  it('change nothing: drawings after random edits are those of somebody who has drawn nothing before', async () => {
    const designs: Design[] = []
    fc.assert(
      fc.property(designArbitrary(3).chain((design) => editArbitrary(applied(design, layoutDesign(design)), 4).map((edit) => ({ design, edit }))), ({ design, edit }) => {
        const before = applied(design, layoutDesign(design))
        drawDesign(before)
        designs.push(before, applied(before, edit))
      }),
      { seed: 11, numRuns: 25 },
    )
    const drawn = designs.map((design) => JSON.stringify(drawDesign(design)))
    for (const at of [designs.length - 1, designs.length - 2, 1, 0]) {
      vi.resetModules()
      const fresh = await import('../../../../src/shared/drawing/index.ts')
      expect(fresh.drawDesign).not.toBe(drawDesign)
      const design = designs[at]
      if (design) expect(JSON.stringify(fresh.drawDesign(structuredClone(design)))).toBe(drawn[at])
    }
    vi.resetModules()
    const fresh = await import('../../../../src/shared/drawing/index.ts')
    for (const [at, design] of [...designs.entries()].reverse()) expect(JSON.stringify(fresh.drawDesign(structuredClone(design)))).toBe(drawn[at])
  })
})

describe('many links on what is moved', () => {
  it('are stretched to where it is, and routed when it is let go', () => {
    const design = designOf(200)
    const index = indexOf(design)
    const hosts = index.all('instance').map(({ id }) => id).filter((id) => relationLinesOf(index).at.has(id))
    const moved = shifted(index, hosts, 37, 21)
    const scene = sceneOf(index, moved)
    const lines = [...relationLinesOf(index).byId.values()].filter(({ of, to }) => moved.has(of) || moved.has(to))
    expect(lines.length).toBeGreaterThan(12)
    for (const line of lines) {
      expect(scene.affected).toContain(line.id)
      const [points = []] = scene.relationPaths(line)
      for (const [end, point] of [[line.of, points[0]], [line.to, points.at(-1)]] as const) {
        const rect = rectOf(index, end, moved)
        const kind = index.get(end)?.kind
        if (!rect || !kind || !point) throw new Error(`${line.id} has no path`)
        const { x, y, width, height } = outlineOf(kind, rect)
        expect([point.x === x || point.x === x + width || point.y === y || point.y === y + height, point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height], line.id).toEqual([true, true])
      }
      for (const [at, point] of points.entries()) if (at > 0) expect(point.x === points[at - 1]?.x || point.y === points[at - 1]?.y, line.id).toBe(true)
    }
    const after = indexOf(applied(design, placeAll(index, moved, 'Move')))
    const [line] = lines
    if (line) expect(sceneOf(after).relationPaths(line)).toEqual(sceneOf(indexOf(structuredClone(after.design))).relationPaths(line))
  })

  it('go along as they are with what holds both of their ends', () => {
    const design = designOf(400)
    const index = indexOf(design)
    const vpcs = index.all('vpc').slice(0, 3).map(({ id }) => id)
    const moved = shifted(index, vpcs, 64, -40)
    const [scene, before] = [sceneOf(index, moved), sceneOf(index)]
    const within = [...relationLinesOf(index).byId.values()].filter(({ of, to }) => moved.has(of) && moved.has(to))
    expect(within.length).toBeGreaterThan(12)
    for (const line of within) expect(scene.relationPaths(line)).toEqual(before.relationPaths(line).map((points) => points.map(({ x, y }) => ({ x: x + 64, y: y - 40 }))))
  })
})
