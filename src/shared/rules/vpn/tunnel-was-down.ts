import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'tunnel-was-down',
  catalogue: 'R-VPN-34',
  alsoCovers: ['R-AVL-09'],
  title: 'Tunnel was down when the account was read',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection'],
  why: 'AWS writes to the account when one tunnel of a connection is down for more than an hour of a day. An import holds no such letters, but the state of each tunnel at its moment; how long it had been so it does not say.',
  remedy: 'Look at the tunnel on the device, and at its log at AWS.',
  sources: [
    { fact: 'F-VPN-81', checked: CHECKED },
    { fact: 'F-VPN-82', checked: CHECKED },
  ],
  messages: {
    one: 'When the account was read, the tunnel of {connection} to {tunnels} was down and nothing stood in for the other one.',
    all: 'When the account was read, no tunnel of {connection} was up; the design is judged as if they were.',
  },
  checkEach: {
    *'vpn-connection'(connection) {
      const { telemetry = [] } = connection
      const down = telemetry.filter(({ Status }) => Status === 'DOWN')
      if (down.length === 0) return
      const slots = { connection: displayName(connection), tunnels: sentence(down.map(({ OutsideIpAddress }) => OutsideIpAddress ?? 'an AWS address that is not named')) }
      const evidence = telemetry.map(({ OutsideIpAddress = '?', Status = '?' }) => ({ what: OutsideIpAddress, value: Status, resource: connection.id }))
      yield { message: down.length < telemetry.length ? 'one' : 'all', slots, resources: [connection.id], evidence }
    },
  },
})
