import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'tunnel-alarm',
  catalogue: 'R-VPN-29',
  title: 'No alarm on the state of VPN tunnels',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection'],
  why: 'A connection with one tunnel down still works, so nobody notices until the other one goes too. CloudWatch has a state for each tunnel that an alarm can watch.',
  remedy: 'Put an alarm on TunnelState of each tunnel and say here that the connection is watched.',
  sources: [{ fact: 'F-VPN-80', checked: CHECKED }],
  messages: {
    unwatched: 'Nobody watches the tunnels of {connections}.',
    unknown: 'Whether anybody watches the tunnels of {connections} cannot be told: say there whether alarms do.',
  },
  *check({ index }) {
    const unwatched = index.all('vpn-connection').filter(({ monitored }) => monitored !== true)
    // Alarms are not part of an import; in a design that is drawn they are what is drawn.
    const isUnknown = ({ monitored, awsId }: (typeof unwatched)[number]) => monitored === undefined && awsId !== undefined
    for (const [message, connections] of [['unwatched', unwatched.filter((one) => !isUnknown(one))], ['unknown', unwatched.filter(isUnknown)]] as const) {
      const [first, ...others] = connections
      if (!first) continue
      const names = sentence(connections.map(displayName))
      const common = { slots: { connections: names }, resources: [first.id, ...others.map(({ id }) => id)] as const, field: 'monitored' }
      if (message === 'unknown') yield { message, ...common, verdict: 'cannot-tell' }
      else yield { message, ...common, fixes: [fix(`Watch the tunnels of ${names}`, ...connections.map((connection) => setField(connection, 'monitored', true)))] }
    }
  },
})
