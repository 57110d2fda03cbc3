import type { Design } from '../../../shared/document/design.ts'
import { diffDesigns } from '../../../shared/document/diff/entry-change.ts'
import { type ThingChange, type ThingKind, tallyOf, tallyWords, thingsOf } from '../../../shared/document/diff/things.ts'
import { ChangeTeller, type ChangeLine, type ChangeWords } from '../../../shared/document/diff/words.ts'
import { wrap } from './wrap.ts'

/** What two designs differ in, told. */
export interface ToldDiff {
  readonly renamed?: { readonly before: string; readonly after: string }
  readonly tally: ReturnType<typeof tallyOf>
  readonly changes: readonly (Pick<ThingChange, 'kind' | 'collection' | 'id' | 'isMoved'> & ChangeWords)[]
}

const TITLES: readonly (readonly [ThingKind, string])[] = [['added', 'Added'], ['removed', 'Removed'], ['changed', 'Changed'], ['moved', 'Moved']]

/** Tells what became of each thing between two designs. */
export function toldDiff(before: Design, after: Design): ToldDiff {
  const diff = diffDesigns(before, after)
  const teller = new ChangeTeller(before, after)
  const changes = thingsOf(diff).map((thing) => ({ kind: thing.kind, collection: thing.collection, id: thing.id, isMoved: thing.isMoved, ...teller.tell(thing) }))
  return { ...(diff.renamed ? { renamed: diff.renamed } : {}), tally: tallyOf(diff), changes }
}

const lineText = ({ label, before, after }: ChangeLine): string =>
  before === undefined ? `${label}: + ${after ?? ''}` : after === undefined ? `${label}: - ${before}` : `${label}: ${before} -> ${after}`

/** The same for people. */
export function diffText({ renamed, tally, changes }: ToldDiff, width: number): string {
  const lines = [`${tallyWords(tally).replace(/^./, (first) => first.toUpperCase())}.`]
  if (renamed) lines.push('', `Renamed from "${renamed.before}" to "${renamed.after}"`)
  for (const [kind, title] of TITLES) {
    const of = changes.filter((change) => change.kind === kind)
    if (of.length === 0) continue
    lines.push('', title)
    for (const { what, name, lines: fields } of of) lines.push(`  ${what} ${name}`, ...fields.map((field) => `    ${wrap(lineText(field), width - 4, '      ')}`))
  }
  return lines.join('\n')
}
