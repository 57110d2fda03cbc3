import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { containsPrefix, overlaps, parsePrefix, parsePrefixes } from '../../../net/prefix.ts'
import { type DesignIndex, displayName } from '../../query.ts'
import { createMainTable } from '../create.ts'
import { Draft, type IdSource } from '../draft.ts'
import { zonalSubnets } from '../zonal-subnets.ts'

/** Prefixes that a router announces: its own list, else its site's; those of its VPC for an appliance on EC2. */
export function prefixesBehind(index: DesignIndex, device: ResourceId | undefined): readonly string[] {
  const appliance = index.getOf('instance', device)
  if (appliance) {
    const vpc = index.getOf('vpc', index.getOf('subnet', appliance.SubnetId)?.VpcId)
    return appliance.announcedPrefixes?.length ? appliance.announcedPrefixes : [...(vpc?.CidrBlocks ?? []), ...(vpc?.Ipv6CidrBlocks ?? [])]
  }
  const gateway = index.getOf('customer-gateway', device)
  if (!gateway) return []
  return gateway.announcedPrefixes.length > 0 ? gateway.announcedPrefixes : (index.getOf('site', gateway.site)?.prefixes ?? [])
}

/** Collects the changes to route tables that a link needs, and says each in words. */
export class RouteWork {
  readonly draft: Draft
  readonly index: DesignIndex
  readonly steps: string[] = []
  readonly newId: IdSource

  constructor(index: DesignIndex, newId: IdSource) {
    this.draft = new Draft(index)
    this.index = index
    this.newId = newId
  }

  /** One subnet of each zone of the VPC. */
  zonal(vpc: ResourceId): ResourceId[] {
    return zonalSubnets(this.index, vpc)
  }

  #name(id: ResourceId): string {
    const resource = this.draft.resource(id)
    return resource ? displayName(resource) : id
  }

  /** The VPC's tables that serve subnets (edge tables are left alone); makes the main one where it is missing. */
  subnetTables(vpc: ResourceId): ResourceOf<'route-table'>[] {
    const tables = this.index.childrenOf('route-table', vpc).filter((table) => table.Associations.every((association) => association.GatewayId === undefined))
    const drafted = tables.flatMap((table) => this.#table(table.id) ?? [])
    if (this.index.mainTableOf(vpc) || drafted.some((table) => table.Associations.some((association) => association.Main))) return drafted
    const made = this.#mains.get(vpc) ?? createMainTable(this.draft, this.newId, vpc, this.#name(vpc))
    if (!this.#mains.has(vpc)) this.steps.push(`Make the main route table of ${this.#name(vpc)}`)
    this.#mains.set(vpc, made)
    return [...drafted, ...(this.#table(made) ? [this.#table(made) as ResourceOf<'route-table'>] : [])]
  }

  readonly #mains = new Map<ResourceId, ResourceId>()

  #table(id: ResourceId): ResourceOf<'route-table'> | undefined {
    const table = this.draft.resource(id)
    return table?.kind === 'route-table' ? table : undefined
  }

  /** A route in every subnet table of the VPC, where the destination is outside the VPC and has no working route yet. */
  routeFromVpc(vpc: ResourceId, destination: string, target: ResourceId): void {
    const prefix = parsePrefix(destination)
    const own = parsePrefixes([...(this.index.getOf('vpc', vpc)?.CidrBlocks ?? []), ...(this.index.getOf('vpc', vpc)?.Ipv6CidrBlocks ?? [])])
    if (!prefix || own.some((block) => containsPrefix(block, prefix))) return
    for (const table of this.subnetTables(vpc)) this.addRoute(table.id, destination, target)
  }

  /** A route in one table; a route of the same destination that leads nowhere is replaced, a working one is kept. */
  addRoute(id: ResourceId, destination: string, target: ResourceId): void {
    const table = this.#table(id)
    const prefix = parsePrefix(destination)
    if (!table || !prefix) return
    const field = prefix.family === 4 ? 'DestinationCidrBlock' : 'DestinationIpv6CidrBlock'
    if (table.Routes.some((route) => route[field] === destination && route.target !== undefined)) return
    const others = table.Routes.filter((route) => route[field] !== destination)
    this.draft.update(id, { Routes: [...others, { [field]: destination, target }] })
    this.steps.push(`${this.#name(id)}: ${destination} to ${this.#name(target)}`)
  }

  /** Lets the VPC's tables learn routes from its virtual private gateway (F-RT-30). */
  propagateVgw(vpc: ResourceId, vgw: ResourceId): void {
    for (const table of this.subnetTables(vpc)) {
      if (table.PropagatingVgws.includes(vgw)) continue
      this.draft.update(table.id, { PropagatingVgws: [...table.PropagatingVgws, vgw] })
      this.steps.push(`${displayName(table)}: propagate routes from ${this.#name(vgw)}`)
    }
  }

  readonly #tgwTables = new Map<ResourceId, ResourceId>()

  /** The transit gateway's table for new attachments: its default one, else its first; made where it has none. */
  tgwTable(tgw: ResourceId): ResourceId {
    const gateway = this.index.getOf('transit-gateway', tgw)
    const known = gateway?.AssociationDefaultRouteTableId ?? this.index.childrenOf('transit-gateway-route-table', tgw)[0]?.id ?? this.#tgwTables.get(tgw)
    if (known) return known
    const id = this.newId('transit-gateway-route-table')
    this.draft.create({ kind: 'transit-gateway-route-table', id, name: `${this.#name(tgw)} routes`.slice(0, 255), TransitGatewayId: tgw, Associations: [], Propagations: [], Routes: [] })
    this.draft.update(tgw, { AssociationDefaultRouteTableId: id, PropagationDefaultRouteTableId: id })
    this.#tgwTables.set(tgw, id)
    this.steps.push(`Make a route table for ${this.#name(tgw)}`)
    return id
  }

  #tgwTableNow(id: ResourceId): ResourceOf<'transit-gateway-route-table'> | undefined {
    const table = this.draft.resource(id)
    return table?.kind === 'transit-gateway-route-table' ? table : undefined
  }

  /** Associates an attachment with the gateway's table unless it has one (F-TGW-26), and lets the table learn its routes. */
  joinTgw(tgw: ResourceId, attachment: ResourceId, propagates: boolean): void {
    const tables = this.index.childrenOf('transit-gateway-route-table', tgw)
    const target = this.tgwTable(tgw)
    const table = this.#tgwTableNow(target)
    if (table && !tables.some((other) => other.Associations.includes(attachment)) && !table.Associations.includes(attachment)) {
      this.draft.update(target, { Associations: [...table.Associations, attachment] })
      this.steps.push(`${displayName(table)}: associate ${this.#name(attachment)}`)
    }
    const learned = this.#tgwTableNow(target)
    if (!propagates || !learned || tables.some((other) => other.Propagations.includes(attachment)) || learned.Propagations.includes(attachment)) return
    this.draft.update(target, { Propagations: [...learned.Propagations, attachment] })
    this.steps.push(`${displayName(learned)}: propagate routes from ${this.#name(attachment)}`)
  }

  /** A static route in the gateway's table, unless the table has one for the prefix (F-TGW-29). */
  routeInTgw(tgw: ResourceId, destination: string, attachment: ResourceId): void {
    const target = this.tgwTable(tgw)
    const table = this.#tgwTableNow(target)
    if (!table || table.Routes.some((route) => route.DestinationCidrBlock === destination && (route.attachment !== undefined || route.blackhole))) return
    const others = table.Routes.filter((route) => route.DestinationCidrBlock !== destination)
    this.draft.update(target, { Routes: [...others, { DestinationCidrBlock: destination, attachment }] })
    this.steps.push(`${displayName(table)}: ${destination} to ${this.#name(attachment)}`)
  }

  /** Prefixes that a Direct Connect gateway association lets through, added where none covers them yet (F-DX-45). */
  allowPrefixes(association: ResourceId, prefixes: readonly string[]): void {
    const resource = this.draft.resource(association)
    if (resource?.kind !== 'direct-connect-gateway-association') return
    const known = parsePrefixes(resource.AllowedPrefixes)
    const missing = [...new Set(prefixes)].filter((text) => {
      const prefix = parsePrefix(text)
      return prefix !== undefined && !known.some((outer) => containsPrefix(outer, prefix))
    })
    if (missing.length === 0) return
    this.draft.update(association, { AllowedPrefixes: [...resource.AllowedPrefixes, ...missing] })
    this.steps.push(`${displayName(resource)}: allow ${missing.join(', ')}`)
  }

  /** True when blocks of the two VPCs share addresses, so that no route could tell them apart. */
  overlap(a: ResourceOf<'vpc'>, b: ResourceOf<'vpc'>): boolean {
    const others = parsePrefixes(b.CidrBlocks)
    return parsePrefixes(a.CidrBlocks).some((block) => others.some((other) => overlaps(block, other)))
  }
}
