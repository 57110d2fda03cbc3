import type { Intent } from '../document/design.ts'
import type { DesignIndex } from '../document/query.ts'
import type { Remark } from '../drawing/remarks.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf, KIND_DEFINITIONS, type Kind } from '../model/index.ts'
import { dependents, outcomes, type Tracer, withEndsUp } from '../simulation/fail/outcomes.ts'
import { pairsOf } from '../simulation/intents/pairs.ts'
import { statementOf } from '../simulation/intents/statement.ts'
import type { Trace } from '../simulation/types.ts'
import type { OverlayMaker } from './overlay.ts'
import { carriersOf } from './way.ts'

const LINKS = KIND_DEFINITIONS.filter(({ appearance }) => appearance === 'link').map(({ kind }) => kind as Kind)

/** What carries something for intents: as things are, or only after one more failure. */
class Roles {
  readonly #index: DesignIndex
  readonly #roles = new Map<ResourceId, { readonly active: Set<Intent>; readonly standby: Set<Intent> }>()
  readonly #tunnels = new Map<string, 'active' | 'standby'>()

  constructor(index: DesignIndex) {
    this.#index = index
  }

  note(intent: Intent, trace: Trace, role: 'active' | 'standby'): void {
    const { ids, tunnels } = carriersOf(this.#index, trace)
    for (const id of ids) {
      if (id === intent.from || id === intent.to) continue
      const known = this.#roles.get(id) ?? { active: new Set<Intent>(), standby: new Set<Intent>() }
      this.#roles.set(id, known)
      known[role].add(intent)
    }
    for (const tunnel of tunnels) if (this.#tunnels.get(tunnel) !== 'active') this.#tunnels.set(tunnel, role)
  }

  #tunnelWords(id: ResourceId): string {
    const vpn = this.#index.getOf('vpn-connection', id)
    if (vpn?.TunnelOptions.every(({ configured }) => configured) !== true) return ''
    const roles = ([1, 2] as const).map((tunnel) => this.#tunnels.get(`${id}/${tunnel}`))
    if (roles[0] === roles[1]) return ''
    const active = roles.indexOf('active')
    return active < 0 ? '' : ` · tunnel ${active + 1}`
  }

  remarkOf(id: ResourceId): Remark | undefined {
    const known = this.#roles.get(id)
    if (!known) return undefined
    const { active, standby } = known
    const sign = active.size > 0 ? 'active' : 'standby'
    const spare = [...standby].filter((intent) => !active.has(intent))
    const count = active.size > 1 ? ` · ${active.size} intents` : ''
    const text = sign === 'active' ? `active${this.#tunnelWords(id)}${count}` : 'standby'
    const words = (intents: readonly Intent[]): string => intents.slice(0, 4).map((intent) => statementOf(this.#index, intent)).join('; ') + (intents.length > 4 ? `; and ${intents.length - 4} more` : '')
    return { text, sign, hint: [...(active.size > 0 ? [`carries: ${words([...active])}`] : []), ...(spare.length > 0 ? [`takes over for: ${words(spare)}`] : [])].join('; ') }
  }

  get ids(): readonly ResourceId[] {
    return [...this.#roles.keys()].sort()
  }
}

/** What is drawn as a way: links, and nodes that pass packets on. Containers and hosts are where packets come from and go to. */
function isWay(index: DesignIndex, id: ResourceId): boolean {
  const resource = index.get(id)
  if (!resource) return false
  if (resource.kind === 'instance') return resource.role !== undefined && resource.role !== 'host'
  return ['link', 'node'].includes(definitionOf(resource.kind).appearance) && resource.kind !== 'server' && resource.kind !== 'network-interface'
}

/** Which links carry the accepted intents as things are, which would after one more failure, and which never. */
export const routingOverlay: OverlayMaker = function* (simulation, failed) {
  const { network } = simulation
  const { index } = network
  const tracer: Tracer = (flow, down) => simulation.trace(flow, down)
  const intents = simulation.intents.filter(({ status, expect }) => status === 'accepted' && expect === 'reach')
  const roles = new Roles(index)
  const counts = { holds: 0, broken: 0, untold: 0 }
  for (const [done, intent] of intents.entries()) {
    const baseline = outcomes(withEndsUp(pairsOf(network, intent), failed), tracer, failed)
    if (baseline.some(({ works }) => works === false)) counts.broken += 1
    else if (baseline.length === 0 || baseline.some(({ works }) => works === null)) counts.untold += 1
    else counts.holds += 1
    for (const { trace, works } of baseline) if (works === true) roles.note(intent, trace, 'active')
    const elements = [...dependents(baseline)]
    for (const [at, [element, pairs]] of elements.entries()) {
      if (failed.includes(element)) continue
      for (const { trace, works } of outcomes(withEndsUp([...pairs], [element]), tracer, [...failed, element])) if (works === true) roles.note(intent, trace, 'standby')
      yield (done + at / elements.length) / intents.length
    }
  }
  const at = new Map<string, Remark>()
  for (const id of roles.ids) {
    const remark = isWay(index, id) ? roles.remarkOf(id) : undefined
    if (remark) at.set(id, remark)
  }
  if (intents.length > 0) for (const kind of LINKS) for (const { id } of index.all(kind)) if (!at.has(id)) at.set(id, { text: 'unused', sign: 'unused' })
  const summary = [
    intents.length === 0 ? 'No intent is accepted yet: accept or draw one to see its way' : `${counts.holds} of ${intents.length} accepted intents hold`,
    ...(counts.broken > 0 ? [`${counts.broken} broken: only the ways that work are shown`] : []),
    ...(counts.untold > 0 ? [`${counts.untold} cannot be told`] : []),
    ...(failed.length > 0 ? ['as things are with what is switched off'] : []),
  ]
  return { overlay: 'routing', at, summary }
}
