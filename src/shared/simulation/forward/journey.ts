import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Network } from '../network.ts'
import { type Carrier, qualityOf } from './quality.ts'
import type { Disposition, ElementId, Hop, Path, Step } from '../types.ts'

interface OpenHop extends Omit<Hop, 'steps'> {
  readonly steps: Step[]
}

const SUCCESS: ReadonlySet<Disposition> = new Set<Disposition>(['delivered', 'left-network'])

/** True for dispositions that count as success. */
export const isSuccess = (disposition: Disposition): boolean => SUCCESS.has(disposition)

/** Writes down where a packet goes and what happens to it there. */
export class Journey {
  readonly #network: Network
  readonly #hops: OpenHop[] = []
  readonly #elements = new Set<ElementId>()
  readonly #carriers: Carrier[] = []

  /** An empty journey in a network. */
  constructor(network: Network) {
    this.#network = network
  }

  /** The packet is at a resource now; further steps belong there. It depends on whatever carries the resource. */
  visit(id: ResourceId | 'internet'): this {
    if (this.#hops.at(-1)?.resource === id) return this
    const resource = id === 'internet' ? undefined : this.#network.index.get(id)
    this.#hops.push({
      resource: id,
      kind: resource?.kind ?? 'internet',
      name: resource ? displayName(resource) : 'the internet',
      ...(resource?.awsId === undefined ? {} : { awsId: resource.awsId }),
      steps: [],
    })
    if (id !== 'internet') this.depend(this.#network.elements.reliesOn(id))
    return this
  }

  /** The journey depends on these elements. */
  depend(elements: readonly ElementId[]): this {
    for (const element of elements) this.#elements.add(element)
    return this
  }

  /** Something carried the packet. */
  carry(carrier: Carrier): this {
    this.#carriers.push(carrier)
    return this
  }

  /** Something happened at the current hop. */
  step(step: Step): this {
    this.#hops.at(-1)?.steps.push(step)
    return this
  }

  /** The finished path. */
  end(disposition: Disposition, detail: string, fact?: string): Path {
    this.step({ kind: 'end', disposition, detail, ...(fact === undefined ? {} : { fact }) })
    return { disposition, success: isSuccess(disposition), hops: this.#hops, elements: [...this.#elements].sort(), quality: qualityOf(this.#carriers) }
  }
}
