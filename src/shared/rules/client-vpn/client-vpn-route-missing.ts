import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { formatPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { associatedSubnets, type ClientVpn, isRouted, type UserDemand, userDemands } from '../readings/client-vpn.ts'
import { sentence } from '../readings/names.ts'
import { listed } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

const route = (endpoint: ClientVpn, blocks: readonly Prefix[]): Fix[] => [fix(`Route ${listed(blocks)} on ${displayName(endpoint)}`, setField(endpoint, 'Routes', [...endpoint.Routes, ...blocks.map((block) => ({ DestinationCidr: formatPrefix(block) }))]))]

/** Routes that some associations have and others lack. */
function* partial(index: DesignIndex, endpoint: ClientVpn): Generator<Report> {
  const subnets = associatedSubnets(index, endpoint)
  for (const destination of new Set(endpoint.Routes.map(({ DestinationCidr }) => DestinationCidr))) {
    const targets = endpoint.Routes.filter(({ DestinationCidr }) => DestinationCidr === destination).map(({ TargetSubnet }) => TargetSubnet)
    const lacking = targets.includes(undefined) ? [] : subnets.filter(({ id }) => !targets.includes(id))
    if (lacking.length === 0) continue
    const added = lacking.map(({ id }) => ({ DestinationCidr: destination, TargetSubnet: id }))
    yield {
      message: 'partial',
      slots: { endpoint: displayName(endpoint), block: destination, subnets: sentence(lacking.map(displayName)) },
      resources: [endpoint.id, ...lacking.map(({ id }) => id)],
      field: 'Routes',
      fixes: [fix(`Route ${destination} by ${sentence(lacking.map(displayName))} too`, setField(endpoint, 'Routes', [...endpoint.Routes, ...added]))],
    }
  }
}

function* checkEndpoint(index: DesignIndex, endpoint: ClientVpn, demands: readonly UserDemand[]): Generator<Report> {
  yield* partial(index, endpoint)
  const common = { resources: [endpoint.id] as const, field: 'Routes' }
  const wanted = demands.flatMap(({ blocks }) => blocks).filter((block) => !isRouted(index, endpoint, block))
  const asked = [...new Map(wanted.map((block) => [formatPrefix(block), block])).values()]
  const intents = demands.filter(({ blocks }) => blocks.some((block) => wanted.includes(block))).map(({ intent }) => intent.id)
  if (asked.length > 0) yield { message: 'wanted', slots: { endpoint: displayName(endpoint), blocks: listed(asked) }, ...common, intents, fixes: route(endpoint, asked) }
  const allowed = parsePrefixes(endpoint.AuthorizationRules.map(({ DestinationCidr }) => DestinationCidr)).filter((block) => block.length > 0 && !isRouted(index, endpoint, block))
  if (asked.length === 0 && allowed.length > 0) yield { message: 'allowed', slots: { endpoint: displayName(endpoint), blocks: listed(allowed) }, ...common, fixes: route(endpoint, allowed) }
}

export default defineRule({
  id: 'client-vpn-route-missing',
  catalogue: 'R-CVPN-06',
  title: 'Client VPN endpoint has no route to a destination',
  severity: 'error',
  appliesTo: ['client-vpn-endpoint'],
  why: 'Associating a subnet brings the route to its VPC. Everything beyond needs a route on the endpoint, by every associated subnet, or some users get there and others do not.',
  remedy: 'Add the route for every associated subnet.',
  sources: [{ fact: 'F-CVPN-4', checked: CHECKED }],
  messages: {
    wanted: '{endpoint} has no route for {blocks}, where its users are to get.',
    allowed: 'Rules of {endpoint} let users reach {blocks}, but it has no route there.',
    partial: '{endpoint} routes {block} by some associated subnets and not by {subnets}: who comes in there does not get through.',
  },
  *check(context) {
    const { index } = context
    for (const endpoint of index.all('client-vpn-endpoint')) {
      if (endpoint.TransitGatewayId === undefined && endpoint.ClientVpnTargetNetworks.length > 0) yield* checkEndpoint(index, endpoint, userDemands(context).get(endpoint.id) ?? [])
    }
  },
})
