import type { EditEffect, TurnedIntent } from './effect.ts'
import type { FixPlan } from './plan.ts'

const counted = (number: number, one: string, several: string) => `${number} ${number === 1 ? one : several}`
const STATES = new Map<boolean | null, string>([[true, 'holds'], [false, 'is broken'], [null, 'cannot be told']])

/** How an intent is judged, as the end of a sentence: "holds". */
export function stateWord(holds: boolean | null): string {
  return STATES.get(holds) ?? ''
}

/** What became of an intent: "is broken -> holds; no longer broken by hq-router alone". */
export function turnWords({ before, after, newPoints, gonePoints }: TurnedIntent, arrow = '->'): string {
  return [
    ...(before === after ? [] : [`${stateWord(before)} ${arrow} ${stateWord(after)}`]),
    ...(gonePoints.length === 0 ? [] : [`no longer broken by ${gonePoints.join(', ')} alone`]),
    ...(newPoints.length === 0 ? [] : [`now broken by ${newPoints.join(', ')} alone`]),
  ].join('; ')
}

/** An effect in one sentence: "2 findings go, 1 comes, 1 intent is judged otherwise." */
export function effectWords({ gone, come, turned }: EditEffect): string {
  const parts = [
    ...(gone.length > 0 ? [counted(gone.length, 'finding goes', 'findings go')] : []),
    ...(come.length > 0 ? [counted(come.length, 'finding comes', 'findings come')] : []),
    ...(turned.length > 0 ? [counted(turned.length, 'intent is judged otherwise', 'intents are judged otherwise')] : []),
  ]
  return parts.length === 0 ? 'Findings and intents stay as they are.' : `${parts.join(', ')}.`
}

/** What a plan for several findings takes in, in one sentence. */
export function planWords({ fixed, solved, leftOut }: FixPlan): string {
  const all = fixed.length + solved.length + leftOut.length
  const parts = [
    `${fixed.length} of ${all} ${fixed.length === 1 ? 'is' : 'are'} fixed`,
    ...(solved.length > 0 ? [`${solved.length} ${solved.length === 1 ? 'goes' : 'go'} with that`] : []),
    ...(leftOut.length > 0 ? [`${leftOut.length} ${leftOut.length === 1 ? 'is' : 'are'} left out`] : []),
  ]
  return `${parts.join(', ')}.`
}
