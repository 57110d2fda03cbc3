import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { associatedSubnets, type ClientVpn } from '../readings/client-vpn.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const DEFAULT = '0.0.0.0/0'

const hasDefault = (list: readonly { readonly DestinationCidr: string }[]) => list.some(({ DestinationCidr }) => DestinationCidr === DEFAULT)

/** Associated subnets whose tables lead nowhere beyond. */
const closedSubnets = (index: DesignIndex, endpoint: ClientVpn) => associatedSubnets(index, endpoint).filter((subnet) => !index.routeTableOf(subnet)?.Routes.some(({ DestinationCidrBlock, target }) => DestinationCidrBlock === DEFAULT && target !== undefined))

export default defineRule({
  id: 'client-vpn-internet',
  catalogue: 'R-CVPN-07',
  title: 'Full or split tunnel does not fit the endpoint\'s routes',
  severity: 'warning',
  appliesTo: ['client-vpn-endpoint'],
  after: ['client-vpn-unauthorized'],
  why: 'With a full tunnel, which is the default, all traffic of a client enters the endpoint, and without a default route there its internet is gone. With a split tunnel the endpoint\'s routes are pushed to clients, and a default route among them takes everything after all.',
  remedy: 'Choose split tunnel without a default route, or full tunnel with a default route, a rule for it and a way out of the VPC.',
  sources: [{ fact: 'F-CVPN-7', checked: CHECKED }],
  messages: {
    full: '{endpoint} takes all traffic of its clients, but has no {missing} for 0.0.0.0/0, so they lose the internet.',
    exit: '{endpoint} takes all traffic of its clients and routes 0.0.0.0/0 to {subnets}, which leads no further.',
    split: '{endpoint} is a split tunnel but pushes a route for 0.0.0.0/0 to its clients, so everything enters the tunnel.',
    unknown: 'Whether clients of {endpoint} keep their internet cannot be told: it has no default route, and Split tunnel is not said (AWS\'s default is a full tunnel).',
  },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, { index }) {
      if (endpoint.TransitGatewayId !== undefined || endpoint.ClientVpnTargetNetworks.length === 0) return
      const { SplitTunnel: isSplit, Routes, AuthorizationRules } = endpoint
      const slots = { endpoint: displayName(endpoint) }
      const common = { resources: [endpoint.id] as const, field: 'SplitTunnel' }
      const isRouted = hasDefault(Routes)
      const split = fix(`Make ${slots.endpoint} a split tunnel`, setField(endpoint, 'SplitTunnel', true))
      if (isSplit === true) {
        if (isRouted) yield { message: 'split', slots, ...common, fixes: [fix(`Remove the route for ${DEFAULT} from ${slots.endpoint}`, setField(endpoint, 'Routes', Routes.filter(({ DestinationCidr }) => DestinationCidr !== DEFAULT)))] }
        return
      }
      const missing = [isRouted ? [] : ['route'], hasDefault(AuthorizationRules) ? [] : ['authorization rule']].flat()
      if (isSplit === undefined && !isRouted) return yield { message: 'unknown', slots, ...common, verdict: 'cannot-tell', severity: 'advice' }
      if (missing.length > 0) return yield { message: 'full', slots: { ...slots, missing: missing.join(' and no ') }, ...common, fixes: isRouted ? [] : [split] }
      const closed = closedSubnets(index, endpoint)
      if (closed.length > 0) yield { message: 'exit', slots: { ...slots, subnets: sentence(closed.map((subnet) => displayName(subnet))) }, ...common, resources: [endpoint.id, ...closed.map(({ id }) => id)] }
    },
  },
})
