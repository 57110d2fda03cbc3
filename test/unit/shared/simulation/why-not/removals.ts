import type { Design } from '../../../../../src/shared/document/design.ts'
import { referencesOf } from '../../../../../src/shared/model/reference.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Resource } from '../../../../../src/shared/model/index.ts'
import type { Trace } from '../../../../../src/shared/simulation/types.ts'

/** Takes one thing away from a resource. */
export interface Removal {
  readonly what: string
  readonly from: ResourceId
  readonly apply: (design: Design) => Design
}

/** Lists of which one entry is taken away, by kind. */
const LISTS: Readonly<Partial<Record<Resource['kind'], readonly string[]>>> = {
  'route-table': ['Routes', 'Associations', 'PropagatingVgws'],
  'security-group': ['IpPermissions', 'IpPermissionsEgress'],
  'network-acl': ['Entries'],
  'transit-gateway-route-table': ['Associations', 'Propagations', 'Routes'],
  'transit-gateway-vpc-attachment': ['SubnetIds'],
  'vpn-connection': ['Routes'],
  'direct-connect-gateway-association': ['AllowedPrefixes'],
  'customer-gateway': ['announcedPrefixes'],
  'vpc-endpoint': ['RouteTableIds'],
}

/** Fields that are turned to what stops traffic. */
const SWITCHES: readonly { readonly kind: Resource['kind']; readonly field: string; readonly value: unknown }[] = [
  { kind: 'instance', field: 'SourceDestCheck', value: true },
  { kind: 'instance', field: 'stopped', value: true },
  { kind: 'network-interface', field: 'SourceDestCheck', value: true },
  { kind: 'vpc-peering-connection', field: 'Status', value: 'pending-acceptance' },
]

const replace = (design: Design, resource: Resource): Design => ({ ...design, resources: { ...design.resources, [resource.id]: resource } })

function withoutEntry(id: ResourceId, field: string, entry: unknown): Removal['apply'] {
  return (design) => {
    const now = design.resources[id] as Resource
    const list = (now as unknown as Record<string, readonly unknown[]>)[field] ?? []
    const text = JSON.stringify(entry)
    return replace(design, { ...now, [field]: list.filter((other) => JSON.stringify(other) !== text) } as Resource)
  }
}

function removalsOf(resource: Resource): Removal[] {
  const fields = resource as unknown as Readonly<Record<string, unknown>>
  const entries = (LISTS[resource.kind] ?? []).flatMap((field) => {
    const list = (fields[field] as readonly unknown[] | undefined) ?? []
    // An empty list of announced or allowed prefixes means something else than one entry less.
    if (list.length === 1 && /Prefixes$/.test(field)) return []
    return list.map((entry) => ({ what: `${resource.id} ${field} without ${JSON.stringify(entry)}`, from: resource.id, apply: withoutEntry(resource.id, field, entry) }))
  })
  const switches = SWITCHES.filter(({ kind }) => kind === resource.kind).map(({ field, value }): Removal => ({ what: `${resource.id} ${field}`, from: resource.id, apply: (design) => replace(design, { ...(design.resources[resource.id] as Resource), [field]: value } as Resource) }))
  const tunnels = resource.kind === 'vpn-connection' ? [{ what: `${resource.id} tunnels off`, from: resource.id, apply: (design: Design) => replace(design, { ...(design.resources[resource.id] as typeof resource), TunnelOptions: resource.TunnelOptions.map((tunnel) => ({ ...tunnel, configured: false })) }) }] : []
  return [...entries, ...switches, ...tunnels]
}

/** Everything that can be taken away from what a trace passes and what those refer to or are referred to by. */
export function removalsOn(design: Design, trace: Trace): Removal[] {
  const passed = new Set([trace.forward, ...(trace.return ? [trace.return] : [])].flatMap(({ hops }) => hops.flatMap(({ resource, steps }) => [resource, ...steps.flatMap((step) => ('resource' in step && step.resource !== undefined ? [step.resource] : []))])))
  const near = Object.values(design.resources).filter((resource) => passed.has(resource.id) || referencesOf(resource).some(({ id }) => passed.has(id)))
  const referred = near.flatMap((resource) => (passed.has(resource.id) ? referencesOf(resource).flatMap(({ id }) => design.resources[id] ?? []) : []))
  return [...new Set([...near, ...referred])].flatMap(removalsOf)
}
