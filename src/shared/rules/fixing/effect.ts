import { applyEdit, type Edit } from '../../document/edit.ts'
import { type Result, success } from '../../document/problem.ts'
import { simulate, type Simulation } from '../../simulation/index.ts'
import type { IntentVerdict } from '../../simulation/types.ts'
import type { Slices } from '../../slices.ts'
import { Check, type Given } from '../check.ts'
import { findingsOf } from '../index.ts'
import type { Finding } from '../rule.ts'

/** An intent that is judged otherwise after an edit. */
export interface TurnedIntent {
  readonly id: string
  readonly statement: string
  readonly suggested: boolean
  readonly before: boolean | null
  readonly after: boolean | null
  /** What breaks it alone from now on, and what no longer does: labels of elements. */
  readonly newPoints: readonly string[]
  readonly gonePoints: readonly string[]
}

/** What an edit does to all that is said of a design. */
export interface EditEffect {
  readonly gone: readonly Finding[]
  readonly come: readonly Finding[]
  /** Findings about the same in other words: a count, a name. */
  readonly reworded: readonly { readonly before: Finding; readonly after: Finding }[]
  readonly turned: readonly TurnedIntent[]
}

const subjectOf = ({ rule, verdict, severity, resources, field, waiver }: Finding) => [rule, verdict, severity, field ?? '', waiver ? 'waived' : '', ...resources].join('|')

/** Takes away from both lists what has the same key, in pairs. */
function unpaired(before: readonly Finding[], after: readonly Finding[], keyOf: (finding: Finding) => string) {
  const left = Map.groupBy(before, keyOf)
  const pairs: { before: Finding; after: Finding }[] = []
  const come = after.filter((finding) => {
    const former = left.get(keyOf(finding))?.shift()
    if (former) pairs.push({ before: former, after: finding })
    return !former
  })
  return { pairs, gone: [...left.values()].flat(), come }
}

/** What came and went between two reviews. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): Pick<EditEffect, 'gone' | 'come' | 'reworded'> {
  const strict = unpaired(before, after, (finding) => `${subjectOf(finding)}|${finding.message}`)
  const { pairs, gone, come } = unpaired(strict.gone, strict.come, subjectOf)
  return { gone, come, reworded: pairs }
}

function turnOf(before: IntentVerdict, after: IntentVerdict, labelOf: (element: string) => string): TurnedIntent | undefined {
  const points = ({ singlePointsOfFailure }: IntentVerdict) => singlePointsOfFailure.map(({ element }) => element)
  const [old, now] = [new Set<string>(points(before)), new Set<string>(points(after))]
  const newPoints = [...now].filter((element) => !old.has(element))
  const gonePoints = [...old].filter((element) => !now.has(element))
  if (before.holds === after.holds && newPoints.length === 0 && gonePoints.length === 0) return undefined
  const { id, statement, suggested } = after
  return { id, statement, suggested, before: before.holds, after: after.holds, newPoints: newPoints.map(labelOf), gonePoints: gonePoints.map(labelOf) }
}

/**
 * What an edit would do to findings and intents, worked out on a copy. `known`: an earlier check of whatever state, of which is
 * taken over what still holds. A problem when the edit does not fit.
 */
export function* effectOfEdit(simulation: Simulation, edit: Edit, given: Given = {}, known?: Check): Slices<Result<EditEffect>> {
  const edited = applyEdit(simulation.design, edit)
  if (!edited.ok) return edited
  const then = simulate(edited.value, simulation)
  const downIn = ({ network }: Simulation) => network.elements.among(given.failed ?? []).map(({ element }) => element)
  const [downNow, downThen] = [downIn(simulation), downIn(then)]
  const labels = new Map([...simulation.elements, ...then.elements].map(({ element, label }) => [element as string, label]))
  const former = new Map(simulation.intents.map((intent) => [intent.id, intent]))
  const turned: TurnedIntent[] = []
  for (const [at, intent] of then.intents.entries()) {
    const before = former.get(intent.id)
    const turn = before && turnOf(simulation.judge(before, downNow), then.judge(intent, downThen), (element) => labels.get(element) ?? element)
    if (turn) turned.push(turn)
    yield (0.5 * at) / then.intents.length
  }
  const before = new Check(simulation.design, simulation, { ...given, failed: downNow }, known)
  yield 0.6
  const after = new Check(then.design, then, { ...given, failed: downThen }, before)
  return success({ ...compareFindings(findingsOf(before, given.today), findingsOf(after, given.today)), turned })
}
