import { displayName } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { containsPrefix, parsePrefix } from '../../../net/prefix.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, nameTags } from '../emitter.ts'
import { attributeOf, Intrinsic, type Value } from '../value.ts'
import { amazonBlock, blocksBefore } from './vpc.ts'

/** Subnets that must share a zone with this one, because an instance has interfaces in both. */
function sameZone(subnet: ResourceId, to: Emission, known: Set<ResourceId> = new Set([subnet])): Set<ResourceId> {
  for (const { resource } of to.index.referrers(subnet)) {
    if (resource.kind !== 'instance') continue
    for (const other of [resource, ...(resource.NetworkInterfaces ?? [])]) {
      if (known.has(other.SubnetId)) continue
      known.add(other.SubnetId)
      sameZone(other.SubnetId, to, known)
    }
  }
  return known
}

/** A subnet without a zone gets that of an instance's other interface, else one of the Region's first two: siblings without one take turns. */
function zoneOf(subnet: ResourceOf<'subnet'>, to: Emission): Record<string, Value> {
  if (subnet.AvailabilityZone) return { AvailabilityZone: subnet.AvailabilityZone }
  if (subnet.AvailabilityZoneId) return { AvailabilityZoneId: subnet.AvailabilityZoneId }
  const bound = sameZone(subnet.id, to)
  const settled = [...bound].sort().map((id) => to.index.getOf('subnet', id)).find((other) => other?.AvailabilityZone || other?.AvailabilityZoneId)
  if (settled) return zoneOf(settled, to)
  const open = to.index.childrenOf('subnet', subnet.VpcId).filter((other) => !other.AvailabilityZone && !other.AvailabilityZoneId)
  const turn = open.findIndex((other) => bound.has(other.id)) % 2
  return { AvailabilityZone: new Intrinsic('Select', [turn, new Intrinsic('GetAZs', '')]) }
}

/** The IPv6 block: cut from Amazon's block at the place that the design drew, or as it stands from a block of one's own. */
function ipv6Of(subnet: ResourceOf<'subnet'>, vpc: ResourceOf<'vpc'> | undefined, to: Emission): Value | undefined {
  const block = subnet.Ipv6CidrBlock === undefined ? undefined : parsePrefix(subnet.Ipv6CidrBlock)
  if (!block || !vpc) return undefined
  const pool = amazonBlock(vpc)
  const amazon = pool === undefined ? undefined : parsePrefix(pool)
  if (amazon && containsPrefix(amazon, block)) {
    if (block.length !== 64 || !to.isHere(vpc.id)) {
      to.skip(subnet, `its IPv6 block ${canonical(subnet.Ipv6CidrBlock ?? '')} is left out: only a /64 can be cut from the block that Amazon assigns`)
      return undefined
    }
    const number = Number((block.value - amazon.value) >> 64n)
    const first = new Intrinsic('Select', [0, attributeOf(to.names.of(vpc.id), 'Ipv6CidrBlocks')])
    return new Intrinsic('Select', [number, new Intrinsic('Cidr', [first, number + 1, 64])])
  }
  if (vpc.Ipv6CidrBlocks.some((other) => containsPrefix(parsePrefix(other) ?? block, block))) return canonical(subnet.Ipv6CidrBlock ?? '')
  to.skip(subnet, `its IPv6 block ${canonical(subnet.Ipv6CidrBlock ?? '')} is left out: no block of the VPC holds it`)
  return undefined
}

/** A subnet (F-CFN-22). */
export const subnet = defineEmitter({
  kind: 'subnet',
  emit(subnet, to) {
    const vpc = to.index.getOf('vpc', subnet.VpcId)
    const ipv6 = ipv6Of(subnet, vpc, to)
    const ipv4 = subnet.CidrBlock === undefined ? undefined : canonical(subnet.CidrBlock)
    const asked = ipv4 === undefined && ipv6 === undefined
    to.add(
      to.names.of(subnet.id),
      'AWS::EC2::Subnet',
      {
        VpcId: to.ref(subnet.VpcId),
        CidrBlock: asked ? to.parameter(to.names.part(subnet.id, 'CidrBlock'), { type: 'String', description: `IPv4 block of subnet ${displayName(subnet)}, such as 10.0.0.0/24.` }) : ipv4,
        Ipv6CidrBlock: ipv6,
        Ipv6Native: ipv4 === undefined && ipv6 !== undefined ? true : undefined,
        ...zoneOf(subnet, to),
        MapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch,
        Tags: nameTags(subnet.name),
      },
      vpc ? blocksBefore(to, vpc, [subnet.CidrBlock, ipv6 === undefined ? undefined : subnet.Ipv6CidrBlock]) : [],
    )
  },
})
