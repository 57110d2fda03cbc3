import { CHECKED } from '../../facts/fact.ts'
import { redundantGroups } from '../readings/line-groups.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'one-location',
  catalogue: 'R-DX-04',
  title: 'All connections end at one Direct Connect location',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['direct-connect-connection', 'direct-connect-lag'],
  after: ['single-point-of-failure', 'shared-aws-device'],
  why: 'A location is a building, and several buildings of one campus count as one location. When it loses power or its fibre ways, all connections there are gone.',
  remedy: 'Order a connection at a second location.',
  sources: [
    { fact: 'F-DX-70', checked: CHECKED },
    { fact: 'F-DX-71', checked: CHECKED },
  ],
  messages: {
    one: '{ports} of {campus} all end at {location}.',
    unknown: 'Whether {ports} of {campus} end at different locations cannot be told: say the location of {silent}.',
  },
  *check({ index }) {
    for (const { campus, ports } of redundantGroups(index)) {
      const [first, ...others] = ports
      const known = new Set(ports.flatMap(({ Location }) => Location ?? []))
      const silent = ports.filter(({ Location, resource }) => Location === undefined && resource !== undefined)
      const names = { ports: sentence(ports.map(({ name }) => name)), campus: campus.name }
      const resources = [first.id, ...others.map(({ id }) => id), ...campus.places] as const
      if (known.size > 1) continue
      const [location] = known
      if (silent.length > 0) yield { message: 'unknown', slots: { ...names, silent: sentence(silent.map(({ name }) => name)) }, resources, field: 'Location', verdict: 'cannot-tell', severity: 'advice' }
      else if (location !== undefined && ports.every(({ Location }) => Location === location)) yield { message: 'one', slots: { ...names, location }, resources, field: 'Location' }
    }
  },
})
