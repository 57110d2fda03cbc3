import { CHECKED } from '../../facts/fact.ts'
import { targetedCampuses } from '../readings/direct-connect-targets.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'commitment-on-hosted',
  catalogue: 'R-DX-06',
  title: 'Availability target rests on hosted connections',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['direct-connect-connection'],
  why: "The commitment of AWS that could be read (January 2019) covers dedicated connections of the customer's own account and leaves hosted ones out. For those the partner's commitment counts, whatever it is.",
  remedy: 'Use dedicated connections, or check the current commitments of AWS and of the partner.',
  sources: [{ fact: 'F-DX-72', checked: CHECKED }],
  messages: { hosted: '{statement} with a target of {target} % over hosted connections ({ports}): the commitment of AWS did not cover these.' },
  *check(context) {
    for (const { intent, statement, target, ports } of targetedCampuses(context)) {
      const hosted = ports.filter(({ resource }) => resource?.kind === 'direct-connect-connection' && resource.connectionType === 'hosted')
      const [first, ...others] = hosted
      if (!first) continue
      const slots = { statement, target: Number((target * 100).toFixed(4)), ports: sentence(hosted.map(({ name }) => name)) }
      yield { message: 'hosted', slots, resources: [first.id, ...others.map(({ id }) => id)], intents: [intent.id] }
    }
  },
})
