import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { interfacesOf } from '../readings/port-interfaces.ts'
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
      const interfaces = connection.connectionType === 'hosted' ? interfacesOf(index, connection) : []
      const { value } = quota('interfaces-per-hosted-connection')
      if (interfaces.length <= value) return
      const slots = { connection: displayName(connection), count: interfaces.length, interfaces: sentence(interfaces.map(displayName)), limit: value }
      yield { message: 'several', slots, resources: [connection.id, ...interfaces.map(({ id }) => id)] }
    },
  },
})
