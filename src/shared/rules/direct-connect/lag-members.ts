import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import type { ResourceOf } from '../../model/index.ts'
import { membersOf } from '../readings/campuses.ts'
import { sentence } from '../readings/names.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { isFast } from '../readings/quotas/of-direct-connect.ts'
import { defineRule, type Report, type ResourceContext } from '../rule.ts'

type Lag = ResourceOf<'direct-connect-lag'>
type Connection = ResourceOf<'direct-connect-connection'>

/** What all members and the LAG must have in common, and what they say of it. */
function* differences(lag: Lag, members: readonly Connection[]): Generator<Report> {
  const said = (own: string | undefined, field: 'Bandwidth' | 'Location' | 'AwsLogicalDeviceId') => [...new Set([own, ...members.map((member) => member[field])].filter((value) => value !== undefined))]
  const parts = [
    ['speed', said(lag.ConnectionsBandwidth, 'Bandwidth')],
    ['location', said(lag.Location, 'Location')],
    ['device', said(lag.AwsLogicalDeviceId, 'AwsLogicalDeviceId')],
  ] as const
  for (const [message, values] of parts) {
    if (values.length > 1) yield { message, slots: { lag: displayName(lag), values: sentence(values) }, resources: [lag.id, ...members.map(({ id }) => id)] }
  }
}

function* check(index: DesignIndex, lag: Lag, quota: ResourceContext['quota']): Generator<Report> {
  const members = membersOf(index, lag.id)
  const ids = members.map(({ id }) => id)
  const hosted = members.filter(({ connectionType }) => connectionType === 'hosted')
  if (hosted.length > 0) yield { message: 'hosted', slots: { lag: displayName(lag), members: sentence(hosted.map(displayName)) }, resources: [lag.id, ...hosted.map(({ id }) => id)] }
  yield* differences(lag, members)
  const name = isFast(index, lag) ? 'fast-lag-members' : 'lag-members'
  const { value } = quota(name)
  const count = countOf(index, name, lag)
  if (count > value) yield { message: 'count', slots: { lag: displayName(lag), count, limit: value }, resources: [lag.id, ...ids], evidence: [{ what: QUOTAS[name].label, value: String(value) }] }
}

export default defineRule({
  id: 'lag-members',
  catalogue: 'R-DX-33',
  title: 'LAG with members that do not go together',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-lag'],
  why: 'A LAG bundles dedicated connections of one speed on one AWS device at one location, four at most and two from 100 Gbps on. AWS refuses any other member.',
  remedy: 'Take members of the same speed and device, or do without the LAG.',
  sources: [{ fact: 'F-DX-5', checked: CHECKED }],
  messages: {
    hosted: '{lag} holds hosted connections ({members}); a LAG takes dedicated ones.',
    speed: '{lag} holds connections of {values}; all members have one speed.',
    location: '{lag} holds connections at {values}; all members end at one location.',
    device: '{lag} holds connections on the AWS devices {values}; all members end on one.',
    count: '{lag} has {count} members; it takes {limit}, which nobody can raise.',
  },
  checkEach: { 'direct-connect-lag': (lag, { index, quota }) => check(index, lag, quota) },
})
