import { describe, expect, it } from 'vitest'
import { Stage } from '../../../../src/renderer/canvas/stage.ts'
import { unrelate } from '../../../../src/shared/document/commands/unrelate.ts'
import { applyEdit, invertEdit } from '../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { relationLinesOf, relationWords } from '../../../../src/shared/document/relation-lines.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { drawDesign, drawResource } from '../../../../src/shared/drawing/index.ts'
import { placedPattern, PATTERNS } from '../../../../src/shared/patterns/index.ts'

const fieldsOf = (id: Parameters<typeof placedPattern>[0]) => [...relationLinesOf(indexOf(placedPattern(id))).byId.values()].map(({ field }) => field)

describe('relation lines', () => {
  it.each([
    ['b8-private-link', ['service', 'loadBalancers', 'Targets']],
    ['a6d-direct-connect-lag', ['LagId']],
    ['d2-software-vpn-high-availability', ['watches']],
    ['c3-remote-access-directory', ['directory']],
    ['c1-client-vpn', ['ClientVpnTargetNetworks']],
  ] as const)('%s shows what %j join', (id, fields) => expect(fieldsOf(id)).toEqual(expect.arrayContaining([...fields])))

  it('are drawn dotted, unlike any link, and join what they say', () => {
    const index = indexOf(placedPattern('b8-private-link'))
    const [line] = [...relationLinesOf(index).byId.values()].filter(({ field }) => field === 'service')
    if (!line) throw new Error('no relation')
    expect(relationWords(index, line)).toBe('Consumer endpoint is an endpoint of Provider service')
    expect(drawResource(index, line.id)).toMatchObject([{ type: 'line', owner: line.id, dotted: true }])
    expect(drawDesign(index.design).items.filter((item) => item.type === 'line' && item.dotted && index.get(item.owner as never))).toEqual([])
  })

  it('turn in the gap between two things that stand close together', () => {
    const index = indexOf(placedPattern('c3-remote-access-directory'))
    const [line] = [...relationLinesOf(index).byId.values()].filter(({ field }) => field === 'ispLinks')
    const [drawn] = line ? drawResource(index, line.id) : []
    expect(drawn?.type === 'line' && drawn.points).toHaveLength(4)
  })

  it('can be left out of the canvas', () => {
    const index = indexOf(placedPattern('b8-private-link'))
    const relations = relationLinesOf(index).byId
    expect(new Stage(index, {}).owners.filter((id) => relations.has(id))).toHaveLength(relations.size)
    expect(new Stage(index, {}, { showsRelations: false }).owners.filter((id) => relations.has(id))).toEqual([])
  })

  it.each(PATTERNS.map(({ id }) => id))('of %s go one by one, and come back byte for byte', (id) => {
    const design = placedPattern(id)
    for (const line of relationLinesOf(indexOf(design)).byId.values()) {
      const edit = unrelate(indexOf(design), [line])
      const without = applyEdit(design, edit)
      if (!without.ok) throw new Error(JSON.stringify(without.problems))
      expect(relationLinesOf(indexOf(without.value)).byId.size).toBe(relationLinesOf(indexOf(design)).byId.size - 1)
      const back = applyEdit(without.value, invertEdit(edit))
      expect(back.ok && serializeDesign(back.value)).toBe(serializeDesign(design))
    }
  })
})
