import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'static-and-bgp',
  catalogue: 'R-VPN-07',
  title: 'VPN connection mixes BGP and static routes',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'A VPN connection is either static or speaks BGP. AWS takes no static routes on a connection with BGP.',
  remedy: 'Remove the static routes and announce the prefixes by BGP, or make the connection static.',
  sources: [{ fact: 'F-VPN-4', checked: CHECKED }],
  messages: { mixed: '{connection} speaks BGP and also has the static routes {routes}.' },
  *check({ index }) {
    for (const connection of index.all('vpn-connection')) {
      if (connection.StaticRoutesOnly || connection.Routes.length === 0) continue
      const name = displayName(connection)
      yield {
        message: 'mixed',
        slots: { connection: name, routes: connection.Routes.map((route) => route.DestinationCidrBlock).join(', ') },
        resources: [connection.id],
        field: 'Routes',
        fixes: [fix(`Remove the static routes of ${name}`, setField(connection, 'Routes', [])), fix(`Make ${name} static`, setField(connection, 'StaticRoutesOnly', true))],
      }
    }
  },
})
