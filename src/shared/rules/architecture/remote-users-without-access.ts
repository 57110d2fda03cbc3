import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'remote-users-without-access',
  catalogue: 'R-ARCH-06',
  title: 'Remote users have no remote access to come in by',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['user-group', 'remote-access', 'customer-gateway'],
  why: 'To send remote users through the customer\'s network, that network must have a remote-access solution already. Without one they are not in it, and so not in the VPCs behind it.',
  remedy: 'Draw what they dial in to: a device of a site, a Client VPN endpoint or a remote-access server.',
  sources: [{ fact: 'F-SW-40', checked: CHECKED }],
  messages: {
    none: '{users} are at no site, and nothing is drawn that they come in by: no device of a site, Client VPN endpoint or remote-access server.',
    unknown: 'Whether {device} takes {users} in cannot be told: say in "Pool of remote users" which addresses it gives them.',
  },
  checkEach: {
    *'user-group'(users, { index }) {
      if (users.site !== undefined) return
      const ways = referrersOf(index, 'remote-access', users.id)
      if (ways.length === 0) yield { message: 'none', slots: { users: displayName(users) }, resources: [users.id] }
      for (const { device } of ways) {
        const end = index.getOf('customer-gateway', device)
        if (end && end.remoteUserPool === undefined) yield { message: 'unknown', slots: { users: displayName(users), device: nameOf(index, end.id) }, resources: [end.id, users.id], field: 'remoteUserPool', verdict: 'cannot-tell' }
      }
    },
  },
})
