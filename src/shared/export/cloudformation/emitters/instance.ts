import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { internetAttachments } from '../attachment.ts'
import type { Emission } from '../emission.ts'
import { defineEmitter, nameTags } from '../emitter.ts'
import { emitPublicAddress, hasOwnInterfaces, interfaceProperties } from '../interface.ts'
import { refTo, type Properties } from '../value.ts'

type Instance = ResourceOf<'instance'>

function machine(to: Emission): Properties {
  return {
    ImageId: to.parameter('ImageId', { type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', default: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64', description: 'Systems Manager parameter that names the image of the instances.' }),
    InstanceType: to.parameter('InstanceType', { type: 'String', default: 't3.micro', description: 'Type of the instances; routers want a larger one.' }),
  }
}

function emitWithInterfaces(instance: Instance, to: Emission): void {
  const interfaces = [instance, ...(instance.NetworkInterfaces ?? [])].map((own, number) => {
    const words = number === 0 ? 'Eni' : `Eni${number + 1}`
    const id = to.names.part(instance.id, words)
    to.add(id, 'AWS::EC2::NetworkInterface', { ...interfaceProperties(own, to), Tags: nameTags(instance.name) })
    if (own.PublicIpAddress !== undefined) emitPublicAddress(instance, words, { NetworkInterfaceId: refTo(id) }, to)
    return { DeviceIndex: String(number), NetworkInterfaceId: refTo(id) }
  })
  to.add(to.names.of(instance.id), 'AWS::EC2::Instance', { ...machine(to), NetworkInterfaces: interfaces, Tags: nameTags(instance.name) })
}

function emitFlat(instance: Instance, to: Emission): void {
  const subnet = to.index.getOf('subnet', instance.SubnetId)
  const { SubnetId, PrivateIpAddress, Ipv6Addresses, GroupSet, SourceDestCheck } = interfaceProperties(instance, to)
  const assigned = subnet?.MapPublicIpOnLaunch === true
  to.add(
    to.names.of(instance.id),
    'AWS::EC2::Instance',
    { ...machine(to), SubnetId, PrivateIpAddress, Ipv6Addresses, SecurityGroupIds: GroupSet, SourceDestCheck, Tags: nameTags(instance.name) },
    assigned ? internetAttachments(to, subnet.VpcId) : [],
  )
  if (instance.PublicIpAddress !== undefined && !assigned) emitPublicAddress(instance, '', { InstanceId: refTo(to.names.of(instance.id)) }, to)
}

/** An EC2 instance; its image and type are parameters, since a design of networks does not say them (F-CFN-89). */
export const instance = defineEmitter({
  kind: 'instance',
  emit(instance, to) {
    if (instance.stopped === true) to.manual(`Stop instance ${displayName(instance)} after the deployment: the design has it stopped.`)
    if (instance.SecurityGroupIds.length === 0) to.manual(`Give instance ${displayName(instance)} a security group: the design has none, so AWS uses the VPC's default one, which lets nothing in from outside that group.`)
    if (hasOwnInterfaces(instance)) emitWithInterfaces(instance, to)
    else emitFlat(instance, to)
  },
})
