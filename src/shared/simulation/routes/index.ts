import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
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

/**
 * Models: BGP and static routes between routers, sites, VGWs, transit gateway tables, Direct Connect gateways, route servers and
 * segments, with policies, communities, MED and prefix limits; each prefix is settled alone and only when somebody asks for it.
 * Does not model: iBGP beyond what the routers of a site are to announce, route reflection, AS path filters, timers (see time/).
 */
export class Routing implements RouteView {
  readonly health: Health
  readonly #exchange: RouteExchange
  readonly #settled = new Map<string, ReadonlyMap<ResourceId, readonly Route[]>>()
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
    const key = formatPrefix(prefix)
    let routes = this.#settled.get(key)
    if (!routes) {
      // What a prefix settles to is shared by all who ask: an edit that can change it is told apart by the prefix.
      const result = depending(undefined, () => this.#exchange.settle(prefix))
      routes = result.settled ? result.routes : this.#restless(key, result)
      this.#settled.set(key, routes)
    }
    return routes.get(speaker) ?? []
  }

  /** Where an exchange never comes to rest nobody can say which route is in use: every route says so, and between whom. */
  #restless(prefix: string, { routes, cycle }: PrefixRoutes): ReadonlyMap<ResourceId, readonly Route[]> {
    this.unsettled.set(prefix, cycle)
    const names = cycle.map((id) => this.health.network.index.get(id)?.name || id)
    const doubt = `the routes to ${prefix} never come to rest: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''} keep changing each other's minds`
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

  #swayingOf(prefix: Prefix): Swaying | undefined {
    const result = this.#exchange.settle(prefix)
    return this.#exchange.isSteady(prefix, result) ? undefined : carriersOf(this.health, result.routes)
  }

  propagated(gateway: ResourceId, address: Address): readonly (readonly Route[])[] {
    return this.lookup(gateway, address)
  }
}
