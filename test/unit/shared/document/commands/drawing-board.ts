import { connect } from '../../../../../src/shared/document/commands/connect.ts'
import { connectChoices } from '../../../../../src/shared/document/commands/connect-choices.ts'
import { createResource } from '../../../../../src/shared/document/commands/create.ts'
import type { Made } from '../../../../../src/shared/document/commands/draft.ts'
import { type Design, emptyDesign } from '../../../../../src/shared/document/design.ts'
import { applyEdit, type Edit } from '../../../../../src/shared/document/edit.ts'
import type { HolderId } from '../../../../../src/shared/document/groups.ts'
import { type DesignIndex, indexOf } from '../../../../../src/shared/document/query.ts'
import { makeResourceId, type ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Kind, ResourceOf } from '../../../../../src/shared/model/index.ts'

/** A design under construction by commands, as a test writes it. */
export class DrawingBoard {
  design: Design = emptyDesign('Test')
  readonly edits: Edit[] = []
  #count = 0

  readonly newId = (kind: string): ResourceId => makeResourceId(kind, `t${(this.#count += 1)}`)

  get index(): DesignIndex {
    return indexOf(this.design)
  }

  perform(edit: Edit): void {
    const result = applyEdit(this.design, edit)
    if (!result.ok) throw new Error(`${edit.label}: ${JSON.stringify(result.problems)}`)
    this.design = result.value
    this.edits.push(edit)
  }

  make(made: Made): ResourceId {
    this.perform(made.edit)
    return made.ids[0] as ResourceId
  }

  add(kind: Kind, holder?: HolderId, fields: Readonly<Record<string, unknown>> = {}): ResourceId {
    const count = Object.keys(this.design.placements).length
    return this.make(createResource(this.index, this.newId, kind, { holder, fields, placement: { x: count * 10, y: count * 5 } }))
  }

  link(from: ResourceId, to: ResourceId, choice = 0): ResourceId {
    const found = connectChoices(this.index, from, to)[choice]
    if (!found) throw new Error(`no choice ${choice} from ${from} to ${to}`)
    return this.make(connect(this.index, this.newId, found))
  }

  get<K extends Kind>(kind: K, id: ResourceId): ResourceOf<K> {
    const resource = this.index.getOf(kind, id)
    if (!resource) throw new Error(`no ${kind} ${id}`)
    return resource
  }
}
