import { BREAKS as addressing } from './addressing.ts'
import { BREAKS as architecture } from './architecture.ts'
import { BREAKS as availability } from './availability.ts'
import { BREAKS as clientVpn } from './client-vpn.ts'
import { BREAKS as cost } from './cost.ts'
import { BREAKS as directConnect } from './direct-connect.ts'
import { BREAKS as edge } from './edge.ts'
import { BREAKS as intents } from './intents.ts'
import { BREAKS as peering } from './peering.ts'
import { BREAKS as privateLink } from './private-link.ts'
import { BREAKS as readings } from './readings.ts'
import { BREAKS as routing } from './routing.ts'
import { BREAKS as softwareVpn } from './software-vpn.ts'
import { BREAKS as transitGateway } from './transit-gateway.ts'
import { BREAKS as vpn } from './vpn.ts'

/** One small break at least of every rule. */
export const BREAKS = [addressing, architecture, availability, clientVpn, cost, directConnect, edge, intents, peering, privateLink, readings, routing, softwareVpn, transitGateway, vpn].flat()
