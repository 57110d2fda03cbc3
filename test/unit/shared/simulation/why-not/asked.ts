import { applyEdit } from '../../../../../src/shared/document/edit.ts'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import type { Flow } from '../../../../../src/shared/simulation/types.ts'
import type { Alternative, WhyNot } from '../../../../../src/shared/simulation/why-not/types.ts'
import { whyNot } from '../../../../../src/shared/simulation/why-not/why-not.ts'

/** A design after an alternative; throws when the edit does not fit. */
export function applied(design: Design, { edit }: Pick<Alternative, 'edit'>): Design {
  const result = applyEdit(design, edit)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** What would let the flow through, each alternative as its changes in words. Each is tried on the design, from scratch. */
export function asked(design: Design, flow: Flow, failed: readonly string[] = []): { readonly answer: WhyNot; readonly words: readonly (readonly string[])[] } {
  const answer = whyNot(simulate(design), flow, failed)
  for (const alternative of answer.alternatives) {
    if (!simulate(applied(design, alternative)).trace(flow, failed).works) throw new Error(`does not work: ${alternative.edit.label}`)
  }
  return { answer, words: answer.alternatives.map(({ changes }) => changes.map(({ words }) => words)) }
}
