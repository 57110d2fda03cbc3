import type { Found, ImportContext } from '../context.ts'
import { addressIn, nameOf } from '../fields.ts'
import { publicAddresses, readInterface } from '../host-interface.ts'
import { instances, type InterfaceItem, networkInterfaces } from '../items/host.ts'
import { subnets } from '../items/vpc.ts'

type InstanceItem = Parameters<typeof instances.identify>[0]

/** Interfaces of an instance, the first one first: its own list, completed from the list of all interfaces. */
function interfacesOf(item: InstanceItem, attached: readonly InterfaceItem[]): InterfaceItem[] {
  const own = item.NetworkInterfaces
  const further = attached.filter((other) => !own.some((known) => known.NetworkInterfaceId === other.NetworkInterfaceId))
  const all = [...own, ...further].map((entry, index) => ({ entry, order: entry.Attachment?.DeviceIndex ?? index }))
  return all.sort((a, b) => a.order - b.order).map(({ entry }) => entry)
}

/** What an answer without interfaces says of the instance's only one. */
function flatInterface(item: InstanceItem): InterfaceItem {
  return {
    NetworkInterfaceId: undefined,
    SubnetId: item.SubnetId,
    PrivateIpAddress: item.PrivateIpAddress,
    PrivateIpAddresses: [],
    Ipv6Addresses: [{ Ipv6Address: item.Ipv6Address }],
    Association: { PublicIp: item.PublicIpAddress },
    Groups: item.SecurityGroups,
    SourceDestCheck: item.SourceDestCheck,
    Attachment: undefined,
  }
}

/** Instances with all their interfaces. A stopped one stays: routes to it are blackholes (F-RT-25). */
export function importInstances(context: ImportContext): void {
  const attachedTo = new Map<string, InterfaceItem[]>()
  for (const { item } of context.all(networkInterfaces)) {
    const holder = item.Attachment?.InstanceId
    if (holder) attachedTo.set(holder, [...(attachedTo.get(holder) ?? []), item])
  }
  const publicOf = publicAddresses(context)
  for (const found of context.all(instances)) context.put('instance', found, instanceFields(found, attachedTo.get(found.awsId) ?? [], publicOf, context))
}

function instanceFields(found: Found<InstanceItem>, attached: readonly InterfaceItem[], publicOf: ReadonlyMap<string, string>, context: ImportContext) {
  const { item } = found
  const [first = flatInterface(item), ...further] = interfacesOf(item, attached)
  const subnet = item.SubnetId || first.SubnetId
  const SubnetId = context.ref(subnets, subnet, found)
  if (SubnetId === undefined) return { skip: context.missing('subnet', subnet) }
  const publicIp = addressIn(item.PublicIpAddress) ?? publicOf.get(first.NetworkInterfaceId ?? '') ?? (further.length === 0 ? publicOf.get(found.awsId) : undefined)
  const primary = readInterface(first, context, found, publicIp)
  const others = further.flatMap((entry) => {
    const inSubnet = context.ref(subnets, entry.SubnetId, found)
    return inSubnet === undefined ? [] : [{ NetworkInterfaceId: entry.NetworkInterfaceId?.slice(0, 100), SubnetId: inSubnet, ...readInterface(entry, context, found, publicOf.get(entry.NetworkInterfaceId ?? '')) }]
  })
  if (others.length < further.length) context.note(found, `${further.length - others.length} of its interfaces lie in subnets that are not in the import`)
  const isStopped = item.State?.Name === 'stopped' || item.State?.Name === 'stopping'
  return {
    name: nameOf(found, item.Tags),
    SubnetId,
    ...primary,
    PrivateIpAddress: primary.PrivateIpAddress ?? addressIn(item.PrivateIpAddress),
    NetworkInterfaces: others.length === 0 ? undefined : others.map(withoutUndefined),
    ...(isStopped ? { stopped: true } : {}),
  }
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> } // only undefined ones went
}
