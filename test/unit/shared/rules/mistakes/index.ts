import { MISTAKES as addressing } from './addressing.ts'
import { MISTAKES as architecture } from './architecture.ts'
import { MISTAKES as availability } from './availability.ts'
import { MISTAKES as clientVpn } from './client-vpn.ts'
import { MISTAKES as cloudformation } from './cloudformation.ts'
import { MISTAKES as cost } from './cost.ts'
import { MISTAKES as directConnect } from './direct-connect.ts'
import { MISTAKES as edge } from './edge.ts'
import { MISTAKES as intents } from './intents.ts'
import { MISTAKES as peering } from './peering.ts'
import { MISTAKES as privateLink } from './private-link.ts'
import { MISTAKES as routing } from './routing.ts'
import { MISTAKES as softwareVpn } from './software-vpn.ts'
import { MISTAKES as transitGateway } from './transit-gateway.ts'
import { MISTAKES as vpn } from './vpn.ts'

/** One mistake at least for every rule. */
export const MISTAKES = [addressing, architecture, availability, clientVpn, cloudformation, cost, directConnect, edge, intents, peering, privateLink, routing, softwareVpn, transitGateway, vpn].flat()
