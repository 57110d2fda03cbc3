import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Intent } from '../../document/design.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf } from '../readings/names.ts'
import { wantsOf } from '../readings/wants.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type RuleContext } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>

const changed = (connection: Connection, fields: Partial<Connection['TunnelOptions'][number]>) => setField(connection, 'TunnelOptions', connection.TunnelOptions.map((tunnel) => ({ ...tunnel, ...fields })))

/** Devices of sites to which AWS alone opens connections, with an intent that does. */
function onlyReached(context: RuleContext): Map<ResourceId, Intent> {
  const reached = new Map<ResourceId, Intent>()
  const opening = new Set<ResourceId>()
  for (const { intent, from, to } of wantsOf(context)) {
    if (to?.type === 'site') for (const { id } of to.devices) reached.set(id, intent)
    for (const end of intent.direction === 'both' ? [from, to] : [from]) if (end?.type === 'site') for (const { id } of end.devices) opening.add(id)
  }
  return new Map([...reached].filter(([id]) => !opening.has(id)))
}

export default defineRule({
  id: 'tunnel-not-reopened',
  catalogue: 'R-VPN-22',
  title: 'Nobody brings a lost tunnel back',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['vpn-connection'],
  why: 'With the dead peer action `none` AWS does nothing when the device stops answering. With the startup action `add` AWS waits for the device, and a device with static routes has no reason to send while only AWS opens connections.',
  remedy: 'Use the action `restart`, let AWS start the tunnels, or send keepalives from the site.',
  sources: [
    { fact: 'F-VPN-33', checked: CHECKED },
    { fact: 'F-VPN-34', checked: CHECKED },
    { fact: 'F-VPN-39', checked: CHECKED },
  ],
  messages: {
    none: '{connection} does nothing when its peer is dead, so a lost tunnel stays lost until somebody acts.',
    waits: '{connection} waits for {device} to open its tunnels, but only AWS opens connections to what is behind it: an idle tunnel stays down.',
  },
  *check(context) {
    const { index } = context
    const reached = onlyReached(context)
    for (const connection of index.all('vpn-connection')) {
      const name = displayName(connection)
      const options = connection.TunnelOptions
      if (options.some(({ DPDTimeoutAction }) => DPDTimeoutAction === 'none')) {
        yield { message: 'none', slots: { connection: name }, resources: [connection.id], field: 'TunnelOptions', fixes: [fix(`Restart dead tunnels of ${name}`, changed(connection, { DPDTimeoutAction: 'restart' }))] }
        continue
      }
      const intent = reached.get(connection.CustomerGatewayId)
      if (!intent || !connection.StaticRoutesOnly || options.some(({ StartupAction }) => StartupAction === 'start')) continue
      const slots = { connection: name, device: nameOf(index, connection.CustomerGatewayId) }
      yield { message: 'waits', slots, resources: [connection.id, connection.CustomerGatewayId], field: 'TunnelOptions', intents: [intent.id], fixes: [fix(`Let AWS open the tunnels of ${name}`, changed(connection, { StartupAction: 'start' }))] }
    }
  },
})
