import { RULES as addressing } from './addressing/index.ts'
import { RULES as architecture } from './architecture/index.ts'
import { RULES as availability } from './availability/index.ts'
import { RULES as clientVpn } from './client-vpn/index.ts'
import { RULES as cloudformation } from './cloudformation/index.ts'
import { RULES as cost } from './cost/index.ts'
import { RULES as directConnect } from './direct-connect/index.ts'
import { RULES as edge } from './edge/index.ts'
import { RULES as intents } from './intents/index.ts'
import { RULES as peering } from './peering/index.ts'
import { RULES as privateLink } from './private-link/index.ts'
import { RULES as routing } from './routing/index.ts'
import { RULES as softwareVpn } from './software-vpn/index.ts'
import { RULES as transitGateway } from './transit-gateway/index.ts'
import { RULES as vpn } from './vpn/index.ts'
import type { Rule } from './rule.ts'

/** Rules by the folder they are in. */
export const FAMILIES: Readonly<Record<string, readonly Rule[]>> = {
  addressing,
  architecture,
  availability,
  'client-vpn': clientVpn,
  cloudformation,
  cost,
  'direct-connect': directConnect,
  edge,
  intents,
  peering,
  'private-link': privateLink,
  routing,
  'software-vpn': softwareVpn,
  'transit-gateway': transitGateway,
  vpn,
}

/** Every rule, in order of id. */
export const RULES: readonly Rule[] = Object.values(FAMILIES)
  .flat()
  .sort((a, b) => (a.id < b.id ? -1 : 1))
