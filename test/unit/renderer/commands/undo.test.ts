import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { insert, makeNeighbour } from '../../../../src/renderer/canvas/actions.ts'
import { Hand } from '../../../../src/renderer/canvas/hand.ts'
import { PALETTE } from '../../../../src/renderer/canvas/palette-items.ts'
import { edgesOf } from '../../../../src/renderer/canvas/resize.ts'
import { COMMANDS } from '../../../../src/renderer/commands/index.ts'
import { isEnabled } from '../../../../src/renderer/commands/command.ts'
import { clipboard } from '../../../../src/renderer/state/clipboard.svelte.ts'
import { Notices } from '../../../../src/renderer/state/notices.svelte.ts'
import { DesignSession, type SelectableId } from '../../../../src/renderer/state/session.svelte.ts'
import { answer } from '../../../../src/shared/contract.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { boxOf, holderOf } from '../../../../src/shared/document/groups.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { encloses, isOnBorder, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { deskOf } from './desk-of.ts'

beforeAll(() => {
  globalThis.requestAnimationFrame = () => 1
  globalThis.cancelAnimationFrame = () => undefined
})

/** Commands that change the design at once. The others look, ask, or leave it to a worker. */
const CHANGING = COMMANDS.filter(({ id }) => /^(edit\.(cut|copy|paste|duplicate|delete)|move\.|resize|arrange\.(align|distribute|forward|backward|front|back|group|ungroup|lock|collapse|expand)|spawn\.)/.test(id))
const ITEMS = PALETTE.flatMap(({ items }) => items)

function workshop() {
  // Nobody analyses here: what counts is what is done to the design, and what takes it back.
  const port = { postMessage: () => undefined, addEventListener: () => undefined, terminate: () => undefined }
  const client = { 'library.append': () => Promise.resolve(answer({ revision: 1 })), 'library.open': () => Promise.resolve(answer({ id: 'd', revision: 1, design: emptyDesign('Test') })) }
  const session = new DesignSession({ id: 'd', revision: 0, design: emptyDesign('Test') }, { client, notices: new Notices(), port })
  const desk = deskOf(session)
  const { canvas } = desk
  Object.assign(canvas.camera, { width: 4000, height: 3000, viewport: { x: 0, y: 0, zoom: 1 } })
  const hand = new Hand(canvas)
  const pointer = (x: number, y: number, bits: number) => ({ clientX: x, clientY: y, shiftKey: (bits & 1) > 0, altKey: (bits & 2) > 0, ctrlKey: (bits & 4) > 0, metaKey: false })
  const pick = (number: number): SelectableId | undefined => canvas.stage.owners[number % Math.max(1, canvas.stage.owners.length)] as SelectableId | undefined
  /** Something of the design itself: the line of a relation is nothing that a thing could be let go into. */
  const holderAt = (number: number): SelectableId | undefined => {
    const id = pick(number)
    return id && (canvas.index.get(id as ResourceId) || boxOf(canvas.index, id)) ? id : undefined
  }

  /** One act of a person, chosen by numbers. */
  const act = (verb: number, a: number, b: number): void => {
    const at = { x: (a * 7) % 3000, y: (b * 11) % 2400 }
    canvas.pointer = a % 3 === 0 ? undefined : at
    if (verb < 4) return insert(canvas, ITEMS[a % ITEMS.length] ?? ITEMS[0]!, b % 2 ? at : undefined, b % 4 === 1 ? holderAt(b) : undefined)
    if (verb < 6) {
      const [one, two] = [pick(a), pick(b)]
      return session.select([...(one ? [one] : []), ...(two && a % 3 > 0 ? [two] : []), ...(a % 5 === 0 ? canvas.stage.owners.slice(0, 6) : [])] as SelectableId[])
    }
    if (verb < 9) {
      const id = pick(a)
      const rect = id && rectOf(canvas.index, id)
      if (!id || !rect) return
      const edges = edgesOf(canvas.index, id)
      const edge = verb === 8 ? edges[b % Math.max(1, edges.length)] : undefined
      const start = { x: rect.x + Math.min(60, rect.width / 2), y: rect.y + 12 }
      hand.down(pointer(start.x, start.y, b >> 3), edge ? { id, edge } : undefined)
      hand.move(pointer(start.x + 30, start.y + 30, a >> 3))
      hand.move(pointer(at.x, at.y, a >> 3))
      return hand.up(pointer(at.x, at.y, a >> 3))
    }
    const command = CHANGING[a % CHANGING.length]
    if (!command || !isEnabled(command, desk)) return
    if (/cut|delete/.test(command.id) && canvas.stage.owners.length < 12) return
    if (/paste|duplicate/.test(command.id) && canvas.stage.owners.length > 60) return
    command.run(desk)
    const { asking } = canvas
    canvas.asking = undefined
    if (asking?.kind === 'spawn' && asking.choices.length > 0) makeNeighbour(canvas, asking.choices[b % asking.choices.length]!)
  }
  return { session, canvas, act }
}

describe('everything that a person does by hand and by command', () => {
  it('200 acts leave a sound design in which all lies in what holds it, and undoing them all gives back every state byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(13), fc.nat(100_000), fc.nat(100_000)), { minLength: 600, maxLength: 600 }), (steps) => {
        clipboard.put({ resources: [], placements: {}, boxes: [], bends: [], groupings: [] })
        const { session, canvas, act } = workshop()
        const states = [{ text: serializeDesign(session.design), steps: 0 }]
        let count = 0
        for (const [verb, a, b] of steps) {
          if (count === 200) break
          const before = session.design
          const label = session.history.undoLabel
          act(verb, a, b)
          if (session.design === before) continue
          count += 1
          expect(parseDesign(session.design), session.history.undoLabel).toMatchObject({ ok: true })
          states.push({ text: serializeDesign(session.design), steps: 0 })
          const lost = canvas.stage.owners.filter((id) => {
            const [holder, rect] = [holderOf(session.index, id), rectOf(session.index, id)]
            const around = holder === undefined ? undefined : rectOf(session.index, holder)
            return rect && around && !isOnBorder(session.index, id) && !encloses(around, rect)
          })
          expect(lost, `${label} -> ${session.history.undoLabel}`).toEqual([])
        }
        expect(count).toBe(200)
        const final = serializeDesign(session.design)
        const texts = new Set(states.map(({ text }) => text))
        let undone = 0
        while (session.history.undoLabel !== undefined) {
          session.undo()
          undone += 1
          expect(texts.has(serializeDesign(session.design))).toBe(true)
        }
        expect(serializeDesign(session.design)).toBe(states[0]?.text)
        expect(undone).toBeGreaterThan(100)
        while (session.history.redoLabel !== undefined) session.redo()
        expect(serializeDesign(session.design)).toBe(final)
      }),
      { seed: 20261128, numRuns: 2, endOnFailure: true },
    )
  })
})
