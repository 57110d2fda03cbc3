import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../model/index.ts'
import type { Design } from './design.ts'
import { currentReader } from './reading.ts'
import { fileAll, type Filing, type Referrer, refile } from './filing.ts'

/** Answers about a design in constant time; made once per design object, all lists in order of id. */
export class DesignIndex {
  readonly design: Design
  readonly #filing: Filing

  /** Indexes the design; cost grows with its size unless an earlier filing is given. Use `indexOf`, which remembers. */
  constructor(design: Design, filing?: Filing) {
    this.design = design
    this.#filing = filing ?? fileAll(design.resources)
  }

  /** The index of the design after an edit that changed only the named resources. */
  after(design: Design, changed: readonly ResourceId[]): DesignIndex {
    if (design.resources === this.design.resources) return new DesignIndex(design, this.#filing)
    return new DesignIndex(design, refile(this.#filing, this.design.resources, design.resources, new Set(changed)))
  }

  /** The resource with the id, if it is there. */
  get(id: ResourceId | undefined): Resource | undefined {
    if (id !== undefined) currentReader()?.is.add(id)
    return id !== undefined && Object.hasOwn(this.design.resources, id) ? this.design.resources[id] : undefined
  }

  /** The resource with the id, when it is of the kind. */
  getOf<K extends Kind>(kind: K, id: ResourceId | undefined): ResourceOf<K> | undefined {
    const resource = this.get(id)
    return resource?.kind === kind ? (resource as ResourceOf<K>) : undefined
  }

  /** All resources of a kind. */
  all<K extends Kind>(kind: K): readonly ResourceOf<K>[] {
    currentReader()?.kinds.add(kind)
    return (this.#filing.byKind.get(kind) ?? []) as unknown as readonly ResourceOf<K>[] // filed by kind
  }

  /** What sits directly in a container, settings included. */
  children(id: ResourceId): readonly Resource[] {
    currentReader()?.in.add(id)
    return this.#filing.children.get(id) ?? []
  }

  /** What sits directly in a container and is of the kind. */
  childrenOf<K extends Kind>(kind: K, id: ResourceId): readonly ResourceOf<K>[] {
    return this.children(id).filter((child): child is ResourceOf<K> => child.kind === kind)
  }

  /** Who refers to the resource, and through which field. */
  referrers(id: ResourceId): readonly Referrer[] {
    currentReader()?.to.add(id)
    return this.#filing.referrers.get(id) ?? []
  }

  /** Links that end at the resource. */
  links(id: ResourceId): readonly Resource[] {
    currentReader()?.to.add(id)
    return this.#filing.links.get(id) ?? []
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

/** More changes than this share of a design are indexed from scratch. */
const FEW = 0.25

/** Carries a known index over an edit, so that the next question about the design does not read it whole. */
export function carryIndex(before: Design, after: Design, changed: readonly ResourceId[]): void {
  const known = indexes.get(before)
  if (known && (changed.length <= 16 || changed.length <= FEW * Object.keys(before.resources).length)) indexes.set(after, known.after(after, changed))
}

/** What people call a resource: its name, else its AWS id, else its own id. */
export function displayName(resource: Resource): string {
  return resource.name || resource.awsId || resource.id
}
