import type { Health } from '../health.ts'
import { associationSessions, virtualInterfaceSessions } from './direct-connect-sessions.ts'
import type { Session } from './route.ts'
import { besideSessions, connectPeerSessions, routeServerSessions, segmentSessions, siteSessions, softwareVpnSessions } from './router-sessions.ts'
import { vpnSessions } from './vpn-sessions.ts'

/** Every session of the network that is up. */
export function sessionsOf(health: Health): Session[] {
  const { index } = health.network
  return [
    ...index.all('vpn-connection').flatMap((connection) => vpnSessions(health, connection)),
    ...index.all('virtual-interface').flatMap((vif) => virtualInterfaceSessions(health, vif)),
    ...index.all('direct-connect-gateway-association').flatMap((association) => associationSessions(health, association)),
    ...index.all('software-vpn').flatMap((vpn) => softwareVpnSessions(health, vpn)),
    ...index.all('transit-gateway-connect-peer').flatMap((peer) => connectPeerSessions(health, peer)),
    ...index.all('site').flatMap((site) => [...siteSessions(health, site.id), ...besideSessions(health, site.id)]),
    ...index.all('route-server').flatMap((server) => routeServerSessions(health, server.id)),
    ...index.all('core-network-segment').flatMap((segment) => segmentSessions(health, segment.id)),
  ]
}
