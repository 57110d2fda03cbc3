import { describe, expect, it } from 'vitest'
import { shifted } from '../../../../src/shared/document/commands/move.ts'
import { type Design, type Intent, intentSchema } from '../../../../src/shared/document/design.ts'
import { boxesOf, isPlaced } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { DisplayItem } from '../../../../src/shared/drawing/display-list.ts'
import { drawDesign, type Overlay } from '../../../../src/shared/drawing/index.ts'
import { intentLinesOf, isIntentLine, type IntentState, MOST_INTENT_LINES } from '../../../../src/shared/drawing/intent-lines.ts'
import { legendRows } from '../../../../src/shared/drawing/legend-rows.ts'
import { overlap, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { isFrame } from '../../../../src/shared/drawing/sizes.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { placedPattern, PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { HUB, HYBRID, laidOut, sketched } from './designs.ts'

const intent = (id: string, from: string, to: string, fields: Partial<Intent> = {}): Intent => intentSchema.parse({ id: `intent:${id}`, from, to, expect: 'reach', direction: 'one-way', status: 'accepted', ...fields })

function withIntents(design: Design, ...intents: readonly Intent[]): Design {
  return { ...design, intents: Object.fromEntries(intents.map((one) => [one.id, one])) }
}

const hybrid = laidOut(sketched('Hybrid', HYBRID))
const statesOf = (states: Readonly<Record<string, IntentState>>): Overlay => ({ intents: { states: new Map(Object.entries(states).map(([id, state]) => [`intent:${id}`, state])) } })
const itemsOf = (design: Design, overlay: Overlay = {}) => drawDesign(design, overlay).items.filter(({ owner }) => isIntentLine(owner))
const textsOf = (items: readonly DisplayItem[]) => items.flatMap((item) => (item.type === 'text' ? [item.text] : []))
const curvesOf = (items: readonly DisplayItem[]) => items.flatMap((item) => (item.type === 'line' && item.longDashed ? [item] : []))
/** The strokes at the ends of curves. */
const marksOf = (items: readonly DisplayItem[]) => items.filter((item) => item.type === 'line' && !item.longDashed && item.width === 1.75)

describe('lines of intents', () => {
  it('draws accepted intents in long dashes, and neither dismissed nor suggested ones', () => {
    const design = withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod'), intent('b', 'site:hq', 'instance:db', { status: 'dismissed' }), intent('c', 'site:hq', 'instance:web-a', { status: 'suggested' }))
    expect(curvesOf(itemsOf(design)).map(({ owner }) => owner)).toEqual(['intents:site:hq~vpc:prod'])
    const suggested = [intent('c', 'site:hq', 'instance:web-a', { status: 'suggested' })]
    const asked = itemsOf(design, { intents: { suggested } })
    expect(curvesOf(asked).map(({ opacity }) => opacity).sort()).toEqual([0.5, undefined])
    expect(textsOf(asked)).toEqual(['suggested'])
  })

  it('joins what has the same two ends in one line, with how many are in the worst state', () => {
    const design = withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod', { protocol: 6, port: 443 }), intent('b', 'vpc:prod', 'site:hq'), intent('c', 'site:hq', 'vpc:prod', { name: 'Backup' }))
    expect(curvesOf(itemsOf(design))).toHaveLength(1)
    expect(textsOf(itemsOf(design))).toEqual(['3 intents'])
    expect(textsOf(itemsOf(design, statesOf({ a: 'holds', b: 'broken', c: 'holds' })))).toEqual(expect.arrayContaining(['×', '1 of 3 broken']))
    expect(textsOf(itemsOf(design, statesOf({ a: 'holds', b: 'holds', c: 'holds' })))).toEqual(['3 hold'])
  })

  it.each<readonly [IntentState, string]>([['holds', 'tcp/443 · holds'], ['survives', 'tcp/443 · survives'], ['short', 'tcp/443 · falls short'], ['broken', 'tcp/443 · broken'], ['unsure', 'tcp/443 · cannot tell'], ['lost', 'tcp/443 · endpoint lost']])('says %s by sign and word', (state, words) => {
    const design = withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod', { protocol: 6, port: 443 }))
    const items = itemsOf(design, statesOf({ a: state }))
    expect(textsOf(items).at(-1)).toBe(words)
    // A sign is a disc with a glyph, or with the two strokes of a tick.
    expect(textsOf(items).length - 1 + items.filter((item) => item.type === 'line' && item.width === 1.5 && !item.longDashed).length / 2).toBe(1)
  })

  it('points an arrow at what has to be reached, at both ends where either side opens, and bars what never may be', () => {
    const marks = (fields: Partial<Intent>) => marksOf(itemsOf(withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod', fields)))).length
    expect(marks({})).toBe(2)
    expect(marks({ direction: 'both' })).toBe(4)
    expect(marks({ expect: 'never' })).toBe(1)
    expect(marks({ expect: 'never', direction: 'both' })).toBe(2)
    expect(textsOf(itemsOf(withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod', { expect: 'never' })), statesOf({ a: 'broken' }))).at(-1)).toBe('not kept apart')
  })

  it('leads to the box that stands for an end, and is not drawn within one', () => {
    const design = withIntents(hybrid, intent('a', 'site:hq', 'instance:db'), intent('b', 'instance:web-a', 'instance:db'))
    const place = design.placements['vpc:prod' as ResourceId]
    if (!place) throw new Error('no place')
    const collapsed = { ...design, placements: { ...design.placements, ['vpc:prod' as ResourceId]: { ...place, collapsed: true as const } } }
    expect(curvesOf(itemsOf(collapsed)).map(({ owner }) => owner)).toEqual(['intents:site:hq~vpc:prod'])
  })

  it('names the internet where that is an end', () => {
    const items = itemsOf(withIntents(hybrid, intent('a', 'instance:web-a', 'internet')), statesOf({ a: 'unsure' }))
    expect(curvesOf(items)).toHaveLength(1)
    expect(textsOf(items).at(-1)).toBe('Internet · cannot tell')
  })

  it('is left out with its layer, and with the layer of an end', () => {
    const design = withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod'), intent('b', 'site:hq', 'instance:db'))
    expect(itemsOf(design, { hidden: new Set(['Intents']) })).toEqual([])
    expect(curvesOf(itemsOf(design, { hidden: new Set(['Hosts']) }))).toHaveLength(1)
  })

  it('is explained in the legend', () => {
    const words = (design: Design, overlay: Overlay = {}) => legendRows(indexOf(design), overlay).filter((row) => 'intent' in row).flatMap((row) => row.words)
    const design = withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod'), intent('b', 'site:hq', 'instance:db', { expect: 'never' }))
    expect(words(design)).toEqual(['Intent: must reach', 'Intent: must never reach'])
    expect(words(design, { hidden: new Set(['Intents']) })).toEqual([])
    expect(words(hybrid)).toEqual([])
  })

  it('follows an end that is moved and leaves the others where they are', () => {
    const design = withIntents(hybrid, intent('a', 'site:hq', 'vpc:prod'), intent('b', 'instance:web-a', 'instance:db'))
    const moved = shifted(indexOf(design), ['site:hq' as ResourceId], -400, 120)
    const [before, during] = [curvesOf(itemsOf(design)), curvesOf(itemsOf(design, { moved }))]
    const of = (lines: typeof before, id: string) => lines.find(({ owner }) => owner === id)?.points
    expect(of(during, 'intents:site:hq~vpc:prod')).not.toEqual(of(before, 'intents:site:hq~vpc:prod'))
    expect(of(during, 'intents:instance:db~instance:web-a')).toEqual(of(before, 'intents:instance:db~instance:web-a'))
  })
})

describe('many intents', () => {
  const hub = laidOut(sketched('Hub', HUB))
  const ids = Object.values(hub.resources).filter(({ kind }) => kind === 'instance' || kind === 'subnet' || kind === 'vpc').map(({ id }) => id)
  const pairs = ids.flatMap((from, at) => ids.slice(at + 1).map((to) => intent(`${from}/${to}`, from, to)))
  const design = withIntents(hub, ...pairs)
  const index = indexOf(design)

  it('draws only those of the selection and broken ones, and tells how many it left out', () => {
    expect(pairs.length).toBeGreaterThan(MOST_INTENT_LINES.near)
    expect(intentLinesOf(index)).toMatchObject({ lines: [], left: pairs.length })
    const first = ids.find((id) => id.startsWith('instance:'))
    if (!first) throw new Error('no end')
    const { lines, left } = intentLinesOf(index, { at: new Set([first]), states: new Map([['intent:odd', 'broken']]) })
    expect(lines.length + left).toBe(pairs.length)
    expect(lines.length).toBe(ids.length - 1)
    expect(lines.every(({ from, to }) => [from, to].includes(first))).toBe(true)
    const last = pairs.at(-1)
    if (!last) throw new Error('no intent')
    expect(intentLinesOf(index, { states: new Map([[last.id, 'broken']]) }).lines.flatMap(({ intents }) => intents)).toEqual([last])
    expect(intentLinesOf(index, { at: new Set([last.id]) }).lines.flatMap(({ intents }) => intents)).toEqual([last])
  })

  it('draws no more than can be followed even of the selection', () => {
    const all = intentLinesOf(index, { at: new Set(ids) })
    expect(all.lines).toHaveLength(MOST_INTENT_LINES.near)
    expect(all.left).toBe(pairs.length - MOST_INTENT_LINES.near)
    expect(intentLinesOf(index, { at: new Set(ids), isFar: true }).lines).toHaveLength(MOST_INTENT_LINES.far)
  })
})

describe.each(PATTERNS.map(({ id }) => id))('intents of %s', (id) => {
  const design = placedPattern(id)
  const index = indexOf(design)
  const states = new Map(Object.keys(design.intents).map((one): [string, IntentState] => [one, 'broken']))
  const items = itemsOf(design, { intents: { states } })
  const { lines } = intentLinesOf(index)
  const nodes = Object.values(design.resources).flatMap((resource) => {
    const rect = isPlaced(resource) && !isFrame(resource.kind) ? rectOf(index, resource.id) : undefined
    return rect ? [{ id: resource.id as string, rect }] : []
  })

  it('are all drawn', () => {
    expect(curvesOf(items).map(({ owner }) => owner).sort()).toEqual(lines.map((line) => line.id).sort())
    expect(boxesOf(index).length + nodes.length).toBeGreaterThan(0)
  })

  it('run through no node that is not at their end', () => {
    const through = curvesOf(items).flatMap(({ owner, points }) => {
      const line = lines.find((one) => one.id === owner)
      return nodes.filter(({ id: node, rect }) => node !== line?.from && node !== line?.to && points.some(({ x, y }) => x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height)).map((node) => `${owner} through ${node.id}`)
    })
    expect(through).toEqual([])
  })

  it('have labels off nodes and off each other', () => {
    const labels = items.flatMap((item) => (item.type === 'box' && item.fill === 'background' && item.height === 18 ? [item] : []))
    const bad = labels.flatMap((label, at) => [...nodes.filter(({ rect }) => overlap(rect, label)).map((node) => `${label.owner} on ${node.id}`), ...labels.slice(at + 1).filter((other) => overlap(other, label)).map((other) => `${label.owner} on ${other.owner}`)])
    expect(bad).toEqual([])
    expect(labels).toHaveLength(lines.length)
  })
})
