import type { DesignIndex } from '../../document/query.ts'
import { parentOf } from '../../model/containment.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../model/index.ts'
import { referencesOf } from '../../model/reference.ts'
import { compileCustomerGateway, compileSite, compileVpnConnection } from './customer.ts'
import { compileNetworkAcl, compileSecurityGroup } from './filter.ts'
import type { Fragment } from './fragment.ts'
import { compileAssociation, compileDirectConnectGateway, compileVpnGateway } from './gateway.ts'
import { compileRouteTable } from './route-table.ts'
import { compileSubnet } from './subnet.ts'
import { compileTransitGatewayRouteTable } from './transit-gateway-route-table.ts'
import { type Read, ReadingView } from './view.ts'
import { compileVpc } from './vpc.ts'

type Compilers = { readonly [K in Kind]: ((resource: ResourceOf<K>, view: ReadingView) => Fragment) | string }

/** Every kind: how it compiles, or why it has no fragment of its own. */
export const COMPILERS: Compilers = {
  vpc: compileVpc,
  subnet: compileSubnet,
  'route-table': compileRouteTable,
  'security-group': compileSecurityGroup,
  'network-acl': compileNetworkAcl,
  'transit-gateway-route-table': compileTransitGatewayRouteTable,
  site: compileSite,
  'customer-gateway': compileCustomerGateway,
  'vpn-connection': compileVpnConnection,
  'vpn-gateway': compileVpnGateway,
  'direct-connect-gateway': compileDirectConnectGateway,
  'direct-connect-gateway-association': compileAssociation,
  'isp-link': 'part of its site and of the devices that use it',
  instance: 'part of its subnet',
  'network-interface': 'part of its subnet',
  'nat-gateway': 'part of its subnet; a regional one is read when a route names it',
  'internet-gateway': 'part of its VPC',
  'transit-gateway': 'its route tables and attachments carry what it does',
  'transit-gateway-vpc-attachment': 'read when a route names it; part of its VPC and of transit gateway tables',
  'vpc-endpoint': 'read when a route names it',
  'vpc-peering-connection': 'read when a route names it',
  'direct-connect-connection': 'read through its virtual interfaces',
  'virtual-interface': 'part of its device and gateway',
  'prefix-list': 'expanded into the tables and filters that name it',
}

/** A compiled resource with what was read to compile it. */
export interface Compiled {
  readonly fragment: Fragment
  readonly reads: ReadonlySet<Read>
}

/** All fragments of a design by resource. */
export type Compilation = ReadonlyMap<ResourceId, Compiled>

function compileOne(resource: Resource, index: DesignIndex): Compiled | undefined {
  const compiler = COMPILERS[resource.kind]
  if (typeof compiler === 'string') return undefined
  const view = new ReadingView(index)
  view.get(resource.id)
  return { fragment: (compiler as (resource: Resource, view: ReadingView) => Fragment)(resource, view), reads: view.reads }
}

/** Compiles everything. */
export function compile(index: DesignIndex): Compilation {
  const compiled = new Map<ResourceId, Compiled>()
  for (const resource of Object.values(index.design.resources)) {
    const one = compileOne(resource, index)
    if (one) compiled.set(resource.id, one)
  }
  return compiled
}

function note(dirty: Set<Read>, resource: Resource): void {
  dirty.add(`is ${resource.id}`)
  const parent = parentOf(resource)
  if (parent) dirty.add(`in ${parent}`)
  for (const reference of referencesOf(resource)) dirty.add(`to ${reference.id}`)
}

/** Compiles only what an edit could have changed: the result equals `compile(after)`. */
export function recompile(previous: Compilation, before: DesignIndex, after: DesignIndex): Compilation {
  const dirty = new Set<Read>()
  const old = before.design.resources
  const now = after.design.resources
  for (const resource of Object.values(now)) {
    const former = Object.hasOwn(old, resource.id) ? old[resource.id] : undefined
    if (former === resource) continue
    note(dirty, resource)
    if (former) note(dirty, former)
  }
  for (const former of Object.values(old)) if (!Object.hasOwn(now, former.id)) note(dirty, former)
  if (dirty.size === 0) return previous
  const compiled = new Map<ResourceId, Compiled>()
  for (const resource of Object.values(now)) {
    const known = previous.get(resource.id)
    const one = known && !intersects(known.reads, dirty) ? known : compileOne(resource, after)
    if (one) compiled.set(resource.id, one)
  }
  return compiled
}

function intersects(reads: ReadonlySet<Read>, dirty: ReadonlySet<Read>): boolean {
  const [small, large] = reads.size < dirty.size ? [reads, dirty] : [dirty, reads]
  for (const read of small) if (large.has(read)) return true
  return false
}
