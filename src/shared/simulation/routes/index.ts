import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { equalPrefix, formatPrefix, type Prefix } from '../../net/prefix.ts'
import { currentDependence, depending } from '../dependence.ts'
import type { Health } from '../health.ts'
import type { ElementId } from '../types.ts'
import { carriersOf, type Swaying } from './carriers.ts'
import { type PrefixRoutes, RouteExchange } from './engine.ts'
import type { Route } from './route.ts'
import { sessionsOf } from './sessions.ts'
import { speakersOf } from './speakers.ts'

export type { NextHop, Route, RouteType } from './route.ts'

/** What forwarding asks of the routes of one moment. */
export interface RouteView {
  /** All routes of a speaker that cover an address: longest prefix first, within a prefix the one in use first. */
  lookup(speaker: ResourceId, address: Address): readonly (readonly Route[])[]
  /** The routes of a gateway that VPC route tables show as propagated from it. */
  propagated(gateway: ResourceId, address: Address): readonly (readonly Route[])[]
  /** The elements whose loss may change the choice among routes to an address though they are not in use. */
  swaying(address: Address): readonly ElementId[]
}

/** A prefix whose routes never come to rest, and who keeps changing whose mind: each the next one's, the last one the first one's. */
export interface Restless {
  readonly prefix: string
  readonly cycle: readonly ResourceId[]
}

/** The members of a cycle by name, at most six. */
export function cycleWords(index: DesignIndex, cycle: readonly ResourceId[]): string {
  const names = cycle.map((id) => index.get(id)?.name || id)
  return `${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`
}

/**
 * Models: BGP and static routes between routers, sites, VGWs, transit gateway tables, Direct Connect gateways, route servers and
 * segments, with policies, communities, MED and prefix limits; each prefix is settled alone and only when somebody asks for it.
 * Does not model: iBGP beyond what the routers of a site are to announce, route reflection, AS path filters, timers (see time/).
 */
export class Routing implements RouteView {
  readonly health: Health
  readonly #exchange: RouteExchange
  readonly #settled = new Map<string, PrefixRoutes>()
  readonly #swaying = new Map<string, Swaying | undefined>()
  /** Prefixes whose routes never came to rest, and the speakers that kept changing. */
  readonly unsettled = new Map<string, readonly ResourceId[]>()

  /** The routes of the network as it is while the health's failed elements are down. */
  constructor(health: Health) {
    this.health = health
    this.#exchange = depending(undefined, () => new RouteExchange(speakersOf(health), sessionsOf(health)))
  }

  /** The routes a speaker has for exactly this prefix, the one in use first. */
  routesFor(speaker: ResourceId, prefix: Prefix): readonly Route[] {
    return this.#settle(prefix).routes.get(speaker) ?? []
  }

  #settle(prefix: Prefix): PrefixRoutes {
    const key = formatPrefix(prefix)
    let result = this.#settled.get(key)
    if (!result) {
      // What a prefix settles to is shared by all who ask: an edit that can change it is told apart by the prefix.
      const found = depending(undefined, () => this.#exchange.settle(prefix))
      result = found.settled ? found : { ...found, routes: this.#restless(key, found) }
      this.#settled.set(key, result)
    }
    return result
  }

  /** Where an exchange never comes to rest nobody can say which route is in use: every route says so, and between whom. */
  #restless(prefix: string, { routes, cycle }: PrefixRoutes): ReadonlyMap<ResourceId, readonly Route[]> {
    this.unsettled.set(prefix, cycle)
    const doubt = `the routes to ${prefix} never come to rest: ${cycleWords(this.health.network.index, cycle)} keep changing each other's minds`
    return new Map([...routes].map(([speaker, list]) => [speaker, list.map((route) => ({ ...route, doubt }))]))
  }

  lookup(speaker: ResourceId, address: Address): readonly (readonly Route[])[] {
    currentDependence()?.addresses.set(`${address.family}/${address.value}`, address)
    return this.health.network.covering(address).flatMap((prefix) => {
      const routes = this.routesFor(speaker, prefix).filter(({ beside }) => beside === undefined)
      return routes.length > 0 ? [routes] : []
    })
  }

  swaying(address: Address): readonly ElementId[] {
    const { network } = this.health
    return network.covering(address).flatMap((prefix) => {
      const key = formatPrefix(prefix)
      if (!this.#swaying.has(key)) this.#swaying.set(key, depending(undefined, () => this.#swayingOf(prefix)))
      const found = this.#swaying.get(key)
      return found ? [...found.tunnels, ...found.resources.flatMap((id) => network.elements.reliesOn(id))] : []
    })
  }

  /**
   * The prefixes whose routes never come to rest, with those who keep changing each other's minds. Only where a router passes on
   * what is somebody else's can a change come back to who made it: AWS's gateways do not tell each other by BGP what they heard.
   */
  restless(): readonly Restless[] {
    const { network } = this.health
    const routers = [...network.index.all('customer-gateway'), ...network.index.all('instance')].flatMap(({ id }) => network.fragment('router', id) ?? [])
    const passedOn = new Map(routers.flatMap(({ announced, own }) => announced.filter((prefix) => network.isNetwork(prefix) && !own.some((one) => equalPrefix(one, prefix))).map((prefix) => [formatPrefix(prefix), prefix] as const)))
    return [...passedOn].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([text, prefix]) => {
      const { settled, cycle } = this.#settle(prefix)
      return settled ? [] : [{ prefix: text, cycle }]
    })
  }

  #swayingOf(prefix: Prefix): Swaying | undefined {
    const result = this.#settle(prefix)
    return this.#exchange.isSteady(prefix, result) ? undefined : carriersOf(this.health, result.routes)
  }

  propagated(gateway: ResourceId, address: Address): readonly (readonly Route[])[] {
    return this.lookup(gateway, address)
  }
}
