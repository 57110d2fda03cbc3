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

/** True for a prefix of a site beyond the WAN while the router's site does not reach that one. */
export function isCutOff(world: World, router: Router, prefix: Prefix): boolean {
  const site = siteOf(router)
  if (site === undefined || ownPrefixes(world, router).some((mine) => equalPrefix(mine, prefix))) return false
  const has = (id: string) => prefixes(world.get('site', id)?.prefixes ?? []).some((other) => equalPrefix(other, prefix))
  return sitesBeyond(world, site, false).some(has) && !sitesBeyond(world, site, true).some(has)
}

/** The first rule of the router's policy that fits decides; undefined when none does. */
export function policy(router: Router, direction: 'in' | 'out', neighbor: string, prefix: Prefix): NonNullable<Router['bgpPolicy']>[number] | undefined {
  return (router.bgpPolicy ?? []).find((rule) => {
    if (rule.direction !== direction || (rule.neighbor !== undefined && rule.neighbor !== neighbor)) return false
    const named = prefixes(rule.prefixes)
    return named.length === 0 || named.some((other) => (rule.orLonger === true ? containsPrefix(other, prefix) : equalPrefix(other, prefix)))
  })
}
