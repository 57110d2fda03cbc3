import type { Assumption, AssumptionId } from '../../document/assumption.ts'
import { displayName } from '../../document/query.ts'
import { COMMITTED, PLANNING } from '../../facts/availability.ts'
import type { Grade } from '../../facts/fact.ts'
import type { Network } from '../network.ts'
import { kindOfElement } from '../element-names.ts'
import type { ElementId } from '../types.ts'

/** How often one element is down, and on whose word. */
export interface Reliability {
  readonly element: ElementId
  /** What people call it. */
  readonly label: string
  readonly kind: string
  /** Share of time that it works; undefined: nobody says. */
  readonly availability: number | undefined
  /** `stated`: the user's own figure; `included`: counted with something else, as `note` says. */
  readonly grade: Grade | 'stated' | 'included' | 'none'
  readonly fact?: string
  readonly source?: string
  /** Day or month of the text that the figure stands in. */
  readonly dated?: string
  readonly note?: string
  /** Causeway's own figure, for where `availability` is undefined. */
  readonly planning?: number
  /** Failures per hour, where mean times are stated. */
  readonly failuresPerHour?: number
}

/** Options that are not in the design. */
export interface AvailabilityOptions {
  /** Use planning values of Causeway's own where nothing else is known, whatever the design says. */
  readonly planningValues?: boolean
}

const has = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key)

/** Looks up how often elements are down: the user's figure, a committed one, else a planning value where the user agreed to those. */
export class Reliabilities {
  readonly #network: Network
  readonly #assumptions: Readonly<Partial<Record<string, Assumption>>>
  readonly #usePlanning: boolean
  readonly #known = new Map<ElementId, Reliability>()
  #connectionsOn: ReadonlyMap<ElementId, number> | undefined

  constructor(network: Network, options: AvailabilityOptions = {}) {
    this.#network = network
    this.#assumptions = network.index.design.assumptions ?? {}
    this.#usePlanning = options.planningValues ?? this.#assumptions['design']?.planningValues === true
  }

  /** How often the element is down. */
  of(element: ElementId): Reliability {
    let reliability = this.#known.get(element)
    if (!reliability) {
      reliability = this.#find(element)
      this.#known.set(element, reliability)
    }
    return reliability
  }

  #label(element: ElementId): string {
    const service = this.#network.elements.serviceOf(element)
    if (service === undefined) return this.#network.elements.among([element])[0]?.label ?? element
    const resource = this.#network.index.get(service)
    return resource?.kind === 'vpn-connection' ? `both tunnels of ${displayName(resource)}` : resource ? `${displayName(resource)} as a service` : element
  }

  #find(element: ElementId): Reliability {
    const kind = this.#kindOf(element)
    const base = { element, kind, label: this.#label(element) }
    const stated = this.#stated(`element:${element}`) ?? this.#stated(`kind:${kind}`)
    if (stated) return { ...base, ...stated, grade: 'stated' }
    const included = this.#included(element, kind)
    if (included !== undefined) return { ...base, availability: 1, grade: 'included', note: included }
    if (has(COMMITTED, kind)) {
      const { value, fact, source, grade, dated } = { dated: undefined, ...COMMITTED[kind] }
      return { ...base, availability: value, grade, fact, source, ...(dated === undefined ? {} : { dated }) }
    }
    const planning = has(PLANNING, kind) ? PLANNING[kind] : undefined
    if (planning && this.#usePlanning) return { ...base, availability: planning.value, grade: planning.grade, fact: planning.fact, source: planning.source }
    return { ...base, availability: undefined, grade: 'none', ...(planning ? { planning: planning.value } : {}) }
  }

  #kindOf(element: ElementId): string {
    const service = this.#network.elements.serviceOf(element)
    return service === undefined ? kindOfElement(element) : (this.#network.index.get(service)?.kind ?? 'service')
  }

  #stated(id: string): Pick<Reliability, 'availability' | 'failuresPerHour'> | undefined {
    const { availability, mtbfHours, mttrHours } = this.#assumptions[id as AssumptionId] ?? {}
    if (mtbfHours !== undefined && mttrHours !== undefined) return { availability: mtbfHours / (mtbfHours + mttrHours), failuresPerHour: 1 / (mtbfHours + mttrHours) }
    return availability === undefined ? undefined : { availability }
  }

  /** Why a figure of another element covers this one; undefined when none does. */
  #included(element: ElementId, kind: string): string | undefined {
    const { index } = this.#network
    if (kind === 'vpn-connection') {
      // The commitment presumes both tunnels (F-AVL-1).
      const connection = index.getOf('vpn-connection', this.#network.elements.serviceOf(element))
      return connection?.TunnelOptions.every(({ configured }) => configured) ? undefined : 'no commitment covers a connection with one tunnel; its tunnel counts by itself'
    }
    if (kind === 'vpn-tunnel') {
      const connection = index.all('vpn-connection').find(({ id }) => element.startsWith(`vpn-tunnel:${id}/`))
      return connection?.TunnelOptions.every(({ configured }) => configured) ? 'in the figure of the VPN connection, which holds for both tunnels together' : undefined
    }
    // The figure of a single connection covers it from port to location; what several share must be known by itself (F-AVL-22).
    if ((kind === 'dx-device' || kind === 'dx-location') && (this.#connections().get(element) ?? 0) <= 1) return 'in the figure of its only Direct Connect connection'
    return undefined
  }

  #connections(): ReadonlyMap<ElementId, number> {
    if (!this.#connectionsOn) {
      const counts = new Map<ElementId, number>()
      for (const { id } of this.#network.index.all('direct-connect-connection')) for (const element of this.#network.elements.of(id)) counts.set(element, (counts.get(element) ?? 0) + 1)
      this.#connectionsOn = counts
    }
    return this.#connectionsOn
  }
}
