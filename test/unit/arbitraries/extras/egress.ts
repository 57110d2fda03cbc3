import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at, change } from './ground.ts'

/** An egress-only internet gateway for the private subnets of a VPC, which gets IPv6 if it has none. */
export function addEgress(builder: Builder, plan: NonNullable<ExtrasPlan['egress']>): void {
  const vpc = at(builder.vpcs, plan.vpc)
  const number = builder.vpcs.indexOf(vpc)
  const net = `2001:db8:${number}`
  if ((builder.resources[vpc.id]?.['Ipv6CidrBlocks'] as string[]).length === 0) change(builder, vpc.id, { Ipv6CidrBlocks: [`${net}00::/56`] })
  for (const [index, subnet] of vpc.subnets.entries()) {
    change(builder, subnet.id, { Ipv6CidrBlock: `${net}0${index}::/64` })
    const hosts = Object.values(builder.resources).filter((resource) => resource['kind'] === 'instance' && resource['SubnetId'] === subnet.id)
    if (plan.hosts) for (const [count, host] of hosts.entries()) host['Ipv6Addresses'] = [`${net}0${index}::${count + 16}`]
  }
  const gateway = builder.add('egress-only-internet-gateway', `eigw${number}`, { VpcId: vpc.id })
  if (plan.routes) builder.route(vpc.main, { DestinationIpv6CidrBlock: '::/0', target: gateway })
}
