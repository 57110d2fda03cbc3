import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import { isPublicAddress } from '../../src/shared/net/public.ts'
import { aclAllows } from './filters.ts'
import { deliver, fromSubnet } from './in-vpc.ts'
import { onInternet, sealed } from './internet.ts'
import type { End, Packet } from './packet.ts'
import { ends, type Walk } from './walk.ts'
import { covers, prefixes, same } from './world.ts'

type Nat = ResourceOf<'nat-gateway'>

export function natVpc(walk: Walk, nat: Nat): string | undefined {
  return walk.world.get('subnet', nat.SubnetId)?.VpcId ?? nat.VpcId
}

export function natAddress(walk: Walk, nat: Nat): Address {
  const subnet = walk.world.get('subnet', nat.SubnetId)
  const stated = nat.NatGatewayAddresses.flatMap(({ PrivateIp }) => prefixes([PrivateIp]))[0]
  const stands = subnet && walk.world.freeAddress(subnet, 4, walk.standIns.map(({ address }) => address))
  return stated ?? stands ?? { family: 4, value: 0n }
}

export function natPublic(walk: Walk, nat: Nat): Address {
  const stated = nat.NatGatewayAddresses.flatMap(({ PublicIp }) => prefixes([PublicIp]))[0]
  return stated ?? { family: 4, value: 0xc6120001n + BigInt(walk.world.resources.indexOf(nat)) }
}

export function natAt(walk: Walk, subnet: ResourceOf<'subnet'>, address: Address): Nat | undefined {
  return walk.world.all('nat-gateway').find((nat) => nat.SubnetId === subnet.id && (nat.NatGatewayAddresses.some(({ PrivateIp }) => PrivateIp !== undefined) || walk.connection.translated.has(nat.id)) && same(natAddress(walk, nat), address))
}

export function toNat(walk: Walk, nat: Nat, vpc: string, from: ResourceOf<'subnet'> | undefined, packet: Packet): End {
  const { world } = walk
  if (natVpc(walk, nat) !== vpc || !world.natUp(nat)) return ends('blackhole', packet)
  const subnet = world.get('subnet', nat.SubnetId)
  if (subnet && from?.id !== subnet.id && !aclAllows(world, subnet, packet, 'in')) return ends('denied', packet)
  if (packet.source.family === 6) return ends('no-route', packet)
  if (packet.reply || packet.protocol === 'any' || ![1, 6, 17].includes(packet.protocol)) return ends('denied', packet)
  if (walk.again(nat.id, packet)) return ends('loop', packet)
  walk.crossed = { by: 'gateway' }
  const after = subnet ? natAddress(walk, nat) : natPublic(walk, nat)
  walk.connection.translated.set(nat.id, { before: packet.source, after })
  const translated = { ...packet, source: after }
  if (subnet) return fromSubnet(walk, subnet, translated, 'inside')
  if (covers(world.vpcBlocks(vpc), packet.destination)) return deliver(walk, vpc, translated, undefined)
  const gateway = world.all('internet-gateway').find((other) => other.Attachments[0]?.VpcId === vpc)
  if (gateway && isPublicAddress(packet.destination) && sealed(walk, vpc, undefined, true)) return ends('denied', translated)
  return gateway ? onInternet(walk, translated) : ends('no-route', translated)
}

export function backThroughNat(walk: Walk, nat: Nat, subnet: ResourceOf<'subnet'> | undefined, packet: Packet): End {
  const known = walk.connection.translated.get(nat.id)
  if (!walk.world.natUp(nat) || !packet.reply || !known) return ends('denied', packet)
  const restored = { ...packet, destination: known.before }
  return subnet ? fromSubnet(walk, subnet, restored, 'inside') : deliver(walk, natVpc(walk, nat) ?? '', restored, undefined)
}
