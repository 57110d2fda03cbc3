import { parentOf } from '../model/containment.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../model/index.ts'
import { endsOf } from '../model/link.ts'
import { type Reference, referencesOf } from '../model/reference.ts'
import type { Design } from './design.ts'

/** Answers about a design in constant time; made once per design object, all lists in order of id. */
export class DesignIndex {
  readonly design: Design
  readonly #byKind = new Map<Kind, Resource[]>()
  readonly #children = new Map<ResourceId, Resource[]>()
  readonly #referrers = new Map<ResourceId, { readonly resource: Resource; readonly reference: Reference }[]>()
  readonly #links = new Map<ResourceId, Resource[]>()

  /** Indexes the design; cost grows with its size. Use `indexOf`, which remembers. */
  constructor(design: Design) {
    this.design = design
    const resources = Object.values(design.resources).sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const resource of resources) {
      push(this.#byKind, resource.kind, resource)
      const parent = parentOf(resource)
      if (parent) push(this.#children, parent, resource)
      for (const reference of referencesOf(resource)) push(this.#referrers, reference.id, { resource, reference })
      for (const end of new Set(endsOf(resource) ?? [])) if (end) push(this.#links, end, resource)
    }
  }

  /** The resource with the id, if it is there. */
  get(id: ResourceId | undefined): Resource | undefined {
    return id !== undefined && Object.hasOwn(this.design.resources, id) ? this.design.resources[id] : undefined
  }

  /** The resource with the id, when it is of the kind. */
  getOf<K extends Kind>(kind: K, id: ResourceId | undefined): ResourceOf<K> | undefined {
    const resource = this.get(id)
    return resource?.kind === kind ? (resource as ResourceOf<K>) : undefined
  }

  /** All resources of a kind. */
  all<K extends Kind>(kind: K): readonly ResourceOf<K>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly ResourceOf<K>[] // filed by kind
  }

  /** What sits directly in a container, settings included. */
  children(id: ResourceId): readonly Resource[] {
    return this.#children.get(id) ?? []
  }

  /** What sits directly in a container and is of the kind. */
  childrenOf<K extends Kind>(kind: K, id: ResourceId): readonly ResourceOf<K>[] {
    return this.children(id).filter((child): child is ResourceOf<K> => child.kind === kind)
  }

  /** Who refers to the resource, and through which field. */
  referrers(id: ResourceId): readonly { readonly resource: Resource; readonly reference: Reference }[] {
    return this.#referrers.get(id) ?? []
  }

  /** Links that end at the resource. */
  links(id: ResourceId): readonly Resource[] {
    return this.#links.get(id) ?? []
  }

  /** The route table that a subnet uses: its explicit association, else the VPC's main table (F-RT-1). */
  routeTableOf(subnet: ResourceOf<'subnet'>): ResourceOf<'route-table'> | undefined {
    const tables = this.childrenOf('route-table', subnet.VpcId)
    return tables.find((table) => table.Associations.some((association) => association.SubnetId === subnet.id)) ?? this.mainTableOf(subnet.VpcId)
  }

  /** The VPC's main route table, if the design has it. */
  mainTableOf(vpc: ResourceId): ResourceOf<'route-table'> | undefined {
    return this.childrenOf('route-table', vpc).find((table) => table.Associations.some((association) => association.Main === true))
  }

  /** The edge route table of an internet or virtual private gateway, if one is associated (F-RT-3). */
  edgeTableOf(gateway: ResourceId): ResourceOf<'route-table'> | undefined {
    return this.referrers(gateway)
      .map(({ resource }) => resource)
      .find((resource): resource is ResourceOf<'route-table'> => resource.kind === 'route-table' && resource.Associations.some((association) => association.GatewayId === gateway))
  }

  /** The network ACL of a subnet: its association, else the VPC's default one; undefined when the design has none. */
  networkAclOf(subnet: ResourceOf<'subnet'>): ResourceOf<'network-acl'> | undefined {
    const lists = this.childrenOf('network-acl', subnet.VpcId)
    return lists.find((list) => list.Associations.some((association) => association.SubnetId === subnet.id)) ?? lists.find((list) => list.IsDefault === true)
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const indexes = new WeakMap<Design, DesignIndex>()

/** The index of a design; computed once per design object. */
export function indexOf(design: Design): DesignIndex {
  let index = indexes.get(design)
  if (!index) {
    index = new DesignIndex(design)
    indexes.set(design, index)
  }
  return index
}

/** What people call a resource: its name, else its AWS id, else its own id. */
export function displayName(resource: Resource): string {
  return resource.name || resource.awsId || resource.id
}
