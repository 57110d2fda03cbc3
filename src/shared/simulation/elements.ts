import type { DesignIndex } from '../document/query.ts'
import { deviceElement, kindOfElement, locationElement, type Port, serviceElement } from './element-names.ts'
import { listElements } from './list-elements.ts'
import { currentDependence, depending } from './dependence.ts'
import type { ResourceId } from '../model/id.ts'
import type { Resource, ResourceOf } from '../model/index.ts'
import type { ElementId, FailableElement } from './types.ts'

/** Several things that serve the same end, of which so many must be up. */
export interface Redundancy {
  /** Each is up while all its elements are. */
  readonly options: readonly (readonly ElementId[])[]
  readonly needed: number
}

/** Which elements there are, and which of them take a resource down when they fail (fate sharing, facts section 11.3). */
export class Elements {
  readonly #index: DesignIndex
  readonly #zoneIds = new Map<string, string>()
  readonly #fates = new Map<ResourceId, readonly ElementId[]>()
  readonly #redundancies = new Map<ResourceId, readonly Redundancy[]>()
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
    currentDependence()?.zones.add(subnetId)
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
        return [`customer-device:${resource.id}`, ...this.#power(resource.powerDomain)]
      case 'isp-link':
        return [`isp-link:${resource.id}`, ...this.#power(resource.powerDomain)]
      case 'server':
        return this.#power(resource.powerDomain)
      case 'wan-link':
        return [`wan-link:${resource.id}`]
      case 'carrier-circuit':
        return [`carrier-circuit:${resource.id}`]
      case 'directory':
        return [`directory-server:${resource.id}`, ...(resource.SubnetId === undefined ? [] : this.of(resource.SubnetId))]
      case 'load-balancer':
      case 'vpc-endpoint':
      case 'vpc-endpoint-service':
      case 'route-server':
        return this.of(resource.VpcId)
      case 'client-vpn-endpoint':
        return resource.Region === undefined && resource.VpcId !== undefined ? this.of(resource.VpcId) : this.#region(resource.Region)
      case 'software-vpn':
        return [...this.of(resource.near), ...this.of(resource.far)]
      case 'transit-gateway-peering-attachment':
        return [...this.of(resource.TransitGatewayId), ...this.of(resource.PeerTransitGatewayId)]
      case 'transit-gateway-connect-peer':
        return [...this.of(resource.peer), ...this.of(resource.TransitGatewayId)]
      case 'direct-connect-connection': {
        const circuits = this.#circuits(resource.id)
        return [`dx-connection:${resource.id}`, deviceElement(resource), locationElement(resource), ...(circuits.length === 1 ? this.of(circuits[0] ?? resource.id) : [])]
      }
      case 'direct-connect-lag': {
        const port = this.portOfLag(resource)
        const circuits = this.#circuits(resource.id)
        return [deviceElement(port), locationElement(port), ...(circuits.length === 1 ? this.of(circuits[0] ?? resource.id) : [])]
      }
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
    currentDependence()?.fates.add(id)
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

  #power(domain: ResourceId | undefined): ElementId[] {
    return domain === undefined || !this.#index.getOf('power-domain', domain) ? [] : [`power-domain:${domain}`]
  }

  /** The carrier circuits that end on a connection or LAG. */
  #circuits(port: ResourceId): ResourceId[] {
    return this.#index.referrers(port).flatMap(({ resource }) => (resource.kind === 'carrier-circuit' && resource.ConnectionId === port ? [resource.id] : []))
  }

  #members(lag: ResourceId): ResourceOf<'direct-connect-connection'>[] {
    return this.#index.referrers(lag).flatMap(({ resource }) => (resource.kind === 'direct-connect-connection' && resource.LagId === lag ? [resource] : []))
  }

  /** Where a LAG ends: as it says itself, else where its first member does (F-DX-5). */
  portOfLag(lag: ResourceOf<'direct-connect-lag'>): Port {
    const first = this.#members(lag.id)[0]
    return { id: lag.id, Location: lag.Location ?? first?.Location, AwsLogicalDeviceId: lag.AwsLogicalDeviceId ?? first?.AwsLogicalDeviceId }
  }

  /** What else a resource needs, of which not every part must be up: members of a LAG, one of several circuits. */
  redundancies(id: ResourceId): readonly Redundancy[] {
    currentDependence()?.fates.add(id)
    let found = this.#redundancies.get(id)
    if (!found) {
      found = this.#redundanciesOf(this.#index.get(id))
      this.#redundancies.set(id, found)
    }
    return found
  }

  #redundanciesOf(resource: Resource | undefined): readonly Redundancy[] {
    switch (resource?.kind) {
      case 'virtual-interface':
        return resource.ConnectionId === undefined ? [] : this.redundancies(resource.ConnectionId)
      case 'direct-connect-connection':
      case 'direct-connect-lag': {
        const circuits = this.#circuits(resource.id)
        const lines = circuits.length > 1 ? [{ options: circuits.map((circuit) => this.of(circuit)), needed: 1 }] : []
        if (resource.kind === 'direct-connect-connection') return lines
        // Of a member only its own port and circuits count: device and location are the LAG's.
        const members = this.#members(resource.id).map((member): readonly ElementId[] => [`dx-connection:${member.id}`, ...(this.#circuits(member.id).length === 1 ? this.#circuits(member.id).flatMap((circuit) => this.of(circuit)) : [])])
        return [{ options: members, needed: Math.max(1, resource.MinimumLinks) }, ...lines]
      }
      default:
        return []
    }
  }

  /** Every element that the resource has to do with: those that take it down, and those of which some must be up. */
  reliesOn(id: ResourceId): readonly ElementId[] {
    return [...this.of(id), ...this.redundancies(id).flatMap(({ options }) => options.flat())]
  }

  /** True while none of the failed elements takes the resource down. */
  isUp(id: ResourceId, failed: ReadonlySet<ElementId>): boolean {
    if (this.redundancies(id).some(({ options, needed }) => options.filter((option) => option.every((element) => !failed.has(element))).length < needed)) return false
    return failed.size === 0 || this.of(id).every((element) => !failed.has(element))
  }

  /** All elements, by kind in the order of `ElementKind`, then by id. */
  get all(): readonly FailableElement[] {
    this.#all ??= depending(undefined, () => listElements(this.#index, this))
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
}
