import { USER_MBPS } from '../../facts/client-vpn.ts'
import { nameOf } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-vpn-user-rate',
  catalogue: 'R-CVPN-16',
  title: 'Users want more than Client VPN promises to one of them',
  severity: 'advice',
  appliesTo: ['remote-access', 'user-group', 'client-vpn-endpoint'],
  why: 'AWS states a baseline for one user\'s connection and no more. Faster ones are common, but nothing to build on without a test.',
  remedy: 'Measure it with the users\' own clients and lines before relying on it.',
  sources: [USER_MBPS],
  messages: { over: 'Each user of {users} is to get {wanted} Mbps over {endpoint}; {baseline} Mbps is what AWS states for one connection.' },
  checkEach: {
    *'remote-access'(access, { index }) {
      const wanted = index.getOf('user-group', access.users)?.mbpsPerUser ?? 0
      const endpoint = access.ClientVpnEndpointId
      if (endpoint !== undefined && wanted > USER_MBPS.value) yield { message: 'over', slots: { users: nameOf(index, access.users), wanted, endpoint: nameOf(index, endpoint), baseline: USER_MBPS.value }, resources: [access.users, endpoint, access.id], field: 'mbpsPerUser' }
    },
  },
})
