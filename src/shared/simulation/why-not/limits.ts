import type { Failure } from './failure.ts'
import type { Limit } from './types.ts'

/** What AWS does not do, by the fact that a failing way ends with; undefined: the case at hand is none. */
const LIMITS: Readonly<Record<string, (failure: Failure) => Omit<Limit, 'fact'> | undefined>> = {
  'F-RT-50': () => ({ why: 'A peering connection carries only traffic between its own two VPCs, so no route makes it pass on what comes from elsewhere.', instead: 'a transit gateway that both ends are attached to, or a peering connection between the two VPCs themselves' }),
  'F-RT-51': () => ({ why: "A peering connection leads to the other VPC's own addresses only, so no route reaches that VPC's gateways, endpoints or further peers through it.", instead: 'a transit gateway, or a gateway of the VPC itself' }),
  'F-RT-52': (failure) => (failure.destinations.some(({ kind }) => kind === 'site') ? undefined : { why: "A virtual private gateway takes on-premises traffic to its own VPC's addresses only, so no route leads through that VPC to its internet gateway, NAT gateway, endpoints or peers.", instead: 'a transit gateway with an egress VPC, or a proxy in the VPC' }),
  'F-RT-55': () => ({ why: 'A virtual private gateway behind a Direct Connect gateway does not join Direct Connect with VPN or with other sites.', instead: 'a transit gateway for both, or a private virtual interface straight on the virtual private gateway' }),
  'F-DX-43': (failure) => {
    const [to] = failure.destinations
    const [from] = failure.holders(failure.leg.last.source)
    if (from?.kind === 'vpc' && to?.kind === 'vpc') return { why: 'A Direct Connect gateway joins customers with VPCs, not VPCs or transit gateways with each other (F-RT-53, F-RT-56).', instead: 'a transit gateway, transit gateway peering, or a peering connection between the VPCs' }
    return from?.kind === 'site' && to?.kind === 'site' ? { why: 'A Direct Connect gateway does not join two virtual interfaces (F-RT-54).', instead: 'SiteLink on both virtual interfaces, or a transit gateway' } : undefined
  },
  'F-VPN-65': () => ({ why: 'Sites with static routing do not take part in CloudHub: a virtual private gateway passes on only what it learned by BGP.', instead: 'BGP on the VPN connections of both sites, with an ASN of its own for each' }),
  'F-EDGE-10': () => ({ why: 'A NAT gateway passes only TCP, UDP and ICMP, and only what was opened from behind it.', instead: 'a public address of its own behind an internet gateway, or a load balancer' }),
  'F-PL-30': () => ({ why: 'A gateway endpoint serves only resources of its own VPC.', instead: 'an interface endpoint, which is an address in the VPC' }),
  'F-ADDR-31': () => ({ why: 'VPCs with overlapping blocks cannot be peered.', instead: 'other address blocks, AWS PrivateLink, or a private NAT gateway behind a transit gateway' }),
  'F-ADDR-23': () => ({ why: 'A NAT gateway does not translate plain IPv6.', instead: 'an egress-only internet gateway' }),
  'F-VPN-61': () => ({ why: 'A VPN connection carries one address family.', instead: 'a second VPN connection for the other family, on a transit gateway' }),
}

/** Says when the way of a failing flow ends at something that AWS does not do. */
export function limitOf(failure: Failure): Limit | undefined {
  const { fact } = failure.end
  const said = fact === undefined ? undefined : LIMITS[fact]?.(failure)
  return said && fact !== undefined ? { fact, ...said } : undefined
}
