import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'client-address-filtered', was: 'length <= prefix.length', is: 'length < prefix.length' },
  { rule: 'client-cidr', was: '[...taken(index, endpoint)].filter(([, prefix]) => overlaps(prefix, block))', is: '[...taken(index, endpoint)]' },
  { rule: 'client-cidr-small', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'client-vpn-association', was: 'block && block.length > longest', is: 'block' },
  { rule: 'client-vpn-authentication', was: `accessTo(index, endpoint.id).filter(({ client }) => client === 'other')`, is: 'accessTo(index, endpoint.id)' },
  { rule: 'client-vpn-capacity', was: 'capacity !== undefined && peak > capacity', is: 'capacity !== undefined' },
  { rule: 'client-vpn-expiry', was: 'days <= NOTICE_DAYS', is: 'days < NOTICE_DAYS' },
  { rule: 'client-vpn-internet', was: 'list.some(({ DestinationCidr }) => DestinationCidr === DEFAULT)', is: 'list.every(({ DestinationCidr }) => DestinationCidr === DEFAULT)' },
  { rule: 'client-vpn-protocol', was: `if (endpoint === undefined || protocol === undefined || protocol === 'openvpn') return`, is: 'if (false) return' },
  { rule: 'client-vpn-quota', in: 'rules/readings/quotas/of-hubs.ts', was: 'TargetSubnet === undefined || TargetSubnet === SubnetId', is: 'TargetSubnet === SubnetId' },
  { rule: 'client-vpn-route-missing', was: '!targets.includes(id)', is: 'targets.includes(id)' },
  { rule: 'client-vpn-single-zone', was: 'sharesZone(one, subnet) === false', is: 'sharesZone(one, subnet) !== false' },
  { rule: 'client-vpn-transit', was: 'rules.some((rule) => overlaps(rule, block))', is: 'rules.every((rule) => overlaps(rule, block))' },
  { rule: 'client-vpn-unauthorized', was: 'routed.some((prefix) => overlaps(prefix, block))', is: 'routed.every((prefix) => overlaps(prefix, block))' },
  { rule: 'client-vpn-user-rate', was: 'endpoint !== undefined && wanted > USER_MBPS.value', is: 'endpoint !== undefined' },
  { rule: 'two-remote-access-solutions', was: `index.all('customer-gateway').filter(({ id, remoteUserPool }) => remoteUserPool !== undefined || used.has(id))`, is: `index.all('customer-gateway')` },
]
