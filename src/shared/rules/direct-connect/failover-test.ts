import { displayName } from '../../document/query.ts'
import { TEST_HISTORY_DAYS } from '../../facts/direct-connect.ts'
import type { ResourceOf } from '../../model/index.ts'
import { hasOwnVpn, lineGroups } from '../readings/line-groups.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

/** Day number of an ISO day. */
function dayOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return Date.UTC(year, month - 1, date) / 86_400_000
}

export default defineRule({
  id: 'failover-test',
  catalogue: 'R-DX-41',
  title: 'Failover of Direct Connect not tested',
  severity: 'advice',
  profiles: ['resilience-99-9'],
  appliesTo: ['virtual-interface'],
  why: 'A backup that was never used often does not work when it is needed. AWS can take the BGP session of an interface down for a while, and keeps the history of such tests for a year.',
  remedy: 'Run a failover test in a maintenance window and write its day down.',
  sources: [TEST_HISTORY_DAYS],
  messages: {
    old: 'The failover of {vifs} was last tested more than {days} days ago.',
    unknown: 'Whether the failover of {vifs} works cannot be told: say there when it was last tested.',
  },
  *check({ index, today }) {
    const backed = lineGroups(index).filter(({ ports, campus }) => ports.length > 1 || hasOwnVpn(campus))
    const [old, silent]: [Interface[], Interface[]] = [[], []]
    for (const vif of new Set(backed.flatMap(({ interfaces }) => interfaces))) {
      if (vif.lastFailoverTest === undefined) {
        if (vif.awsId !== undefined) silent.push(vif) // what is only planned cannot have been tested
      } else if (today !== undefined && dayOf(today) - dayOf(vif.lastFailoverTest) > TEST_HISTORY_DAYS.value) old.push(vif)
    }
    for (const [message, vifs] of [['old', old], ['unknown', silent]] as const) {
      const [first, ...others] = vifs
      if (!first) continue
      const common = { slots: { vifs: sentence(vifs.map(displayName)), days: TEST_HISTORY_DAYS.value }, resources: [first.id, ...others.map(({ id }) => id)] as const, field: 'lastFailoverTest' }
      yield message === 'old' ? { message, ...common } : { message, ...common, verdict: 'cannot-tell' }
    }
  },
})
