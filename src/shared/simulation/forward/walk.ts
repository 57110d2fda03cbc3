import type { Path } from '../types.ts'
import type { Context, Landing, Place } from './context.ts'
import { stop } from './context.ts'
import { arriveAtAppliance } from './appliance.ts'
import { crossDevice, crossWanLink, leaveSite } from './customer.ts'
import { crossCoreNetwork, crossDirectConnectGateway, crossTransitGateway, crossVpnGateway, leaveThroughAttachment } from './gateways.ts'
import { crossInternet, leaveThroughInternetGateway } from './internet.ts'
import { crossConnectPeer, crossSoftwareVpn, crossTunnel, crossVirtualInterface } from './links.ts'
import { enterTarget } from './target.ts'
import { enterRemoteAccess } from './users.ts'
import { deliver, leaveHost, routeFromSubnet } from './vpc.ts'

function move(context: Context, place: Exclude<Place, { at: 'end' }>): Place {
  switch (place.at) {
    case 'host':
      return leaveHost(context, place)
    case 'subnet':
      return routeFromSubnet(context, place)
    case 'vpc':
      return deliver(context, place)
    case 'target':
      return enterTarget(context, place)
    case 'internet-gateway':
      return leaveThroughInternetGateway(context, place)
    case 'internet':
      return crossInternet(context)
    case 'vpn-gateway':
      return crossVpnGateway(context, place)
    case 'transit-gateway':
      return crossTransitGateway(context, place)
    case 'attachment':
      return leaveThroughAttachment(context, place)
    case 'direct-connect-gateway':
      return crossDirectConnectGateway(context, place)
    case 'virtual-interface':
      return crossVirtualInterface(context, place)
    case 'tunnel':
      return crossTunnel(context, place)
    case 'device':
      return crossDevice(context, place)
    case 'site':
      return leaveSite(context, place)
    case 'wan-link':
      return crossWanLink(context, place)
    case 'software-vpn':
      return crossSoftwareVpn(context, place)
    case 'connect-peer':
      return crossConnectPeer(context, place)
    case 'core-network':
      return crossCoreNetwork(context, place)
    case 'remote-access':
      return enterRemoteAccess(context, place)
    case 'appliance':
      return arriveAtAppliance(context, place)
  }
}

/** A place and the packet there, as text: every place is made of names, a host, and how the packet came. */
function placeKey({ packet: { source, destination } }: Context, place: Exclude<Place, { at: 'end' }>): string {
  const words: unknown[] = []
  for (const part of Object.values(place)) {
    if (typeof part !== 'object') words.push(part)
    else if ('owner' in part) words.push(part.owner, part.subnet, part.addresses[0])
    else words.push(part.by, part.subnet)
  }
  return `${words.join(' ')} ${source.family}/${source.value} ${destination.family}/${destination.value}`
}

/** Names what a packet reached when that is not what it was meant for; undefined when it is. */
export type Misdelivery = (landed: Landing) => string | undefined

/**
 * Walks a packet from a place to its end. Coming to the same place with the same addresses again is a loop. Where two networks
 * use the same addresses, arriving at the wrong one is not success: `misdelivery` tells.
 */
export function walk(context: Context, start: Place, misdelivery: Misdelivery): { readonly path: Path; readonly landed: Landing | undefined } {
  const seen = new Set<string>()
  let place = start
  while (place.at !== 'end') {
    const key = placeKey(context, place)
    place = seen.has(key) ? stop('loop', 'the packet comes to the same place again and again') : move(context, place)
    seen.add(key)
  }
  const wrong = place.landed && misdelivery(place.landed)
  if (wrong !== undefined) return { path: context.journey.end('no-route', wrong), landed: undefined }
  return { path: context.journey.end(place.disposition, place.detail, place.fact), landed: place.landed }
}
