import { z } from 'zod'
import { awsIdentifier, flag, list, part, tags, text, whole } from '../aws-item.ts'
import { defineItems, goneState } from './items.ts'

const association = part({ PublicIp: text })

const interfaceShape = {
  NetworkInterfaceId: text,
  SubnetId: text,
  PrivateIpAddress: text,
  PrivateIpAddresses: list(z.object({ PrivateIpAddress: text, Primary: flag, Association: association })),
  Ipv6Addresses: list(z.object({ Ipv6Address: text })),
  Association: association,
  Groups: list(z.object({ GroupId: text })),
  SourceDestCheck: flag,
  Attachment: part({ InstanceId: text, DeviceIndex: whole, Status: text }),
}

const instanceInterface = z.object(interfaceShape)

/** A network interface as an instance or a list of interfaces describes it. */
export type InterfaceItem = z.output<typeof instanceInterface>

/** Instances inside the reservations of DescribeInstances. */
export const instances = defineItems({
  type: 'Instance',
  keys: ['Reservations'],
  kind: 'instance',
  expand: (entry) => {
    if (typeof entry !== 'object' || entry === null) return [entry]
    const { Instances, OwnerId } = entry as { readonly Instances?: unknown; readonly OwnerId?: unknown }
    if (!Array.isArray(Instances)) return [entry]
    return Instances.map((instance: unknown) => (typeof instance === 'object' && instance !== null ? { reservationOwner: OwnerId, ...instance } : instance))
  },
  schema: z.object({
    InstanceId: awsIdentifier,
    reservationOwner: text,
    SubnetId: text,
    VpcId: text,
    PrivateIpAddress: text,
    PublicIpAddress: text,
    Ipv6Address: text,
    SecurityGroups: list(z.object({ GroupId: text })),
    SourceDestCheck: flag,
    NetworkInterfaces: list(instanceInterface),
    State: part({ Name: text }),
    Tags: tags,
  }),
  identify: (item) => ({ awsId: item.InstanceId, owner: item.reservationOwner, gone: goneState(item.State?.Name, 'terminated', 'shutting-down') }),
})

/** Interfaces of DescribeNetworkInterfaces. */
export const networkInterfaces = defineItems({
  type: 'NetworkInterface',
  keys: ['NetworkInterfaces'],
  kind: 'network-interface',
  schema: z.object({ ...interfaceShape, NetworkInterfaceId: awsIdentifier, VpcId: text, OwnerId: text, InterfaceType: text, Description: text, TagSet: tags }),
  identify: (item) => ({ awsId: item.NetworkInterfaceId, owner: item.OwnerId }),
})

/** Elastic IP addresses of DescribeAddresses. */
export const addresses = defineItems({
  type: 'Address',
  keys: ['Addresses'],
  schema: z.object({ PublicIp: awsIdentifier, PrivateIpAddress: text, InstanceId: text, NetworkInterfaceId: text, AllocationId: text }),
  identify: (item) => ({ awsId: item.AllocationId ?? item.PublicIp }),
})
