import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'monitor-restores-early',
  catalogue: 'R-SW-07',
  title: 'Monitor moves routes back before both connections work',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['instance'],
  why: 'An instance that is up again need not have its tunnel yet. Routes that go back too early lead into it and are lost, and a monitor that never moves them back leaves both zones on one appliance.',
  remedy: 'Move routes back only when the connections of all watched appliances work again.',
  sources: [{ fact: 'F-SW-20', checked: CHECKED }],
  messages: {
    early: '{monitor} moves routes back as soon as the failed one of {appliances} is repaired, whether its connection works or not.',
    never: '{monitor} never moves routes back, so after one failure all of {appliances} but one stand idle.',
    unknown: 'Whether {monitor} moves routes back in time cannot be told: say in Moves routes back when it does.',
  },
  checkEach: {
    *instance(monitor, { index }) {
      const { watches = [], restoresRoutes } = monitor
      if (monitor.role !== 'vpn-monitor' || watches.length === 0 || restoresRoutes === 'when-all-work') return
      const slots = { monitor: displayName(monitor), appliances: sentence(watches.map((id) => nameOf(index, id))) }
      const common = { slots, resources: [monitor.id] as const, field: 'restoresRoutes' }
      if (restoresRoutes === undefined) yield { message: 'unknown', ...common, verdict: 'cannot-tell', severity: 'advice' }
      else yield { message: restoresRoutes === 'never' ? 'never' : 'early', ...common, fixes: [fix(`Let ${slots.monitor} wait until all connections work`, setField(monitor, 'restoresRoutes', 'when-all-work'))] }
    },
  },
})
