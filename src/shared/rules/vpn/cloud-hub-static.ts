import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { cloudHubs } from '../readings/cloud-hub-sites.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'cloud-hub-static',
  catalogue: 'R-VPN-24',
  title: 'Site of a VPN CloudHub with static routes',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection', 'vpn-gateway'],
  after: ['vpn-gateway-unattached', 'static-vpn-routes'],
  why: 'The gateway passes on to other sites only what it learned by BGP, and tells a static connection nothing. A site with static routes takes no part in the hub.',
  remedy: 'Use BGP on the connections of every site.',
  sources: [{ fact: 'F-VPN-65', checked: CHECKED }],
  messages: { static: '{site} is to reach other sites over {gateway}, but has static routes ({connections}): the others never learn of it.' },
  *check(context) {
    const { index } = context
    for (const { gateway, sites, intents } of cloudHubs(context)) {
      for (const { place, connections, devices } of sites) {
        const [first, ...others] = connections
        if (!first || connections.some(({ StaticRoutesOnly }) => !StaticRoutesOnly)) continue
        const names = sentence(connections.map(displayName))
        const dynamic = fix(`Use BGP on ${names}`, ...connections.flatMap((connection) => [setField(connection, 'StaticRoutesOnly', false), setField(connection, 'Routes', [])]))
        const slots = { site: nameOf(index, place), gateway: displayName(gateway), connections: names }
        yield { message: 'static', slots, resources: [first.id, ...others.map(({ id }) => id), gateway.id, place], field: 'StaticRoutesOnly', intents, fixes: devices.every(({ bgp }) => bgp) ? [dynamic] : [] }
      }
    }
  },
})
