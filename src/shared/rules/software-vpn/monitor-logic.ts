import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'monitor-logic',
  catalogue: 'R-SW-17',
  title: 'Monitor repairs nothing, or tells nobody',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['instance'],
  why: 'AWS gives no script for such a monitor: what it repairs and whom it tells is for the customer to write. Routes that were moved hide a failure until the second appliance fails too.',
  remedy: 'Let the monitor restart or replace the failed instance and tell somebody, and say both here.',
  sources: [{ fact: 'F-SW-20', checked: CHECKED }],
  messages: {
    'no-repair': '{monitor} moves routes but does not repair the failed appliance.',
    unknown: 'What {monitor} does about a failure cannot be told: say in {fields}.',
  },
  checkEach: {
    *instance({ watches = [], ...monitor }) {
      if (monitor.role !== 'vpn-monitor' || watches.length === 0) return
      const slots = { monitor: displayName({ ...monitor, watches }) }
      const unsaid = [monitor.repairs === undefined ? ['Repairs instances whether it repairs'] : [], monitor.alerts === undefined ? ['Alerts who is told'] : []].flat()
      if (monitor.repairs === false) yield { message: 'no-repair', slots, resources: [monitor.id], field: 'repairs' }
      if (unsaid.length > 0) yield { message: 'unknown', slots: { ...slots, fields: sentence(unsaid) }, resources: [monitor.id], field: monitor.alerts === undefined ? 'alerts' : 'repairs', verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
