import { sequence } from '../document/commands/sequence.ts'
import type { Design } from '../document/design.ts'
import type { Change, Edit } from '../document/edit.ts'
import { layoutDesign } from './index.ts'
import { definitionOf, type Resource } from '../model/index.ts'

const makesNode = (change: Change): boolean => change.op === 'put' && change.collection === 'resources' && change.after !== undefined && definitionOf((change.after as Resource).kind).appearance === 'node'

/** The edit with places for the nodes that it makes, still as one step. */
export function withNewPlaces(design: Design, edit: Edit): Edit {
  return edit.changes.some(makesNode) ? sequence(design, edit.label, [() => edit, (index) => layoutDesign(index.design)]) : edit
}
