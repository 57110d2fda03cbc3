import type { Failure } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'

/** An instance on the way is stopped. */
export function startInstance({ last, index }: Failure): readonly Repair[] {
  const instance = last.resource === 'internet' ? undefined : index.getOf('instance', last.resource)
  if (instance?.stopped !== true) return []
  return [change(instance, { id: `${instance.id} start`, weight: 1, words: `start ${nameOf(index, instance.id)}`, resources: [instance.id] }, () => ({ stopped: undefined }))]
}

/** An interface that should forward drops what is not its own (F-SW-10). */
export function switchOffAddressCheck({ denial, index }: Failure): readonly Repair[] {
  if (denial?.filter !== 'source-dest-check' || denial.hop.resource === 'internet') return []
  const resource = index.getOf('instance', denial.hop.resource) ?? index.getOf('network-interface', denial.hop.resource)
  if (!resource) return []
  const words = `switch off the source/destination check of ${nameOf(index, resource.id)}`
  return [change(resource, { id: `${resource.id} SourceDestCheck`, weight: 2, words, resources: [resource.id] }, () => ({ SourceDestCheck: false }))]
}
