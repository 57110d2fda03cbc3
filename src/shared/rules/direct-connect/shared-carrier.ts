import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type LineGroup, redundantGroups } from '../readings/line-groups.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule, type Report } from '../rule.ts'

type Circuit = ResourceOf<'carrier-circuit'>

/** The circuits that lead from the campus to the ports, directly or to the cages where its routers stand. */
function circuitsOf(index: DesignIndex, { campus, ports }: LineGroup): Circuit[] {
  const direct = ports.flatMap(({ id }) => referrersOf(index, 'carrier-circuit', id))
  const inside = campus.places.flatMap((place) => referrersOf(index, 'carrier-circuit', place)).filter(({ colocation }) => colocation !== undefined)
  return [...new Set([...direct, ...inside])]
}

function* check(campus: string, circuits: readonly Circuit[]): Generator<Report> {
  const [first, ...others] = circuits
  if (!first || others.length === 0) return
  const resources = [first.id, ...others.map(({ id }) => id)] as const
  const names = { campus, circuits: sentence(circuits.map(displayName)) }
  for (const field of ['provider', 'conduit'] as const) {
    const said = new Set(circuits.flatMap((circuit) => circuit[field] ?? []))
    const silent = circuits.filter((circuit) => circuit[field] === undefined)
    const [only] = said
    if (said.size !== 1 || only === undefined) continue
    if (silent.length === 0) return yield { message: field, slots: { ...names, only }, resources, field }
    return yield { message: 'unknown', slots: { ...names, silent: sentence(silent.map(displayName)), what: field === 'provider' ? 'carrier' : 'conduit or building entry' }, resources, field, verdict: 'cannot-tell', severity: 'advice' }
  }
}

export default defineRule({
  id: 'shared-carrier',
  catalogue: 'R-DX-35',
  title: 'Redundant Direct Connect shares a carrier or conduit',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['carrier-circuit'],
  after: ['single-point-of-failure'],
  why: 'AWS does not see how circuits get to its locations. Circuits of one carrier, or through one conduit or building entry, fail together however many there are.',
  remedy: 'Order the circuits from different carriers, with separate ways into the building.',
  sources: [{ fact: 'F-DX-75', checked: CHECKED }],
  messages: {
    provider: '{circuits} of {campus} all come from {only}.',
    conduit: '{circuits} of {campus} all run through {only}.',
    unknown: 'Whether {circuits} of {campus} are independent cannot be told: say the {what} of {silent}.',
  },
  *check({ index }) {
    const done = new Set<string>()
    for (const group of redundantGroups(index)) {
      const circuits = circuitsOf(index, group)
      const key = circuits.map(({ id }) => id).join(' ')
      if (!done.has(key)) yield* check(group.campus.name, circuits)
      done.add(key)
    }
  },
})
