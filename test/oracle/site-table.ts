import { equalPrefix, formatPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import type { Route } from './choose.ts'
import type { Router } from './routers.ts'
import type { Routes } from './routes.ts'
import type { Session } from './sessions.ts'
import { deviceUp } from './up.ts'
import { wanLines } from './wan.ts'
import { prefixes, type World } from './world.ts'

/** A way from a site to a prefix. */
export interface SiteRoute {
  readonly prefix: Prefix
  /** Own network; what a device of the site or of another site learned. */
  readonly origin: 'own' | 'learned'
  readonly session?: Session
  /** AS path of what was learned. */
  readonly path: readonly number[]
  readonly unsure?: boolean
  /** Sites on the way, the next one first; and the line to it. */
  readonly sites: readonly string[]
  readonly lines: readonly string[]
  readonly backup: boolean
}

/** What lives at a site: its prefixes, and addresses that its devices give to users who dial in. */
export function networksOf(world: World, site: string): Prefix[] {
  const pools = world.all('customer-gateway').filter((device) => device.site === site && deviceUp(world, device)).map(({ remoteUserPool }) => remoteUserPool)
  return prefixes([...(world.get('site', site)?.prefixes ?? []), ...pools])
}

/** Own network; a site's own over primary lines; own devices; what other sites learned, over primary lines; backup lines. */
function rank(route: SiteRoute): number {
  if (route.sites.length === 0) return route.origin === 'own' ? 0 : 2
  return route.backup ? (route.origin === 'own' ? 4 : 5) : route.origin === 'own' ? 1 : 3
}

const compare = (a: SiteRoute, b: SiteRoute) => rank(a) - rank(b) || a.sites.length - b.sites.length || (a.lines.join() < b.lines.join() ? -1 : a.lines.join() > b.lines.join() ? 1 : 0)

const local = ({ prefix, path, session, unsure }: Route): SiteRoute => ({ prefix, path, origin: 'learned', sites: [], lines: [], backup: false, ...(session ? { session } : {}), ...(unsure ? { unsure } : {}) })

function bestOf(routes: readonly SiteRoute[]): SiteRoute[] {
  const keys = [...new Set(routes.map(({ prefix }) => formatPrefix(prefix)))]
  return keys.flatMap((key) => [...routes].sort(compare).find(({ prefix }) => formatPrefix(prefix) === key) ?? [])
}

/** What a site has without its lines: its networks, and what its routers learned as one of them sees it. */
const without = (routes: Routes, site: string, device: Router | undefined): SiteRoute[] => [
  ...networksOf(routes.world, site).map((prefix): SiteRoute => ({ prefix, path: [], origin: 'own', sites: [], lines: [], backup: false })),
  ...routes.routerBest(site, device).map(local),
]

/** What a site hears over its lines: sites tell their neighbours what is best for them, in rounds, never through the one that asks. */
export function heardOverLines(routes: Routes, site: string, device: Router | undefined): SiteRoute[] {
  const { world } = routes
  const lines = wanLines(world).filter(({ up }) => up)
  if (lines.length === 0) return []
  const mine = (id: string): SiteRoute[] => without(routes, id, id === site ? device : undefined)
  const sites = world.all('site').map(({ id }) => id as string)
  let tables = new Map(sites.map((id) => [id, bestOf(mine(id))]))
  const heard = (id: string) => lines.flatMap(({ id: line, ends, backup }) => {
    const next = ends[0] === id ? ends[1] : ends[1] === id ? ends[0] : undefined
    if (next === undefined) return []
    const told = (tables.get(next) ?? []).filter((route) => !route.sites.includes(id))
    return told.map(({ session: _session, ...route }): SiteRoute => ({ ...route, sites: [next, ...route.sites], lines: [line, ...route.lines], backup: backup || route.backup }))
  })
  for (let round = 0; round <= sites.length + 1; round++) tables = new Map(sites.map((id) => [id, bestOf([...mine(id), ...heard(id)])]))
  return bestOf(heard(site))
}

/** The table of a site. */
export const siteTable = (routes: Routes, site: string, device: Router | undefined): SiteRoute[] => bestOf([...without(routes, site, device), ...heardOverLines(routes, site, device)])

/** Whether a prefix is the site's own. */
export const isOwn = (world: World, site: string, prefix: Prefix): boolean => networksOf(world, site).some((own) => equalPrefix(own, prefix))
