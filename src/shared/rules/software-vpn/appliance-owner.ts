import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { linesOf } from '../readings/appliances.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

const ROLES: readonly unknown[] = ['vpn-appliance', 'remote-access-server', 'vpn-monitor']

export default defineRule({
  id: 'appliance-owner',
  catalogue: 'R-SW-10',
  title: 'Nobody is named who runs the appliances',
  severity: 'advice',
  profiles: ['seed-caveats', 'security'],
  appliesTo: ['instance'],
  why: 'Software on EC2 is patched, configured and upgraded by the customer, every instance of it. Where no one is named for it, it is not done.',
  remedy: 'Say in Operated by who does it.',
  sources: [{ fact: 'F-SW-2', checked: CHECKED }],
  messages: { nobody: 'Nobody is named who patches, configures and upgrades {appliances}; say it in Operated by.' },
  *check({ index }) {
    const unowned = index.all('instance').filter(({ id, role, operatedBy, watches = [] }) => ROLES.includes(role) && operatedBy === undefined && (linesOf(index, id).length > 0 || watches.length > 0))
    const [first, ...others] = unowned
    if (first) yield { message: 'nobody', slots: { appliances: sentence(unowned.map(displayName)) }, resources: [first.id, ...others.map(({ id }) => id)], field: 'operatedBy' }
  },
})
