import { Draft } from '../../document/commands/draft.ts'
import type { Edit } from '../../document/edit.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { makeResourceId, type ResourceId } from '../../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../model/index.ts'

/**
 * An elementary change that might let a flow through. It is made anew on whatever state the changes before it leave, so that
 * any part of a set of repairs can be tried by itself.
 */
export interface Repair {
  /** Repairs with the same id do the same. */
  readonly id: string
  /** What it decides: of two repairs with the same slot only one can be made. Often the id itself. */
  readonly slot: string
  /** Repairs of one group count as one change. Often the id itself. */
  readonly group: string
  /** Repairs with the same purpose are variants (a wider prefix, another subnet of the zone): only the best one is an answer. */
  readonly purpose: string
  /** Makes a new connection or gateway, or attaches one: nothing shows of it before further changes use it. */
  readonly makesNew: boolean
  /** How much it takes: 1 a route or rule for this flow alone, 3 something that other flows may feel, 5 a new link, 7 an opening to the internet. */
  readonly weight: number
  readonly words: string
  readonly resources: readonly ResourceId[]
  /** Undefined or without changes: it cannot be made in this state, or is made already. */
  readonly edit: (index: DesignIndex) => Edit | undefined
}

interface Parts {
  readonly id: string
  readonly slot?: string
  readonly group?: string
  readonly purpose?: string
  readonly makesNew?: boolean
  readonly weight: number
  readonly words: string
  readonly resources: readonly ResourceId[]
}

/** A repair that works on a draft of the design; `make` answers false when it cannot be made. */
export function repair(parts: Parts, make: (draft: Draft) => boolean | void): Repair {
  const { id, words } = parts
  return {
    slot: id,
    group: id,
    purpose: id,
    makesNew: false,
    ...parts,
    edit: (index) => {
      const draft = new Draft(index)
      return make(draft) === false ? undefined : draft.edit(words.charAt(0).toUpperCase() + words.slice(1))
    },
  }
}

/** A repair that changes fields of one resource, worked out from what the resource is by then; undefined: it cannot be made. */
export function change<R extends Resource>(resource: R, parts: Parts, fields: (now: R) => Partial<R> | undefined): Repair {
  return repair(parts, (draft) => {
    const now = draft.resource(resource.id)
    const after = now?.kind === resource.kind ? fields(now as R) : undefined
    if (after) draft.update(resource.id, after)
    return after !== undefined
  })
}

/** What people call a resource, or its id when it is gone. */
export function nameOf(index: DesignIndex, id: ResourceId | undefined): string {
  const resource = index.get(id)
  return resource ? displayName(resource) : (id ?? 'nothing')
}

/** An id for a new resource that nothing in the design has; the same for the same design. */
export function newId(index: DesignIndex, kind: Kind, ...ends: readonly ResourceId[]): ResourceId {
  const base = ends.map((end) => end.slice(end.indexOf(':') + 1)).join('-').slice(0, 180)
  for (let number = 1; ; number++) {
    const id = makeResourceId(kind, number === 1 ? base : `${base}-${number}`)
    if (!index.get(id)) return id
  }
}

/** The resources of a list that are of a kind. */
export function ofKind<K extends Kind>(resources: readonly Resource[], kind: K): ResourceOf<K>[] {
  return resources.filter((resource): resource is ResourceOf<K> => resource.kind === kind)
}
