import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import type { ResourceOf } from '../../model/index.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule, type Report, type ResourceContext } from '../rule.ts'

const NAMES = ['interfaces-per-port', 'transit-interfaces-per-port', 'all-interfaces-per-port'] as const

function* check(port: ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'>, { index, quota }: ResourceContext): Generator<Report> {
  const counts = NAMES.map((name) => [name, countOf(index, name, port)] as const)
  const over = counts.find(([name, count]) => count > quota(name).value)
  if (!over) return
  const [name, count] = over
  const { label, adjustable } = QUOTAS[name]
  const slots = { port: displayName(port), count, limit: quota(name).value, what: label }
  const evidence = [{ what: label, value: `${quota(name).value} (default ${QUOTAS[name].value})` }]
  yield { message: adjustable === 'no' ? 'fixed' : 'raisable', slots, resources: [port.id], evidence, ...(adjustable === 'no' ? {} : { severity: 'warning' }) }
}

export default defineRule({
  id: 'port-interface-limit',
  catalogue: 'R-DX-08',
  title: 'More virtual interfaces than a port takes',
  severity: 'error',
  appliesTo: ['direct-connect-connection', 'direct-connect-lag'],
  why: 'A dedicated port or LAG takes 50 private and public virtual interfaces and 4 transit ones, 51 in all. AWS refuses more.',
  remedy: 'Spread the interfaces over more ports, or let one interface to a Direct Connect gateway replace several.',
  sources: [QUOTAS['interfaces-per-port']],
  messages: {
    fixed: '{port} has {count} {what}; it takes {limit}, which nobody can raise.',
    raisable: '{port} has {count} {what}; it takes {limit}, unless the AWS account team raises that.',
  },
  checkEach: {
    *'direct-connect-connection'(connection, context) {
      if (connection.connectionType !== 'hosted' && connection.LagId === undefined) yield* check(connection, context)
    },
    'direct-connect-lag': check,
  },
})
