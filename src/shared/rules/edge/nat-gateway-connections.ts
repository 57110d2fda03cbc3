import { displayName } from '../../document/query.ts'
import { NAT_CONNECTIONS } from '../../facts/edge.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'nat-gateway-connections',
  catalogue: 'R-EDGE-13',
  title: 'NAT gateway has too few addresses for its connections',
  severity: 'warning',
  appliesTo: ['nat-gateway'],
  why: `Each address of a NAT gateway carries ${NAT_CONNECTIONS.value} connections at once to one destination. Beyond that new connections fail although nothing is down.`,
  remedy: 'Give the NAT gateway more addresses, or split its subnets among several.',
  sources: [NAT_CONNECTIONS],
  messages: { exhausted: '{nat} is to carry {planned} connections to one destination; with {addresses} it carries {most}.' },
  checkEach: {
    *'nat-gateway'(nat) {
      const addresses = Math.max(1, nat.NatGatewayAddresses.length)
      const most = addresses * NAT_CONNECTIONS.value
      const planned = nat.plannedConnections ?? 0
      if (planned > most) yield { message: 'exhausted', slots: { nat: displayName(nat), planned, addresses: addresses === 1 ? 'one address' : `${addresses} addresses`, most }, resources: [nat.id], field: 'NatGatewayAddresses' }
    },
  },
})
