import type { Change } from '../../document/edit.ts'
import type { Resource } from '../../model/index.ts'
import type { Fix } from '../rule.ts'

/** The change that gives a field of a resource another value; undefined clears it. */
export function setField<R extends Resource, F extends keyof R & string>(resource: R, field: F, after: R[F]): Change {
  const before = resource[field]
  return {
    op: 'set',
    collection: 'resources',
    id: resource.id,
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

/** A fix made of changes; its label is also what the history shows. */
export function fix(label: string, ...changes: readonly Change[]): Fix {
  return { label, edit: { label, changes } }
}
