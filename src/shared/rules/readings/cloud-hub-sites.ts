import type { IntentId, ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { RuleContext } from '../rule.ts'
import { file } from './group.ts'
import { remember } from './remember.ts'
import { placeOf, referrersOf } from './sessions.ts'
import { wantsOf } from './wants.ts'

/** A site on a virtual private gateway, with its VPN connections and devices. */
export interface HubSite {
  readonly place: ResourceId
  readonly devices: readonly ResourceOf<'customer-gateway'>[]
  readonly connections: readonly ResourceOf<'vpn-connection'>[]
}

/** A virtual private gateway that is to join sites to each other: it has no VPC, or accepted intents ask for it (F-VPN-65). */
export interface CloudHub {
  readonly gateway: ResourceOf<'vpn-gateway'>
  /** Those that are to reach another site over the gateway, in order of id. */
  readonly sites: readonly HubSite[]
  /** The intents that ask for it. */
  readonly intents: readonly IntentId[]
}

/** Pairs of places that accepted intents want to reach each other, as `<place> <place>` both ways round. */
function wantedPairs(context: RuleContext): ReadonlyMap<string, IntentId> {
  const pairs = new Map<string, IntentId>()
  for (const { intent, ...ends } of wantsOf(context)) {
    const [from, to] = [ends.from, ends.to].map((end) => (end?.type === 'site' ? end.devices.map(placeOf) : []))
    for (const a of from ?? []) for (const b of to ?? []) if (a !== b) pairs.set(`${a} ${b}`, intent.id).set(`${b} ${a}`, intent.id)
  }
  return pairs
}

/** The hubs of a design, in order of id. */
export const cloudHubs = remember((context: RuleContext): readonly CloudHub[] => {
  const { index } = context
  const wanted = wantedPairs(context)
  return index.all('vpn-gateway').flatMap((gateway): CloudHub[] => {
    const connections = new Map<ResourceId, ResourceOf<'vpn-connection'>[]>()
    for (const connection of referrersOf(index, 'vpn-connection', gateway.id)) {
      const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
      if (device) file(connections, placeOf(device), connection)
    }
    const places = [...connections.keys()].sort()
    if (places.length < 2) return []
    const joined = gateway.VpcAttachments.length === 0 ? places : wanted.size === 0 ? [] : places.filter((place) => places.some((other) => wanted.has(`${place} ${other}`)))
    const sites = joined.map((place) => {
      const own = connections.get(place) ?? []
      return { place, connections: own, devices: [...new Set(own.flatMap(({ CustomerGatewayId }) => index.getOf('customer-gateway', CustomerGatewayId) ?? []))] }
    })
    const asking = new Set(joined.flatMap((place) => joined.flatMap((other) => wanted.get(`${place} ${other}`) ?? [])))
    return sites.length > 1 ? [{ gateway, sites, intents: [...asking] }] : []
  })
})
