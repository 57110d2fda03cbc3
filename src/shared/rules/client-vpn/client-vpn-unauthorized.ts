import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { formatPrefix, overlaps, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { accessTo, type ClientVpn, isAuthorized, type UserDemand, userDemands, vpcOfEndpoint } from '../readings/client-vpn.ts'
import { blocksOf, listed } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

function allow(endpoint: ClientVpn, blocks: readonly Prefix[], group?: string): Fix[] {
  const rules = blocks.map((block) => ({ DestinationCidr: formatPrefix(block), ...(group === undefined ? {} : { AccessGroupId: group }) }))
  return blocks.length === 0 ? [] : [fix(`Let users of ${displayName(endpoint)} reach ${listed(blocks)}`, setField(endpoint, 'AuthorizationRules', [...endpoint.AuthorizationRules, ...rules]))]
}

function* checkEndpoint(index: DesignIndex, endpoint: ClientVpn, demands: readonly UserDemand[]): Generator<Report> {
  const common = { resources: [endpoint.id] as const, field: 'AuthorizationRules' }
  const slots = { endpoint: displayName(endpoint) }
  if (endpoint.AuthorizationRules.length === 0) {
    const own = blocksOf(vpcOfEndpoint(index, endpoint)).filter(({ family }) => family === 4)
    if (accessTo(index, endpoint.id).length > 0) yield { message: 'none', slots, ...common, fixes: allow(endpoint, own), intents: demands.map(({ intent }) => intent.id) }
    return
  }
  const routed = parsePrefixes(endpoint.Routes.map(({ DestinationCidr }) => DestinationCidr)).filter((prefix) => prefix.length > 0 && !parsePrefixes(endpoint.AuthorizationRules.map(({ DestinationCidr }) => DestinationCidr)).some((rule) => overlaps(rule, prefix)))
  if (routed.length > 0) yield { message: 'route', slots: { ...slots, blocks: listed(routed) }, ...common, fixes: allow(endpoint, routed) }
  for (const { intent, users, blocks } of demands) {
    const denied = blocks.filter((block) => !isAuthorized(endpoint, block, users.AccessGroupId) && !routed.some((prefix) => overlaps(prefix, block)))
    if (denied.length > 0) yield { message: 'denied', slots: { ...slots, users: displayName(users), blocks: listed(denied) }, ...common, resources: [endpoint.id, users.id], intents: [intent.id], fixes: allow(endpoint, denied, users.AccessGroupId) }
  }
}

export default defineRule({
  id: 'client-vpn-unauthorized',
  catalogue: 'R-CVPN-05',
  title: 'No authorization rule lets users reach a destination',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['client-vpn-endpoint', 'user-group'],
  why: 'A Client VPN endpoint lets nobody anywhere until a rule says so. Of the rules around an address the longest decides, for everybody or for one group.',
  remedy: 'Add an authorization rule for the destination, for all users or for their group.',
  sources: [{ fact: 'F-CVPN-5', checked: CHECKED }],
  messages: {
    none: '{endpoint} has no authorization rule, so its users reach nothing.',
    route: '{endpoint} has a route for {blocks}, but no authorization rule lets anybody go there.',
    denied: 'No authorization rule of {endpoint} lets {users} reach {blocks}.',
  },
  *check(context) {
    const { index } = context
    for (const endpoint of index.all('client-vpn-endpoint')) yield* checkEndpoint(index, endpoint, userDemands(context).get(endpoint.id) ?? [])
  },
})
