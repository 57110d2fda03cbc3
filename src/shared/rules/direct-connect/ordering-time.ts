import { displayName } from '../../document/query.ts'
import { ORDERING } from '../../facts/direct-connect.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'ordering-time',
  catalogue: 'R-DX-34',
  title: 'New Direct Connect connections take time and other companies',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-connection'],
  why: 'AWS only provides the port: the letter of authorisation takes up to 72 business hours and is good for 90 days. Cross-connect, carrier circuit and a place in the location are for the customer to order, and AWS starts to charge when the letter runs out if not before.',
  remedy: 'Start with the colocation and carrier contracts, then order the port.',
  sources: [ORDERING],
  messages: { order: 'Still to be ordered: {connections}. Plan for colocation, cross-connect and carrier, and use the letter of authorisation within {days} days.' },
  *check({ index }) {
    const planned = index.all('direct-connect-connection').filter(({ awsId }) => awsId === undefined)
    const [first, ...others] = planned
    if (first) yield { message: 'order', slots: { connections: sentence(planned.map(displayName)), days: ORDERING.value.letterDays }, resources: [first.id, ...others.map(({ id }) => id)] }
  },
})
