import { changesBetween, type Read, readsTouchedBy, type ResourceChange } from '../../document/design-change.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../model/index.ts'
import { compileSite, compileVpnConnection } from './customer.ts'
import { compileNetworkAcl, compileSecurityGroup } from './filter.ts'
import type { Fragment } from './fragment.ts'
import { compileAssociation, compileDirectConnectGateway, compileVpnGateway } from './gateway.ts'
import { compileRouteTable } from './route-table.ts'
import { compileAppliance, compileDevice, compileSoftwareVpn } from './router.ts'
import { compileRemoteAccess, compileRouteServer, compileSegment } from './services.ts'
import { compileSubnet } from './subnet.ts'
import { compileTransitGatewayRouteTable } from './transit-gateway-route-table.ts'
import { ReadingView } from './view.ts'
import { compileVpc } from './vpc.ts'

type Compilers = { readonly [K in Kind]: ((resource: ResourceOf<K>, view: ReadingView) => Fragment | undefined) | string }

/** Every kind: how it compiles (undefined: this one takes no part by itself), or why it has no fragment of its own. */
export const COMPILERS: Compilers = {
  vpc: compileVpc,
  subnet: compileSubnet,
  'route-table': compileRouteTable,
  'security-group': compileSecurityGroup,
  'network-acl': compileNetworkAcl,
  'transit-gateway-route-table': compileTransitGatewayRouteTable,
  site: compileSite,
  'customer-gateway': compileDevice,
  instance: compileAppliance,
  'software-vpn': compileSoftwareVpn,
  'remote-access': compileRemoteAccess,
  'route-server': compileRouteServer,
  'core-network-segment': compileSegment,
  'vpn-connection': compileVpnConnection,
  'vpn-gateway': compileVpnGateway,
  'direct-connect-gateway': compileDirectConnectGateway,
  'direct-connect-gateway-association': compileAssociation,
  'isp-link': 'part of its site and of the devices that use it',
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
  'power-domain': 'part of the fate of what names it',
  server: 'an end of flows in its site',
  'user-group': 'an end of flows; its remote-access links are read when it sends',
  directory: 'read when a sign-in asks it',
  'wan-link': 'read with its sites',
  'carrier-circuit': 'part of the fate of its connection, or read with its sites',
  note: 'an annotation',
  frame: 'an annotation',
  legend: 'an annotation',
  'aws-public-services': 'an end of public virtual interfaces',
  'load-balancer': 'read when a packet reaches it',
  'egress-only-internet-gateway': 'read when a route names it',
  'core-network': 'its segments and attachments carry what it does',
  'core-network-attachment': 'read with its segment',
  'vpc-endpoint-service': 'read through its endpoints',
  'client-vpn-endpoint': 'read when its users send',
  'direct-connect-lag': 'read through its virtual interfaces',
  'transit-gateway-peering-attachment': 'read when a route names it',
  'transit-gateway-connect-peer': 'part of its router and of transit gateway tables',
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
  const fragment = (compiler as (resource: Resource, view: ReadingView) => Fragment | undefined)(resource, view)
  return fragment && { fragment, reads: view.reads }
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

/** A compilation after an edit. */
export interface Recompilation {
  readonly compilation: Compilation
  /** Resources whose fragment was compiled again, is new, or is gone. */
  readonly touched: readonly ResourceId[]
  /** What the edit changed for whoever read it. */
  readonly dirty: ReadonlySet<Read>
  readonly changes: readonly ResourceChange[]
}

/** Compiles only what an edit could have changed: the fragments equal those of `compile(after)`. */
export function recompile(previous: Compilation, before: DesignIndex, after: DesignIndex): Recompilation {
  const changes = changesBetween(before, after)
  const dirty = readsTouchedBy(changes)
  const touched = new Set(changes.flatMap(({ former, now }) => (now ?? former)?.id ?? []))
  if (dirty.size === 0) return { compilation: previous, touched: [], dirty, changes }
  for (const [id, { reads }] of previous) if (intersects(reads, dirty)) touched.add(id)
  const compilation = new Map(previous)
  for (const id of touched) {
    const resource = after.get(id)
    const one = resource && compileOne(resource, after)
    if (one) compilation.set(id, one)
    else compilation.delete(id)
  }
  return { compilation, touched: [...touched], dirty, changes }
}

function intersects(reads: ReadonlySet<Read>, dirty: ReadonlySet<Read>): boolean {
  const [small, large] = reads.size < dirty.size ? [reads, dirty] : [dirty, reads]
  for (const read of small) if (large.has(read)) return true
  return false
}
