import { type DesignIndex, displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from './group.ts'
import { nameOf, sentence } from './names.ts'
import { remember } from './remember.ts'
import { placeOf } from './sessions.ts'

/** Sites that stand in for each other because lines of the customer's own join them, with their ways to AWS. */
export interface Campus {
  /** In order of id; a device without a site stands for its own place. */
  readonly places: readonly [ResourceId, ...ResourceId[]]
  readonly name: string
  readonly devices: readonly ResourceOf<'customer-gateway'>[]
  /** Private and transit virtual interfaces. */
  readonly interfaces: readonly ResourceOf<'virtual-interface'>[]
  readonly publicInterfaces: readonly ResourceOf<'virtual-interface'>[]
  readonly vpns: readonly ResourceOf<'vpn-connection'>[]
}

/** Where a virtual interface enters AWS: a connection, a LAG, or (not said) a port of its own that only it knows. */
export interface Port {
  readonly id: ResourceId
  readonly name: string
  readonly resource: ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'> | undefined
  readonly Location: string | undefined
  readonly AwsLogicalDeviceId: string | undefined
  readonly Region: string | undefined
}

/** The port of a virtual interface; of a connection in a LAG it is the LAG. */
export function portOf(index: DesignIndex, vif: ResourceOf<'virtual-interface'>): Port {
  const connection = index.getOf('direct-connect-connection', vif.ConnectionId)
  const resource = index.getOf('direct-connect-lag', connection?.LagId ?? vif.ConnectionId) ?? connection
  if (!resource) return { id: vif.id, name: `the port of ${displayName(vif)}`, resource: undefined, Location: undefined, AwsLogicalDeviceId: undefined, Region: undefined }
  const member = resource.kind === 'direct-connect-lag' ? membersOf(index, resource.id)[0] : undefined
  return { id: resource.id, name: displayName(resource), resource, Location: resource.Location ?? member?.Location, AwsLogicalDeviceId: resource.AwsLogicalDeviceId ?? member?.AwsLogicalDeviceId, Region: resource.Region ?? member?.Region }
}

/** The connections of a LAG. */
export function membersOf(index: DesignIndex, lag: ResourceId): ResourceOf<'direct-connect-connection'>[] {
  return index.referrers(lag).flatMap(({ resource }) => (resource.kind === 'direct-connect-connection' && resource.LagId === lag ? [resource] : []))
}

/** The ports that the interfaces enter by, each once. */
export function portsOf(index: DesignIndex, interfaces: readonly ResourceOf<'virtual-interface'>[]): Port[] {
  return [...new Map(interfaces.map((vif) => portOf(index, vif)).map((port) => [port.id, port])).values()]
}

function joined(index: DesignIndex): (place: ResourceId) => ResourceId {
  const parents = new Map<ResourceId, ResourceId>()
  const rootOf = (place: ResourceId): ResourceId => {
    let root = place
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
    return root
  }
  const join = (a: ResourceId, b: ResourceId) => {
    const [first, second] = [rootOf(a), rootOf(b)]
    if (first !== second) parents.set(first < second ? second : first, first < second ? first : second)
  }
  for (const { site, peerSite } of index.all('wan-link')) join(site, peerSite)
  for (const { site, colocation } of index.all('carrier-circuit')) if (colocation !== undefined) join(site, colocation)
  return rootOf
}

/** The campuses that have a device, in order of their first place. */
export const campuses = remember((index: DesignIndex): readonly Campus[] => {
  const rootOf = joined(index)
  const places = new Map<ResourceId, ResourceId[]>()
  for (const { id } of index.all('site')) file(places, rootOf(id), id)
  const devices = new Map<ResourceId, ResourceOf<'customer-gateway'>[]>()
  const homes = new Map<ResourceId, ResourceId>()
  for (const device of index.all('customer-gateway')) {
    const root = rootOf(placeOf(device))
    file(devices, root, device)
    homes.set(device.id, root)
  }
  const interfaces = new Map<ResourceId, ResourceOf<'virtual-interface'>[]>()
  for (const vif of index.all('virtual-interface')) file(interfaces, homes.get(vif.customerRouter) ?? vif.customerRouter, vif)
  const vpns = new Map<ResourceId, ResourceOf<'vpn-connection'>[]>()
  for (const vpn of index.all('vpn-connection')) file(vpns, homes.get(vpn.CustomerGatewayId) ?? vpn.CustomerGatewayId, vpn)
  return [...devices].map(([root, own]) => {
    const [first, ...others] = places.get(root) ?? [root]
    const lines = interfaces.get(root) ?? []
    return {
      places: [first ?? root, ...others] as const,
      name: sentence([first ?? root, ...others].map((place) => nameOf(index, place))),
      devices: own,
      interfaces: lines.filter((vif) => vif.VirtualInterfaceType !== 'public'),
      publicInterfaces: lines.filter((vif) => vif.VirtualInterfaceType === 'public'),
      vpns: vpns.get(root) ?? [],
    }
  })
})

/** The campus of each device. */
export const campusOfDevice = remember((index: DesignIndex): ReadonlyMap<ResourceId, Campus> => new Map(campuses(index).flatMap((campus) => campus.devices.map(({ id }) => [id, campus] as const))))
