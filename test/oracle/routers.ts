import type { ResourceOf } from '../../src/shared/model/index.ts'
import { containsPrefix, equalPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import { sitesBeyond } from './wan.ts'
import { prefixes, type World } from './world.ts'

/** Who speaks for a network: a device of a site, or a VPN appliance on EC2. */
export type Router = ResourceOf<'customer-gateway'> | ResourceOf<'instance'>

export function routerOf(world: World, id: string | undefined): Router | undefined {
  const instance = world.get('instance', id)
  return world.get('customer-gateway', id) ?? (instance?.role === 'vpn-appliance' ? instance : undefined)
}

export const vpcOf = (world: World, instance: ResourceOf<'instance'>): string | undefined => world.get('subnet', instance.SubnetId)?.VpcId

export const siteOf = (router: Router): string | undefined => (router.kind === 'customer-gateway' ? router.site : undefined)

/** Whether it can speak BGP: an appliance without an ASN cannot. */
export const speaksBgp = (router: Router): boolean => (router.kind === 'customer-gateway' ? router.bgp : router.BgpAsn !== undefined)

/** What lives at it: the prefixes of its site, the blocks of its VPC. */
export function ownPrefixes(world: World, router: Router): Prefix[] {
  return router.kind === 'instance' ? world.vpcBlocks(vpcOf(world, router)) : prefixes(world.get('site', router.site)?.prefixes ?? [])
}

/** What it is to announce. */
export function announced(world: World, router: Router): Prefix[] {
  const listed = prefixes(router.announcedPrefixes ?? [])
  return listed.length > 0 ? listed : ownPrefixes(world, router)
}

/** True for a prefix that is, to the bit, a network of another site or a block of another VPC: no summary of several. */
export function isForeign(world: World, router: Router, prefix: Prefix): boolean {
  const equals = (others: readonly Prefix[]) => others.some((other) => equalPrefix(other, prefix))
  return !equals(ownPrefixes(world, router)) && (world.all('site').some((site) => equals(prefixes(site.prefixes))) || world.all('vpc').some(({ id }) => equals(world.vpcBlocks(id))))
}

/** Whether the router's site reaches a site with exactly this network over lines of the customer's own. */
export function isBeyondLines(world: World, router: Router, prefix: Prefix): boolean {
  const site = siteOf(router)
  return site !== undefined && sitesBeyond(world, site).some((id) => prefixes(world.get('site', id)?.prefixes ?? []).some((other) => equalPrefix(other, prefix)))
}

/** Whether the table of an appliance's subnet, as it is written, sends the prefix to a gateway that leads to other private networks. */
export function isSentOn(world: World, router: Router, prefix: Prefix): boolean {
  const subnet = router.kind === 'instance' ? world.get('subnet', router.SubnetId) : undefined
  const routes = (subnet && world.tableOf(subnet))?.Routes ?? []
  const entries = routes.flatMap((route) => prefixes([...(world.get('prefix-list', route.DestinationPrefixListId)?.Entries ?? []).map(({ Cidr }) => Cidr), route.DestinationCidrBlock, route.DestinationIpv6CidrBlock]).map((block) => ({ block, listed: route.DestinationPrefixListId !== undefined, kind: world.any(route.target)?.kind })))
  const [longest] = entries.filter(({ block }) => containsPrefix(block, prefix)).sort((a, b) => b.block.length - a.block.length || Number(a.listed) - Number(b.listed))
  return longest?.kind === 'transit-gateway' || longest?.kind === 'core-network' || longest?.kind === 'vpn-gateway'
}

/** The first rule of the router's policy that fits decides; undefined when none does. */
export function policy(router: Router, direction: 'in' | 'out', neighbor: string, prefix: Prefix): NonNullable<Router['bgpPolicy']>[number] | undefined {
  return (router.bgpPolicy ?? []).find((rule) => {
    if (rule.direction !== direction || (rule.neighbor !== undefined && rule.neighbor !== neighbor)) return false
    const named = prefixes(rule.prefixes)
    return named.length === 0 || named.some((other) => (rule.orLonger === true ? containsPrefix(other, prefix) : equalPrefix(other, prefix)))
  })
}
