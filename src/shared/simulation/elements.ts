import { type DesignIndex, displayName } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Resource, ResourceOf } from '../model/index.ts'
import type { ElementId, ElementKind, FailableElement } from './types.ts'

/** Which elements there are, and which of them take a resource down when they fail (fate sharing, facts section 11.3). */
export class Elements {
  readonly #index: DesignIndex
  readonly #zoneIds = new Map<string, string>()
  readonly #fates = new Map<ResourceId, readonly ElementId[]>()
  #all: readonly FailableElement[] | undefined
  #positions: ReadonlyMap<ElementId, number> | undefined

  /** Reads zone names once; everything else is worked out when asked for. */
  constructor(index: DesignIndex) {
    this.#index = index
    for (const subnet of index.all('subnet')) {
      const { AvailabilityZone, AvailabilityZoneId } = subnet
      if (AvailabilityZone !== undefined && AvailabilityZoneId !== undefined) this.#zoneIds.set(this.#zoneName(subnet, AvailabilityZone), AvailabilityZoneId)
    }
  }

  #vpcOf(subnet: ResourceOf<'subnet'>): ResourceOf<'vpc'> | undefined {
    return this.#index.getOf('vpc', subnet.VpcId)
  }

  /** A zone's name means something only within its account and Region (F-TGW-6). */
  #zoneName(subnet: ResourceOf<'subnet'>, name: string): string {
    const vpc = this.#vpcOf(subnet)
    return [vpc?.Region ?? '-', ...(vpc?.OwnerId === undefined ? [] : [vpc.OwnerId]), name].join('/')
  }

  /** The zone a subnet is in: Region and zone id, else Region, account and zone name; undefined when the design does not say. */
  zoneOf(subnetId: ResourceId): ElementId | undefined {
    const subnet = this.#index.getOf('subnet', subnetId)
    if (!subnet) return undefined
    const { AvailabilityZone: name, AvailabilityZoneId: id } = subnet
    const known = id ?? (name === undefined ? undefined : this.#zoneIds.get(this.#zoneName(subnet, name)))
    if (known !== undefined) return `availability-zone:${this.#vpcOf(subnet)?.Region ?? '-'}/${known}`
    return name === undefined ? undefined : `availability-zone:${this.#zoneName(subnet, name)}`
  }

  #region(region: string | undefined): ElementId[] {
    return region === undefined ? [] : [`region:${region}`]
  }

  #fateOf(resource: Resource): readonly ElementId[] {
    switch (resource.kind) {
      case 'vpc':
        return this.#region(resource.Region)
      case 'transit-gateway':
        return [serviceElement(resource.id), ...this.#region(resource.Region)]
      case 'vpn-gateway': {
        // A VGW that does not say where it is is where its VPC is.
        const vpc = resource.VpcAttachments[0]?.VpcId
        return resource.Region === undefined && vpc !== undefined ? this.of(vpc) : this.#region(resource.Region)
      }
      case 'subnet': {
        const zone = this.zoneOf(resource.id)
        return [...(zone === undefined ? [] : [zone]), ...this.of(resource.VpcId)]
      }
      case 'instance':
        return [`instance:${resource.id}`, ...this.of(resource.SubnetId)]
      case 'network-interface':
        return this.of(resource.SubnetId)
      case 'nat-gateway':
        return resource.SubnetId === undefined ? (resource.VpcId === undefined ? [] : this.of(resource.VpcId)) : [`nat-gateway:${resource.id}`, ...this.of(resource.SubnetId)]
      case 'customer-gateway':
        return [`customer-device:${resource.id}`]
      case 'isp-link':
        return [`isp-link:${resource.id}`]
      case 'direct-connect-connection':
        return [`dx-connection:${resource.id}`, deviceElement(resource), locationElement(resource)]
      case 'virtual-interface':
        return [...(resource.ConnectionId === undefined ? [] : this.of(resource.ConnectionId)), ...this.of(resource.customerRouter), ...(resource.VirtualGatewayId === undefined ? [] : this.of(resource.VirtualGatewayId))]
      case 'vpn-connection': {
        const gateway = resource.VpnGatewayId ?? resource.TransitGatewayId
        return [serviceElement(resource.id), ...this.of(resource.CustomerGatewayId), ...(gateway === undefined ? [] : this.of(gateway))]
      }
      default:
        return []
    }
  }

  /** The elements of which any one takes the resource down. ISP links of a tunnel are not among them: one of several suffices. */
  of(id: ResourceId): readonly ElementId[] {
    let fate = this.#fates.get(id)
    if (!fate) {
      const resource = this.#index.get(id)
      fate = resource ? this.#fateOf(resource) : []
      this.#fates.set(id, fate)
    }
    return fate
  }

  /** The resource that a service element stands for; undefined for every other element. */
  serviceOf(element: ElementId): ResourceId | undefined {
    return kindOfElement(element) === 'service' ? (element.slice('service:'.length) as ResourceId) : undefined
  }

  /** All elements, by kind in the order of `ElementKind`, then by id. */
  get all(): readonly FailableElement[] {
    this.#all ??= this.#list()
    return this.#all
  }

  /** Those of `all` that are named, each once, in its order. Names of no element are ignored. */
  among(named: Iterable<ElementId>): readonly FailableElement[] {
    const { all } = this
    this.#positions ??= new Map(all.map(({ element }, position) => [element, position]))
    const found = new Set<number>()
    for (const element of named) {
      const position = this.#positions.get(element)
      if (position !== undefined) found.add(position)
    }
    return [...found].sort((a, b) => a - b).flatMap((position) => all[position] ?? [])
  }

  #list(): FailableElement[] {
    const found = new Map<ElementId, FailableElement>()
    const add = (kind: ElementKind, element: ElementId, label: string, resource?: ResourceId) => {
      if (!found.has(element)) found.set(element, { element, kind, ...(resource === undefined ? {} : { resource }), label })
    }
    const index = this.#index
    for (const device of index.all('customer-gateway')) add('customer-device', `customer-device:${device.id}`, displayName(device), device.id)
    for (const link of index.all('isp-link')) add('isp-link', `isp-link:${link.id}`, displayName(link), link.id)
    for (const connection of index.all('vpn-connection')) {
      for (const [position, tunnel] of connection.TunnelOptions.entries()) {
        if (tunnel.configured) add('vpn-tunnel', tunnelElement(connection.id, position === 0 ? 1 : 2), `tunnel ${position + 1} of ${displayName(connection)}`, connection.id)
      }
    }
    for (const subnet of index.all('subnet')) {
      const zone = this.zoneOf(subnet.id)
      if (zone !== undefined) add('availability-zone', zone, `Availability Zone ${subnet.AvailabilityZone ?? subnet.AvailabilityZoneId ?? zone}`)
    }
    for (const kind of ['vpc', 'vpn-gateway', 'transit-gateway'] as const) {
      for (const resource of index.all(kind)) if (resource.Region !== undefined) add('region', `region:${resource.Region}`, `Region ${resource.Region}`)
    }
    for (const instance of index.all('instance')) add('instance', `instance:${instance.id}`, displayName(instance), instance.id)
    for (const nat of index.all('nat-gateway')) if (nat.SubnetId !== undefined) add('nat-gateway', `nat-gateway:${nat.id}`, displayName(nat), nat.id)
    const connections = index.all('direct-connect-connection')
    for (const connection of connections) add('dx-location', locationElement(connection), `Direct Connect location ${connection.Location ?? `of ${displayName(connection)}`}`)
    for (const connection of connections) add('dx-device', deviceElement(connection), `AWS device ${connection.AwsLogicalDeviceId ?? `of ${displayName(connection)}`}`)
    for (const connection of connections) add('dx-connection', `dx-connection:${connection.id}`, displayName(connection), connection.id)
    return [...found.values()]
  }
}

/**
 * A regional service that AWS commits to as a whole (a transit gateway, both tunnels of a VPN connection). It is redundant by
 * design, so it is listed nowhere as something that fails; its commitment still counts in an availability.
 */
export function serviceElement(id: ResourceId): ElementId {
  return `service:${id}`
}

/** What an element is, by its name: an `ElementKind`, or `service`. */
export const kindOfElement = (element: ElementId): string => element.slice(0, element.indexOf(':'))

/** The element of one tunnel of a VPN connection. */
export function tunnelElement(connection: ResourceId, tunnel: 1 | 2): ElementId {
  return `vpn-tunnel:${connection}/${tunnel}`
}

// A connection without a stated location or device still ends on one; until it is named it is that connection's alone.
function locationElement(connection: ResourceOf<'direct-connect-connection'>): ElementId {
  return `dx-location:${connection.Location ?? connection.id}`
}

function deviceElement(connection: ResourceOf<'direct-connect-connection'>): ElementId {
  return connection.AwsLogicalDeviceId === undefined ? `dx-device:${connection.id}` : `dx-device:${connection.Location ?? '-'}/${connection.AwsLogicalDeviceId}`
}
