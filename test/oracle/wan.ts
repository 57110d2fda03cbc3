import type { World } from './world.ts'

/** A line of the customer's own network between two sites. */
export interface WanLine {
  readonly id: string
  readonly ends: readonly [string, string]
  readonly backup: boolean
  readonly up: boolean
}

/** WAN links, and carrier circuits to a colocation site, which count as primary. */
export function wanLines(world: World): WanLine[] {
  const links = world.all('wan-link').map((link): WanLine => ({ id: link.id, ends: [link.site, link.peerSite], backup: link.role === 'backup', up: !world.failed.has(`wan-link:${link.id}`) }))
  const circuits = world.all('carrier-circuit').flatMap((circuit): WanLine[] => (circuit.colocation === undefined ? [] : [{ id: circuit.id, ends: [circuit.site, circuit.colocation], backup: false, up: !world.failed.has(`carrier-circuit:${circuit.id}`) }]))
  return [...links, ...circuits].filter(({ ends: [a, b] }) => a !== b).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Sites that are joined with a site by lines that are up, over any number of them. */
export function sitesBeyond(world: World, site: string): string[] {
  const lines = wanLines(world).filter(({ up }) => up)
  const found = [site]
  for (const one of found) for (const { ends } of lines) if (ends.includes(one)) for (const end of ends) if (!found.includes(end)) found.push(end)
  return found.slice(1)
}
