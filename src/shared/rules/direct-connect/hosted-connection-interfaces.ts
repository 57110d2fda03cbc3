import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { interfacesOf } from '../readings/port-interfaces.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'hosted-connection-interfaces',
  catalogue: 'R-DX-07',
  title: 'Hosted connection with more than one virtual interface',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-connection'],
  why: 'A connection that a partner hosts takes one virtual interface. AWS refuses a second one.',
  remedy: 'Order another hosted connection, or one dedicated port that carries them all.',
  sources: [{ fact: 'F-DX-2', checked: CHECKED }],
  messages: { several: '{connection} is hosted and has {count} virtual interfaces ({interfaces}); it takes {limit}, which nobody can raise.' },
  checkEach: {
    *'direct-connect-connection'(connection, { index, quota }) {
      const { value } = quota('interfaces-per-hosted-connection')
      const count = countOf(index, 'interfaces-per-hosted-connection', connection)
      if (count <= value) return
      const interfaces = interfacesOf(index, connection)
      const slots = { connection: displayName(connection), count, interfaces: sentence(interfaces.map(displayName)), limit: value }
      yield { message: 'several', slots, resources: [connection.id, ...interfaces.map(({ id }) => id)] }
    },
  },
})
