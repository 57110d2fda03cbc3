import { displayName } from '../../../document/query.ts'
import { internetAttachments } from '../attachment.ts'
import { defineEmitter, nameTags } from '../emitter.ts'
import { attributeOf } from '../value.ts'

/** A NAT gateway: zonal with one Elastic IP for each public address, regional without (F-CFN-36, F-CFN-17). */
export const natGateway = defineEmitter({
  kind: 'nat-gateway',
  emit(nat, to) {
    const subnet = to.index.getOf('subnet', nat.SubnetId)
    const vpc = nat.AvailabilityMode === 'regional' ? (nat.VpcId ?? subnet?.VpcId) : (subnet?.VpcId ?? nat.VpcId)
    const id = to.names.of(nat.id)
    const isPublic = nat.ConnectivityType === 'public'
    const before = isPublic ? internetAttachments(to, vpc) : []
    if (nat.NatGatewayAddresses.some((address) => address.PublicIp)) to.manual(`NAT gateway ${displayName(nat)} gets new public addresses: tell whoever allows the old ones.`)
    if (nat.AvailabilityMode === 'regional') {
      to.add(id, 'AWS::EC2::NatGateway', {
        AvailabilityMode: 'regional',
        ConnectivityType: nat.ConnectivityType,
        VpcId: vpc === undefined ? to.parameter(to.names.part(nat.id, 'VpcId'), { type: 'AWS::EC2::VPC::Id', description: `VPC of NAT gateway ${displayName(nat)}.` }) : to.ref(vpc),
        Tags: nameTags(nat.name),
      }, before)
      return
    }
    const [first, ...others] = nat.NatGatewayAddresses
    const addresses = isPublic ? [first, ...others].map((_, number) => to.names.part(nat.id, number === 0 ? 'Eip' : `Eip${number + 1}`)) : []
    for (const address of addresses) to.add(address, 'AWS::EC2::EIP', { Domain: 'vpc', Tags: nameTags(nat.name) }, before)
    const secondary = others.flatMap((address) => address.PrivateIp ?? [])
    to.add(id, 'AWS::EC2::NatGateway', {
      ConnectivityType: nat.ConnectivityType,
      SubnetId: subnet ? to.ref(subnet.id) : to.parameter(to.names.part(nat.id, 'SubnetId'), { type: 'AWS::EC2::Subnet::Id', description: `Subnet of NAT gateway ${displayName(nat)}.` }),
      AllocationId: addresses[0] === undefined ? undefined : attributeOf(addresses[0], 'AllocationId'),
      PrivateIpAddress: first?.PrivateIp,
      SecondaryAllocationIds: addresses.length > 1 ? addresses.slice(1).map((address) => attributeOf(address, 'AllocationId')) : undefined,
      SecondaryPrivateIpAddresses: secondary.length > 0 && secondary.length === others.length ? [...new Set(secondary)] : undefined,
      Tags: nameTags(nat.name),
    }, before)
  },
})
