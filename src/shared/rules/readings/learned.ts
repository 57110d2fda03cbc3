import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { rememberEach } from './remember.ts'
import { referrersOf } from './sessions.ts'

/** A prefix that a virtual private gateway learns, and the connection or virtual interface it comes over. */
export interface Learned {
  readonly prefix: Prefix
  readonly from: ResourceId
  readonly device: ResourceId
}

/** What a virtual private gateway learns. `unknown`: lines whose device announces something the design does not say. */
export interface Learning {
  readonly known: readonly Learned[]
  readonly unknown: readonly ResourceId[]
}

/** What a device announces by BGP: its own list, else its site's prefixes; undefined when neither is stated, or an import guessed them. */
export function announcedBy(index: DesignIndex, device: ResourceOf<'customer-gateway'>): readonly Prefix[] | undefined {
  const site = index.getOf('site', device.site)
  if (site?.prefixesInferred === true) return undefined
  const stated = device.announcedPrefixes.length > 0 ? device.announcedPrefixes : (site?.prefixes ?? [])
  return stated.length > 0 ? parsePrefixes(stated) : undefined
}

/** The virtual interfaces that end on the gateway, directly or through a Direct Connect gateway. */
function linesOf(index: DesignIndex, gateway: ResourceId): ResourceOf<'virtual-interface'>[] {
  const shared = referrersOf(index, 'direct-connect-gateway-association', gateway).map((association) => association.DirectConnectGatewayId)
  return [gateway, ...new Set(shared)].flatMap((id) => referrersOf(index, 'virtual-interface', id))
}

/** The prefixes that a gateway learns: static routes of its VPN connections, and BGP (F-RT-30). */
export const learnedBy = rememberEach((index: DesignIndex, gateway: ResourceId): Learning => {
  const known: Learned[] = []
  const unknown: ResourceId[] = []
  const note = (from: ResourceId, device: ResourceId, prefixes: readonly Prefix[] | undefined) => {
    if (prefixes) known.push(...prefixes.map((prefix) => ({ prefix, from, device })))
    else unknown.push(from)
  }
  for (const connection of referrersOf(index, 'vpn-connection', gateway)) {
    const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
    const stated = connection.StaticRoutesOnly ? parsePrefixes(connection.Routes.map((route) => route.DestinationCidrBlock)) : undefined
    note(connection.id, connection.CustomerGatewayId, stated ?? (device && announcedBy(index, device)))
  }
  for (const line of linesOf(index, gateway)) {
    const device = index.getOf('customer-gateway', line.customerRouter)
    note(line.id, line.customerRouter, device && announcedBy(index, device))
  }
  return { known, unknown }
})
