import type { Design } from '../../src/shared/document/design.ts'
import type { ResourceId } from '../../src/shared/model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../src/shared/model/index.ts'
import { type Address, parseAddress } from '../../src/shared/net/address.ts'
import { addressAt, containsAddress, parsePrefix, type Prefix, sampleAddress, sizeOf } from '../../src/shared/net/prefix.ts'

/** A network interface: of an instance, or one that stands alone. */
export interface Iface {
  readonly key: string
  readonly owner: ResourceOf<'instance'> | ResourceOf<'network-interface'>
  readonly subnet: ResourceOf<'subnet'>
  readonly addresses: readonly Address[]
  readonly public: Address | undefined
  readonly groups: readonly ResourceId[]
  readonly forwards: boolean
}

export const same = (a: Address, b: Address) => a.family === b.family && a.value === b.value
/** An address as the model holds it. */
export const parsed = (text: string | undefined): Address | undefined => (text === undefined ? undefined : parseAddress(text))
export const prefixes = (texts: readonly (string | undefined)[]): Prefix[] => texts.flatMap((text) => (text === undefined ? [] : (parsePrefix(text) ?? [])))
export const covers = (blocks: readonly Prefix[], address: Address) => blocks.some((block) => containsAddress(block, address))

/** A design with some elements down. Everything is looked up by walking lists: slow, and hard to get wrong. */
export class World {
  readonly resources: readonly Resource[]
  readonly failed: ReadonlySet<string>
  readonly ifaces: readonly Iface[]
  private readonly byKind = new Map<Kind, readonly Resource[]>()

  constructor(design: Design, failed: readonly string[]) {
    this.resources = Object.values(design.resources).sort((a, b) => (a.id < b.id ? -1 : 1))
    this.failed = new Set(failed)
    this.ifaces = this.resources.flatMap((resource) => this.ifacesOf(resource))
  }

  all<K extends Kind>(kind: K): readonly ResourceOf<K>[] {
    const list = this.byKind.get(kind) ?? this.resources.filter((resource) => resource.kind === kind)
    this.byKind.set(kind, list)
    return list as readonly ResourceOf<K>[] // filtered by that kind
  }

  get<K extends Kind>(kind: K, id: string | undefined): ResourceOf<K> | undefined {
    return this.all(kind).find((resource) => resource.id === id)
  }

  any(id: string | undefined): Resource | undefined {
    return this.resources.find((resource) => resource.id === id)
  }

  private ifacesOf(resource: Resource): Iface[] {
    if (resource.kind !== 'instance' && resource.kind !== 'network-interface') return []
    const entries = [resource, ...(resource.kind === 'instance' ? (resource.NetworkInterfaces ?? []) : [])]
    return entries.flatMap((entry, index) => {
      const subnet = this.get('subnet', entry.SubnetId)
      if (!subnet) return []
      const addresses = [entry.PrivateIpAddress, ...(entry.SecondaryPrivateIpAddresses ?? []), ...(entry.Ipv6Addresses ?? [])].flatMap((text) => parsed(text) ?? [])
      return [{ key: `${resource.id}/${index}`, owner: resource, subnet, addresses, public: parsed(entry.PublicIpAddress), groups: entry.SecurityGroupIds, forwards: !entry.SourceDestCheck }]
    })
  }

  // Where things are

  vpcBlocks(vpc: string | undefined): Prefix[] {
    const found = this.get('vpc', vpc)
    return found ? prefixes([...found.CidrBlocks, ...found.Ipv6CidrBlocks]) : []
  }

  /** A host that stands for a prefix of a site: the fifth, or the fifth after each longer block of somebody else that is in the way. */
  sampleOf(site: string, prefix: Prefix): Address {
    const others = [...this.all('vpc').flatMap(({ id }) => this.vpcBlocks(id)), ...this.all('site').filter(({ id }) => id !== site).flatMap((other) => prefixes(other.prefixes))]
    const longer = others.filter(({ length }) => length > prefix.length).sort((a, b) => a.length - b.length)
    let host = sampleAddress(prefix)
    while (containsAddress(prefix, host)) {
      const inTheWay = longer.find((block) => containsAddress(block, host))
      if (!inTheWay) return host
      host = { family: host.family, value: inTheWay.value + sizeOf(inTheWay) + 4n }
    }
    return sampleAddress(prefix)
  }

  subnetBlocks(subnet: ResourceOf<'subnet'>): Prefix[] {
    return prefixes([subnet.CidrBlock, subnet.Ipv6CidrBlock])
  }

  subnetsOf(vpc: string): ResourceOf<'subnet'>[] {
    return this.all('subnet').filter((subnet) => subnet.VpcId === vpc)
  }

  /** The subnet of the VPC that holds the address. */
  subnetAt(vpc: string, address: Address): ResourceOf<'subnet'> | undefined {
    return this.subnetsOf(vpc).find((subnet) => covers(this.subnetBlocks(subnet), address))
  }

  /** An address for somebody whose address the design does not say: the first from the tenth on that nobody has. */
  freeAddress(subnet: ResourceOf<'subnet'>, family: 4 | 6, taken: readonly Address[]): Address | undefined {
    const block = this.subnetBlocks(subnet).find((prefix) => prefix.family === family)
    if (!block) return undefined
    const used = [...taken, ...this.ifaces.flatMap((iface) => (iface.subnet.id === subnet.id ? iface.addresses : []))]
    for (let offset = 10n; offset < 200n; offset++) {
      const address = addressAt(block, offset)
      if (!address) return addressAt(block, 4n)
      if (!used.some((other) => same(other, address))) return address
    }
    return undefined
  }

  vpcOfVgw(vgw: string): ResourceOf<'vpc'> | undefined {
    return this.get('vpc', this.get('vpn-gateway', vgw)?.VpcAttachments[0]?.VpcId)
  }

  tableOf(subnet: ResourceOf<'subnet'>): ResourceOf<'route-table'> | undefined {
    const tables = this.all('route-table').filter((table) => table.VpcId === subnet.VpcId)
    return tables.find((table) => table.Associations.some(({ SubnetId }) => SubnetId === subnet.id)) ?? tables.find((table) => table.Associations.some(({ Main }) => Main === true))
  }

  edgeTableOf(gateway: string, vpc: string): ResourceOf<'route-table'> | undefined {
    return this.all('route-table').find((table) => table.VpcId === vpc && table.Associations.some(({ GatewayId }) => GatewayId === gateway))
  }

  // What is up

  regionOf(resource: Resource | undefined): string | undefined {
    if (resource?.kind === 'subnet') return this.regionOf(this.get('vpc', resource.VpcId))
    if (resource?.kind === 'vpn-gateway') return resource.Region ?? this.regionOf(this.get('vpc', resource.VpcAttachments[0]?.VpcId))
    return resource && 'Region' in resource ? resource.Region : undefined
  }

  /** A zone by its id, else by its name, which means something only within an account and Region (F-TGW-6). */
  zoneOf(subnet: ResourceOf<'subnet'>): string | undefined {
    const region = this.regionOf(subnet) ?? '-'
    const account = (other: ResourceOf<'subnet'>) => this.get('vpc', other.VpcId)?.OwnerId
    const twin = this.all('subnet').find((other) => other.AvailabilityZoneId && other.AvailabilityZone === subnet.AvailabilityZone && account(other) === account(subnet) && this.regionOf(other) === this.regionOf(subnet))
    const id = subnet.AvailabilityZoneId ?? (subnet.AvailabilityZone === undefined ? undefined : twin?.AvailabilityZoneId)
    if (id !== undefined) return `availability-zone:${region}/${id}`
    if (subnet.AvailabilityZone === undefined) return undefined
    return `availability-zone:${[region, ...(account(subnet) === undefined ? [] : [account(subnet)]), subnet.AvailabilityZone].join('/')}`
  }

  regionUp(resource: Resource | undefined): boolean {
    return !this.failed.has(`region:${this.regionOf(resource)}`)
  }

  subnetUp(subnet: ResourceOf<'subnet'>): boolean {
    return this.regionUp(subnet) && !this.failed.has(this.zoneOf(subnet) ?? '')
  }

  ifaceUp(iface: Iface): boolean {
    return this.subnetUp(iface.subnet) && !this.failed.has(`instance:${iface.owner.id}`) && !(iface.owner.kind === 'instance' && iface.owner.stopped === true)
  }

  natUp(nat: ResourceOf<'nat-gateway'>): boolean {
    if (this.failed.has(`nat-gateway:${nat.id}`)) return false
    const subnet = this.get('subnet', nat.SubnetId)
    return subnet ? this.subnetUp(subnet) : this.regionUp(this.get('vpc', nat.VpcId))
  }
}
