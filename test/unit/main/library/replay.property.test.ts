import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { applyEdit, type Change, invertEdit } from '../../../../src/shared/document/edit.ts'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { openLibrary } from '../../../../src/main/library/library.ts'
import { counted, newFolder, subnet, valueOf, vpc } from './sample.ts'

type Action = { readonly what: 'vpc' | 'subnet' | 'remove' | 'place' | 'note' | 'rename' | 'undo'; readonly name: string; readonly parent: string; readonly number: number }

const name = fc.constantFrom('a', 'b', 'c', 'd')
const action: fc.Arbitrary<Action> = fc.record({
  what: fc.constantFrom('vpc', 'subnet', 'remove', 'place', 'note', 'rename', 'undo'),
  name,
  parent: name,
  number: fc.integer({ min: 0, max: 255 }),
})

/** Changes that mean the action in the current state; some do not fit, and must then be refused. */
function changesFor(design: Design, { what, name, parent, number }: Action): Change[] {
  const at = (id: string) => design.resources[id as ResourceId]
  const before = <T>(value: T | undefined) => (value === undefined ? {} : { before: value })
  switch (what) {
    case 'vpc': {
      const { Ipv6CidrBlocks: _default, ...entry } = vpc(name, `10.${number}.0.0/16`)
      return [{ op: 'put', collection: 'resources', id: entry.id, ...before(at(entry.id)), after: entry }]
    }
    case 'subnet': {
      const entry = subnet(name, parent)
      return [{ op: 'put', collection: 'resources', id: entry.id, ...before(at(entry.id)), after: entry }]
    }
    case 'remove': return [{ op: 'put', collection: 'resources', id: `vpc:${name}`, ...before(at(`vpc:${name}`)) }]
    case 'place': return [{ op: 'put', collection: 'placements', id: `vpc:${name}`, ...before(design.placements[`vpc:${name}` as ResourceId]), after: { x: number, y: -number } }]
    case 'note': {
      const notes = at(`vpc:${name}`)?.notes
      return [{ op: 'set', collection: 'resources', id: `vpc:${name}`, field: 'notes', ...before(notes), ...(number % 3 === 0 ? {} : { after: `note ${number}` }) }]
    }
    default: return [{ op: 'rename', before: design.name, after: `${name}${number}` }]
  }
}

it('gives the same bytes after reopening, whatever was edited and refused', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const folder = newFolder()
      const library = valueOf(openLibrary(counted(folder)))
      const { id } = valueOf(library.create({ name: 'x' }))
      let design = emptyDesign('x')
      let revision = 0
      let last = { label: '', changes: [] as readonly Change[] }
      for (const action of actions) {
        const edit = action.what === 'undo' ? invertEdit(last) : { label: action.what, changes: changesFor(design, action) }
        const outcome = library.append({ id, expectedRevision: revision, edit })
        if (!outcome.ok) continue
        const applied = applyEdit(design, edit)
        if (!applied.ok) throw new Error('the library took an edit that does not fit')
        design = applied.value
        revision += 1
        last = edit
      }
      expect(valueOf(library.file({ id })).text).toBe(serializeDesign(design))
      library.close()
      const again = valueOf(openLibrary(counted(folder)))
      expect(valueOf(again.open({ id })).revision).toBe(revision)
      expect(valueOf(again.file({ id })).text).toBe(serializeDesign(design))
      again.close()
      rmSync(folder, { recursive: true })
    }),
    { seed: 20_240, numRuns: 60 },
  )
})
