import type { Design } from '../../../shared/document/design.ts'
import { diffDesigns } from '../../../shared/document/diff/entry-change.ts'
import { mergedDesign } from '../../../shared/document/diff/merged.ts'
import { type Tally, tallyOf, type ThingChange, type ThingKind, thingsOf } from '../../../shared/document/diff/things.ts'
import { ChangeTeller, type ChangeWords } from '../../../shared/document/diff/words.ts'
import { indexOf } from '../../../shared/document/query.ts'
import { type ChangeMark, changeMarks, shownAt } from '../../../shared/drawing/draw-changes.ts'
import { Stage } from '../../canvas/stage.ts'

/** A thing that differs, told, and where it is on the drawing. */
export interface ToldChange {
  readonly thing: ThingChange
  readonly words: ChangeWords
  readonly at: string | undefined
}

/** Changes of one kind. */
export interface ChangeGroup {
  readonly kind: ThingKind
  readonly changes: readonly ToldChange[]
}

/** Two states of a design, ready to be shown beside and over each other. */
export interface Comparison {
  readonly renamed: { readonly before: string; readonly after: string } | undefined
  readonly tally: Tally
  readonly groups: readonly ChangeGroup[]
  readonly stage: Stage
  readonly marks: readonly ChangeMark[]
}

const ORDER: readonly ThingKind[] = ['added', 'changed', 'removed', 'moved']

/** Compares two states; the earlier comes first. */
export function compare(before: Design, after: Design): Comparison {
  const diff = diffDesigns(before, after)
  const things = thingsOf(diff)
  const merged = indexOf(mergedDesign(before, after))
  const teller = new ChangeTeller(before, after)
  const told = things.map((thing): ToldChange => ({ thing, words: teller.tell(thing), at: thing.collection === 'resources' || thing.collection === 'boxes' ? shownAt(merged, thing.id) : undefined }))
  return {
    renamed: diff.renamed,
    tally: tallyOf(diff),
    groups: ORDER.map((kind) => ({ kind, changes: told.filter(({ thing }) => thing.kind === kind) })).filter(({ changes }) => changes.length > 0),
    stage: new Stage(merged, {}, { hidden: new Set(['Intents']) }),
    marks: changeMarks(merged, indexOf(before), things),
  }
}
