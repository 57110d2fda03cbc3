import type { ResourceOf } from '../../model/index.ts'
import { internetAttachments } from './attachment.ts'
import type { Emission } from './emission.ts'
import { nameTags } from './emitter.ts'
import { attributeOf, refTo, type Properties, type Value } from './value.ts'

type Instance = ResourceOf<'instance'>
type Interface = Instance | ResourceOf<'network-interface'> | NonNullable<Instance['NetworkInterfaces']>[number]

/** Properties of a network interface (F-CFN-90). */
export function interfaceProperties(from: Interface, to: Emission): Properties {
  const secondary = [...new Set(from.SecondaryPrivateIpAddresses)].map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false }))
  const primary = from.PrivateIpAddress === undefined ? [] : [{ PrivateIpAddress: from.PrivateIpAddress, Primary: true }]
  const groups = from.SecurityGroupIds.filter((group) => to.isExported(group))
  const ipv6 = [...new Set(from.Ipv6Addresses)].map((Ipv6Address) => ({ Ipv6Address }))
  return {
    SubnetId: to.ref(from.SubnetId),
    PrivateIpAddress: secondary.length > 0 ? undefined : from.PrivateIpAddress,
    PrivateIpAddresses: secondary.length > 0 ? [...primary, ...secondary] : undefined,
    Ipv6Addresses: ipv6.length > 0 ? ipv6 : undefined,
    GroupSet: groups.length > 0 ? to.refs(groups) : undefined,
    SourceDestCheck: from.SourceDestCheck,
  }
}

/** True when the instance needs network interfaces of its own: the flat properties say one private address only. */
export function hasOwnInterfaces(instance: Instance): boolean {
  return (instance.NetworkInterfaces?.length ?? 0) > 0 || (instance.SecondaryPrivateIpAddresses?.length ?? 0) > 0
}

/** The first network interface of an instance that has its own; a route cannot name such an instance (F-RT-20). */
export function interfaceOf(instance: Instance, to: Emission): Value | undefined {
  if (!hasOwnInterfaces(instance)) return undefined
  return to.isHere(instance.id) ? refTo(to.names.part(instance.id, 'Eni')) : to.ref(instance.id)
}

/** An Elastic IP for an instance or interface, once the VPC has its internet gateway (F-CFN-5). */
export function emitPublicAddress(owner: Instance | ResourceOf<'network-interface'>, words: string, target: Properties, to: Emission): void {
  const vpc = to.index.getOf('subnet', owner.SubnetId)?.VpcId
  const address = to.names.part(owner.id, `${words}Eip`)
  const before = internetAttachments(to, vpc)
  to.add(address, 'AWS::EC2::EIP', { Domain: 'vpc', Tags: nameTags(owner.name) }, before)
  to.add(to.names.part(owner.id, `${words}EipAssociation`), 'AWS::EC2::EIPAssociation', { AllocationId: attributeOf(address, 'AllocationId'), ...target }, before)
}
