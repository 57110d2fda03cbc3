import { answer, type Outcome } from '../../shared/contract.ts'
import { netChanges } from '../../shared/document/diff/net-changes.ts'
import { type Tally, tallyOf } from '../../shared/document/diff/things.ts'
import type { Edit } from '../../shared/document/edit.ts'

/** What the edits of each version come to; the texts are of the library's own journal, which took no edit unchecked. */
export function tellVersions(versions: readonly (readonly string[])[]): Outcome<Tally[]> {
  return answer(versions.map((edits) => tallyOf(netChanges(edits.map((edit) => JSON.parse(edit) as Edit)))))
}
