import type { Read } from '../../document/design-change.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../model/index.ts'

/** A design as a compiler sees it: every answer leaves a note, so that a later change can be told from one that does not matter. */
export class ReadingView {
  readonly #index: DesignIndex
  readonly reads = new Set<Read>()

  /** A view that has read nothing yet. */
  constructor(index: DesignIndex) {
    this.#index = index
  }

  /** The resource with the id. */
  get(id: ResourceId | undefined): Resource | undefined {
    if (id !== undefined) this.reads.add(`is ${id}`)
    return this.#index.get(id)
  }

  /** The resource with the id, when it is of the kind. */
  getOf<K extends Kind>(kind: K, id: ResourceId | undefined): ResourceOf<K> | undefined {
    const resource = this.get(id)
    return resource?.kind === kind ? (resource as ResourceOf<K>) : undefined
  }

  /** What sits directly in a container and is of the kind. */
  childrenOf<K extends Kind>(kind: K, id: ResourceId): readonly ResourceOf<K>[] {
    this.reads.add(`in ${id}`)
    return this.#index.childrenOf(kind, id)
  }

  /** Who refers to the resource and is of the kind, each once, in order of id. */
  referrersOf<K extends Kind>(kind: K, id: ResourceId): readonly ResourceOf<K>[] {
    this.reads.add(`to ${id}`)
    const found = new Set<ResourceOf<K>>()
    for (const { resource } of this.#index.referrers(id)) if (resource.kind === kind) found.add(resource as ResourceOf<K>)
    return [...found]
  }
}
