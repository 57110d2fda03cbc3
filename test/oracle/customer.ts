import type { ResourceOf } from '../../src/shared/model/index.ts'
import { isPublicAddress } from '../../src/shared/net/public.ts'
import { intoTunnel } from './appliance.ts'
import { longest } from './choose.ts'
import { onInternet } from './internet.ts'
import type { End, Packet } from './packet.ts'
import { announced } from './routers.ts'
import { siteTable } from './site-table.ts'
import { ispUp } from './up.ts'
import { ends, type Walk } from './walk.ts'
import { covers, prefixes } from './world.ts'

/** From AWS or another router to a device of a site. */
export function toDevice(walk: Walk, device: ResourceOf<'customer-gateway'>, packet: Packet): End {
  walk.crossed = { by: 'gateway' }
  if (walk.again(device.id, packet)) return ends('loop', packet)
  return atSite(walk, { site: device.site, device }, packet, 'aws')
}

/**
 * A packet at a site: the longest of all that the site knows. On the way out a prefix that was only inferred yields to what
 * AWS announces.
 */
export function atSite(walk: Walk, at: { readonly site: string | undefined; readonly device?: ResourceOf<'customer-gateway'> }, packet: Packet, from: 'lan' | 'aws' | 'wan'): End {
  const { world, routes } = walk
  const site = world.get('site', at.site)
  const learned = longest(routes.routerBest(at.site, at.device), packet.destination)
  const found = site ? longest(siteTable(routes, site.id, at.device), packet.destination) : undefined
  const yields = found?.origin === 'own' && found.sites.length === 0 && from === 'lan' && site?.prefixesInferred === true && learned !== undefined && learned.prefix.length >= found.prefix.length
  if (found?.origin === 'own' && found.sites.length === 0 && !yields) return { disposition: 'delivered', place: { kind: 'site', site, device: at.device }, packet }
  const [next] = found?.sites ?? []
  if (next !== undefined) return walk.again(`wan ${next}`, packet) ? ends('loop', packet) : atSite(walk, { site: next }, packet, 'wan')
  const way = site && !yields ? found : learned
  if (way?.unsure) return ends('unknown', packet)
  if (way?.session) {
    const { session } = way
    const ours = session.router.kind === 'customer-gateway' && (session.router.id === at.device?.id || (at.site !== undefined && session.router.site === at.site))
    return intoTunnel(walk, ours ? session.router.id : (session.peer?.id ?? ''), session, packet)
  }
  if (!site || !isPublicAddress(packet.destination)) return ends('no-route', packet)
  // What draws public destinations to a site is meant to send them on from there.
  const draws = at.device !== undefined && covers(announced(world, at.device).filter(({ length }) => length < 8), packet.destination)
  if (draws && !world.all('isp-link').some((link) => link.site === site.id)) return ends('unknown', packet)
  return draws || (from === 'lan' && !at.device) ? overIsp(walk, site, packet) : ends('no-route', packet)
}

/** Out by the site's own line to the internet, under the public address of one of its devices. */
function overIsp(walk: Walk, site: ResourceOf<'site'>, packet: Packet): End {
  const { world } = walk
  const line = world.all('isp-link').some((link) => link.site === site.id && ispUp(world, link))
  if (!line) return ends('no-route', packet)
  const after = world.all('customer-gateway').filter((device) => device.site === site.id).flatMap((device) => prefixes([device.IpAddress]))[0]
  if (!after) return ends('unknown', packet)
  if (isPublicAddress(packet.source)) return onInternet(walk, packet)
  walk.connection.translated.set(site.id, { before: packet.source, after })
  return onInternet(walk, { ...packet, source: { family: after.family, value: after.value } })
}
