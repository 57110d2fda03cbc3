import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, renumber } from '../../../../../src/shared/document/addresses/renumber.ts'
import { suggestBlock } from '../../../../../src/shared/document/addresses/suggest.ts'
import { changeBox, createBox, whyNoBox } from '../../../../../src/shared/document/commands/boxes.ts'
import { copyResources } from '../../../../../src/shared/document/commands/clipping.ts'
import { connect } from '../../../../../src/shared/document/commands/connect.ts'
import { connectChoices } from '../../../../../src/shared/document/commands/connect-choices.ts'
import { createResource } from '../../../../../src/shared/document/commands/create.ts'
import { dropInto } from '../../../../../src/shared/document/commands/drop.ts'
import { canDrop, holderFor } from '../../../../../src/shared/document/commands/holding.ts'
import { groupThings, ungroup, whyNoGrouping } from '../../../../../src/shared/document/commands/groupings.ts'
import { moveBy, resizeContainer } from '../../../../../src/shared/document/commands/move.ts'
import { pasteClipping } from '../../../../../src/shared/document/commands/paste.ts'
import { putPool } from '../../../../../src/shared/document/commands/pools.ts'
import { removeResources } from '../../../../../src/shared/document/commands/remove.ts'
import { routesForLink } from '../../../../../src/shared/document/commands/routes/for-link.ts'
import { renameDesign, renameResource, setField } from '../../../../../src/shared/document/commands/set-fields.ts'
import { applyEdit, type Edit, editSchema, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { boxesOf, type HolderId, membersOf } from '../../../../../src/shared/document/groups.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { poolId } from '../../../../../src/shared/document/pool.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import { align } from '../../../../../src/shared/layout/align.ts'
import { distribute } from '../../../../../src/shared/layout/distribute.ts'
import { setLocked } from '../../../../../src/shared/layout/lock.ts'
import { restack } from '../../../../../src/shared/layout/stacking.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { definitionOf, KINDS } from '../../../../../src/shared/model/index.ts'
import { parsePrefix } from '../../../../../src/shared/net/prefix.ts'
import { DrawingBoard } from './drawing-board.ts'

/** One command, chosen by three numbers; undefined when it makes no sense in the design as it is. */
function command(board: DrawingBoard, verb: number, a: number, b: number): Edit | undefined {
  const { index } = board
  const resources = Object.keys(board.design.resources).sort() as ResourceId[]
  const boxes = boxesOf(index).map((box) => box.id)
  const holders: (HolderId | undefined)[] = [undefined, ...boxes, ...resources]
  const one = resources[a % resources.length]
  const two = resources[b % resources.length]
  const holder = holders[b % holders.length]
  const box = boxes[a % boxes.length]
  if (verb < 10) {
    const kind = KINDS[a % KINDS.length]
    if (!kind || definitionOf(kind).appearance === 'link') return undefined
    const fitting = holders.map((candidate) => holderFor(index, kind, candidate)).filter((found) => 'holder' in found)
    const found = fitting[b % fitting.length]
    return found && createResource(index, board.newId, kind, { holder: found.holder, placement: { x: a, y: b } }).edit
  }
  if (verb === 10) {
    const kind = a % 2 === 0 ? 'region' : 'zone'
    return whyNoBox(index, kind, holder) === undefined ? createBox(index, kind, { x: a, y: b, width: 100, height: 100 }, holder).edit : undefined
  }
  if (!one || !two) return undefined
  if (verb <= 13) {
    const choice = connectChoices(index, one, two)[0]
    return choice && connect(index, board.newId, choice).edit
  }
  if (verb <= 16) return routesForLink(index, board.newId, one)?.edit
  if (verb <= 18) return canDrop(index, one, holder) === undefined ? dropInto(index, [one], holder) : undefined
  if (verb === 19) return pasteClipping(index, board.newId, copyResources(index, resources.length > 60 ? [one] : [one, two]), { dx: 5, dy: 5, holder }).edit
  if (verb === 20) return resources.length > 20 ? removeResources(index, [one]) : undefined
  if (verb === 21) return box && resources.length > 40 ? removeResources(index, [box]) : undefined
  if (verb === 22) return moveBy(index, box ? [one, box] : [one, two], a, b)
  if (verb === 23) return box ? resizeContainer(index, box, { x: a, y: b, width: 50, height: 60 }) : undefined
  if (verb === 24) return box ? changeBox(index, box, { Region: `eu-test-${b % 4}`, AvailabilityZone: `zone-${b % 3}`, OwnerId: b % 2 ? '123456789012' : undefined }).edit : undefined
  if (verb === 25) return renameResource(index, one, `Name ${b}`)
  if (verb === 26) return setField(index, one, 'notes', a % 2 ? undefined : `Note ${b}`)
  if (verb <= 31) return arrangement(board, verb, membersOf(index, holders[a % holders.length]), b)
  if (verb === 33) return renumbered(board, one)
  if (verb === 34) return putPool(board.design, { id: poolId.parse(`pool:${a % 3}`), name: `Pool ${b % 5}`, use: 'vpcs', blocks: [`10.${(a % 3) * 64}.0.0/${10 + (b % 6)}`] })
  return renameDesign(index, `Design ${b}`)
}

/** Another block of the same size, with everything that refers to the old one. */
function renumbered({ index }: DrawingBoard, id: ResourceId): Edit | undefined {
  const resource = index.get(id)
  const from = resource && parsePrefix(blocksOf(resource)[0] ?? '')
  const to = from && parsePrefix(suggestBlock(index, id, from) ?? '')
  const made = to && renumber(index, { owner: id, from, to })
  return made?.ok ? made.value.edit : undefined
}

/** Lining up, spacing out, stacking, locking and grouping of some siblings. */
function arrangement(board: DrawingBoard, verb: number, siblings: readonly HolderId[], b: number): Edit | undefined {
  const { index } = board
  const some = siblings.filter((_, at) => ((b >> at % 16) & 1) === 0)
  if (verb === 27) return align(index, some, (['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const)[b % 6] ?? 'left')
  if (verb === 28) return distribute(index, some, b % 2 ? 'x' : 'y')
  if (verb === 29) return restack(index, some, (['forward', 'backward', 'front', 'back'] as const)[b % 4] ?? 'front')
  if (verb === 30) return setLocked(index, some.slice(0, 3), b % 3 > 0)
  if (b % 3 === 0) return ungroup(index, some)
  return whyNoGrouping(index, some) === undefined ? groupThings(index, board.newId, some) : undefined
}

describe('commands and undo', () => {
  it('200 random commands leave a sound design after each, and undoing all gives back every state byte for byte', () => {
    const step = fc.tuple(fc.nat(34), fc.nat(100_000), fc.nat(100_000))
    fc.assert(
      fc.property(fc.array(step, { minLength: 600, maxLength: 600 }), (steps) => {
        const board = new DrawingBoard()
        const states = [serializeDesign(board.design)]
        for (const [verb, a, b] of steps) {
          if (board.edits.length === 200) break
          const edit = command(board, verb, a, b)
          if (!edit || edit.changes.length === 0) continue
          expect(editSchema.safeParse(edit).success).toBe(true)
          board.perform(edit)
          expect(parseDesign(board.design), edit.label).toMatchObject({ ok: true })
          states.push(serializeDesign(board.design))
        }
        expect(board.edits.length).toBe(200)
        const final = states.at(-1)
        let design = board.design
        for (const edit of [...board.edits].reverse()) {
          expect(serializeDesign(design)).toBe(states.pop())
          const undone = applyEdit(design, invertEdit(edit))
          if (!undone.ok) throw new Error(`${edit.label}: ${JSON.stringify(undone.problems)}`)
          design = undone.value
        }
        expect(serializeDesign(design)).toBe(states.pop())
        for (const edit of board.edits) {
          const redone = applyEdit(design, edit)
          if (!redone.ok) throw new Error(edit.label)
          design = redone.value
        }
        expect(serializeDesign(design)).toBe(final)
      }),
      { seed: 20261122, numRuns: 4 },
    )
  })
})
