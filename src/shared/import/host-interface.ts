import type { ResourceId } from '../model/id.ts'
import type { ImportContext } from './context.ts'
import { addressIn, unique } from './fields.ts'
import { addresses, instances, type InterfaceItem, networkInterfaces } from './items/host.ts'
import { securityGroups } from './items/filter.ts'
import type { Place } from './place.ts'

/** Addresses and filters of one interface, as the model has them. */
export interface HostInterface {
  readonly PrivateIpAddress: string | undefined
  readonly SecondaryPrivateIpAddresses: readonly string[] | undefined
  readonly Ipv6Addresses: readonly string[] | undefined
  readonly PublicIpAddress: string | undefined
  readonly SecurityGroupIds: readonly ResourceId[]
  readonly SourceDestCheck: boolean
}

const some = (texts: readonly string[]): readonly string[] | undefined => (texts.length === 0 ? undefined : texts)

/** Elastic addresses by interface, and by instance for answers that do not name the interface. */
export function publicAddresses(context: ImportContext): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const { item } of context.all(addresses)) {
    const address = addressIn(item.PublicIp)
    for (const holder of [item.NetworkInterfaceId, item.InstanceId]) if (holder && address && !known.has(holder)) known.set(holder, address)
  }
  return known
}

/** Reads an interface. `publicIp` is what other answers say about it. */
export function readInterface(item: InterfaceItem, context: ImportContext, near: Place, publicIp: string | undefined): HostInterface {
  const primary = addressIn(item.PrivateIpAddress) ?? addressIn(item.PrivateIpAddresses.find((address) => address.Primary)?.PrivateIpAddress)
  const associated = [item.Association, ...item.PrivateIpAddresses.map((address) => address.Association)].map((association) => addressIn(association?.PublicIp))
  return {
    PrivateIpAddress: primary,
    SecondaryPrivateIpAddresses: some(unique(item.PrivateIpAddresses.map((address) => addressIn(address.PrivateIpAddress))).filter((address) => address !== primary)),
    Ipv6Addresses: some(unique(item.Ipv6Addresses.map((address) => addressIn(address.Ipv6Address)))),
    PublicIpAddress: unique([...associated, publicIp])[0],
    SecurityGroupIds: [...new Set(item.Groups.flatMap((group) => context.ref(securityGroups, group.GroupId, near) ?? []))],
    SourceDestCheck: item.SourceDestCheck ?? true,
  }
}

/** The instance or other resource that an interface's id leads to; a route's target, for instance. */
export function ownerOfInterface(context: ImportContext, networkInterfaceId: string | undefined, near: Place): ResourceId | undefined {
  const found = context.find(networkInterfaces, networkInterfaceId, near)
  const attached = context.ref(instances, found?.item.Attachment?.InstanceId, near)
  if (attached) return attached
  const holder = networkInterfaceId ? context.all(instances).find(({ item }) => item.NetworkInterfaces.some((own) => own.NetworkInterfaceId === networkInterfaceId)) : undefined
  return holder?.id ?? found?.id
}
