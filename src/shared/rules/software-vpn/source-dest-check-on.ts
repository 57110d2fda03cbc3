import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { type Appliance, linesOf, tablesTo } from '../readings/appliances.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** What an instance forwards for others; undefined when it only speaks for itself. */
function reasonOf(index: DesignIndex, instance: Appliance): string | undefined {
  const tables = tablesTo(index, instance.id)
  if (tables.length > 0) return `packets of others are routed to it in ${sentence(tables.map(displayName))}`
  const lines = linesOf(index, instance.id)
  if (instance.role === 'vpn-appliance' && lines.length > 0) return `it forwards for ${sentence(lines.map(displayName))}`
  return instance.role === 'remote-access-server' && instance.translatesClients !== true && lines.length > 0 ? 'its users keep their own addresses' : undefined
}

export default defineRule({
  id: 'source-dest-check-on',
  catalogue: 'R-SW-02',
  title: 'Source/destination check is on where packets of others pass',
  severity: 'error',
  appliesTo: ['instance', 'network-interface'],
  why: 'An interface with the check on drops whatever is neither from nor for itself. Everything that forwards, a VPN appliance or a firewall, needs it off.',
  remedy: 'Turn the source/destination check off.',
  sources: [{ fact: 'F-SW-10', checked: CHECKED }],
  messages: { on: '{instance} has the source/destination check on, but {reason}.' },
  checkEach: {
    *instance(instance, { index }) {
      const reason = instance.SourceDestCheck ? reasonOf(index, instance) : undefined
      if (reason !== undefined) yield { message: 'on', slots: { instance: displayName(instance), reason }, resources: [instance.id], field: 'SourceDestCheck', fixes: [fix(`Turn the check of ${displayName(instance)} off`, setField(instance, 'SourceDestCheck', false))] }
    },
    *'network-interface'(card, { index }) {
      const tables = card.SourceDestCheck ? tablesTo(index, card.id) : []
      if (tables.length > 0) yield { message: 'on', slots: { instance: displayName(card), reason: `packets of others are routed to it in ${sentence(tables.map(displayName))}` }, resources: [card.id], field: 'SourceDestCheck', fixes: [fix(`Turn the check of ${displayName(card)} off`, setField(card, 'SourceDestCheck', false))] }
    },
  },
})
