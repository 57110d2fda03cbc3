import { expect } from 'vitest'
import type { Design, Intent } from '../../../../src/shared/document/design.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { makeResourceId } from '../../../../src/shared/model/id.ts'
import { definitionOf, type Kind } from '../../../../src/shared/model/index.ts'
import { insertPattern, patternDesign, type PatternId } from '../../../../src/shared/patterns/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { judge } from '../../../oracle/intent.ts'
import type { Truth } from './truth.ts'

/** Ids that count within a kind, and say whose they are. */
export function idsOf(owner: string) {
  const counts = new Map<string, number>()
  return (kind: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return makeResourceId(kind, `${owner}${counts.get(kind)}`)
  }
}

/** A design with one more copy of a pattern in it. */
export function inserted(design: Design, id: PatternId, owner: string): Design {
  const made = applyEdit(design, insertPattern(design, id, idsOf(owner)))
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value
}

/** An intent as a truth writes it: ends, arrow, and the protocol and port where it names them. */
export function statementOf({ from, to, expect, direction, protocol, port }: Pick<Intent, 'from' | 'to' | 'expect' | 'direction' | 'protocol' | 'port'>): string {
  const arrow = { reach: { both: '<->', 'one-way': '->' }, never: { both: '<-/->', 'one-way': '-/->' } }
  return `${from} ${arrow[expect][direction]} ${to} ${[protocol, port].filter((part) => part !== undefined).join('/')}`.trim()
}

/** Names elements as a truth does: an AWS device by the first connection on it, because its own name differs from copy to copy. */
export function elementNames(design: Design): (element: string) => string {
  const connections = indexOf(design).all('direct-connect-connection')
  return (element) => {
    const own = connections.find(({ Location, AwsLogicalDeviceId }) => element === `dx-device:${Location}/${AwsLogicalDeviceId}`)
    return own ? `dx-device:${own.id}` : element
  }
}

/** The naive oracle must say the same: it walks whole tables and tries every element. */
function compare(design: Design, intent: Intent, found: { readonly holds: boolean | null; readonly singlePoints: readonly string[] }): void {
  const { holds, singlePoints } = judge(design, intent)
  expect(found, intent.id).toEqual({ holds, singlePoints: [...singlePoints].sort() })
}

/** What the simulation says of the accepted intents of one owner's copy, in the words of `TRUTH`; what does not hold says why. One design of one owner is judged by the oracle too, unless it is known to see a case otherwise. */
export function truthOf(design: Design, owner = '', askOracle = owner === ''): Truth {
  const simulation = simulate(design)
  const bare = (text: string) => text.replaceAll(`:${owner}`, ':')
  const element = elementNames(design)
  const mine = Object.values(design.intents).filter(({ from, status }) => status === 'accepted' && from.includes(`:${owner}`))
  return Object.fromEntries(
    mine.map((intent) => {
      const { holds, reason, singlePointsOfFailure } = simulation.judge(intent)
      if (askOracle) compare(design, intent, { holds, singlePoints: singlePointsOfFailure.map(({ element: point }) => point).sort() })
      return [bare(statementOf(intent)), holds ? singlePointsOfFailure.map((spof) => bare(element(spof.element))).sort() : [`does not hold: ${reason}`]]
    }),
  )
}

type Fields = Readonly<Record<string, unknown>>

/** A pattern's design with some resources changed, added or, for null, taken away; what is added has its kind's defaults and is called as its id. */
export function changed(id: PatternId, fields: Readonly<Record<string, Fields | null>>): Design {
  return edited(patternDesign(id), fields)
}

/** The same for any design. */
export function edited(design: Design, fields: Readonly<Record<string, Fields | null>>): Design {
  const resources: Record<string, unknown> = { ...design.resources }
  for (const [key, change] of Object.entries(fields)) {
    const kind = key.slice(0, key.indexOf(':')) as Kind
    if (change === null) delete resources[key]
    else resources[key] = { ...(resources[key] ?? { ...definitionOf(kind).defaults(), kind, id: key, name: key }), ...change }
  }
  const parsed = parseDesign(JSON.parse(JSON.stringify({ ...design, resources })))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

/** The accepted intents of a design that do not hold. */
export function broken(design: Design, askOracle = true): string[] {
  return Object.entries(truthOf(design, '', askOracle)).flatMap(([statement, [first]]) => (first?.startsWith('does not hold') ? [statement] : []))
}

/** A design with one more accepted intent, as a truth writes it: `site:1 <-> site:2`. */
export function stating(design: Design, ...statements: readonly string[]): Design {
  const words: Readonly<Record<string, Fields>> = { '<->': { expect: 'reach', direction: 'both' }, '->': { expect: 'reach', direction: 'one-way' }, '<-/->': { expect: 'never', direction: 'both' }, '-/->': { expect: 'never', direction: 'one-way' } }
  const intents = statements.map((statement) => {
    const [from, arrow = '', to, traffic] = statement.split(' ')
    const [protocol, port] = (traffic ?? '').split('/').map((part) => (part === '' ? undefined : Number(part)))
    return { id: `intent:${from}/${to}/${traffic ?? 'stated'}`, from, to, status: 'accepted', ...words[arrow], protocol, port }
  })
  const parsed = parseDesign(JSON.parse(JSON.stringify({ ...design, intents: { ...design.intents, ...Object.fromEntries(intents.map((intent) => [intent.id, intent])) } })))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
