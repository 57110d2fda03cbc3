import type { ResourceId } from '../../model/id.ts'
import { traceFlow } from '../forward/trace.ts'
import { type Belief, Health } from '../health.ts'
import type { Network } from '../network.ts'
import { Routing, type RouteView } from '../routes/index.ts'
import type { ElementId, Flow, Trace } from '../types.ts'
import { beliefKey } from './watch.ts'

/** What parties wrongly believe or have given up, by `beliefKey`; whoever is not among them knows the truth. */
export type Beliefs = ReadonlyMap<string, boolean>

function beliefOf(truth: Health, beliefs: Beliefs): Belief {
  return {
    // Nobody who is down knows it: its neighbours have to find out.
    isUp: (id, by) => beliefs.get(beliefKey(id, by)) ?? (id === by || truth.isUp(id)),
    isTunnelUp: (connection, tunnel, by) => beliefs.get(beliefKey(`${connection}/${tunnel}`, by)) ?? truth.isTunnelUp(connection, tunnel),
  }
}

/** Traces flows at moments: forwarding meets what is down in truth, routes are what parties believe, and AWS's tables what they believed a while ago. */
export class Views {
  readonly #network: Network
  readonly #views = new Map<string, { readonly routes: RouteView; readonly health: Health }>()

  constructor(network: Network) {
    this.#network = network
  }

  /** A flow's journey, and its reply's, at a moment. `before`: what the parties believed when transit gateway and VPC tables were last brought up to date. */
  trace(flow: Flow, failed: ReadonlySet<ElementId>, now: Beliefs, before: Beliefs): Trace {
    const key = [...failed].sort().join('\n') + [now, before].map((beliefs) => `\n\n${[...beliefs].map(([about, belief]) => `${about}=${belief}`).sort().join('\n')}`).join('')
    let view = this.#views.get(key)
    if (!view) {
      view = this.#make(failed, now, before)
      this.#views.set(key, view)
    }
    return traceFlow(view.routes, view.health, flow)
  }

  #make(failed: ReadonlySet<ElementId>, now: Beliefs, before: Beliefs) {
    const truth = new Health(this.#network, failed)
    const health = new Health(this.#network, failed, beliefOf(truth, now))
    const current = new Routing(health)
    const tables = new Routing(new Health(this.#network, failed, beliefOf(truth, before)))
    const isTable = (speaker: ResourceId) => this.#network.fragment('transit-gateway-route-table', speaker) !== undefined
    const routes: RouteView = {
      lookup: (speaker, address) => (isTable(speaker) ? tables : current).lookup(speaker, address),
      propagated: (gateway, address) => tables.propagated(gateway, address),
      swaying: (address) => current.swaying(address),
    }
    return { routes, health }
  }
}
