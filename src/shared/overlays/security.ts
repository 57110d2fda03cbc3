import { isPublicSubnet } from '../document/public-subnet.ts'
import { type DesignIndex, displayName } from '../document/query.ts'
import type { Remark } from '../drawing/remarks.ts'
import type { ResourceId } from '../model/id.ts'
import { KIND_DEFINITIONS, type Kind, type Resource, type ResourceOf } from '../model/index.ts'
import { type Exposure, exposureOf, waysIn } from '../simulation/exposure.ts'
import { linkEncryption } from '../simulation/link-encryption.ts'
import type { OverlayMaker } from './overlay.ts'

const LINKS = KIND_DEFINITIONS.filter(({ appearance }) => appearance === 'link').map(({ kind }) => kind as Kind)

const several = (names: readonly string[], none: string): string => (names.length === 0 ? none : names.join(', '))

/** What gets in, from whom, in full. */
function exposureWords({ works, anyone, blocks, detail }: Exposure): readonly string[] {
  if (works === null) return [`cannot tell what gets in from the internet: ${detail}`]
  if (!works) return [`nothing gets in from the internet: ${detail}`]
  return [...(anyone === '' ? [] : [`from anywhere on the internet: ${anyone}`]), ...blocks.map(({ block, traffic }) => `from ${block}: ${traffic}`)]
}

/** What gets in, in a few words. */
function shortWords({ works, anyone, blocks }: Exposure): string {
  if (works === null) return 'cannot tell'
  if (!works) return 'closed'
  return anyone === '' ? `${blocks[0]?.traffic ?? ''} from ${blocks.length === 1 ? blocks[0]?.block : `${blocks.length} blocks`}` : `open: ${anyone}`
}

const signOf = ({ works }: Exposure) => (works === null ? 'open-untold' : works ? 'open' : 'closed') satisfies Remark['sign']

/** The filters of a host, by name. */
function filterWords(index: DesignIndex, host: ResourceOf<'instance'> | ResourceOf<'network-interface'>): readonly string[] {
  const subnet = index.getOf('subnet', host.SubnetId)
  const acl = subnet && index.networkAclOf(subnet)
  const groups = host.SecurityGroupIds.flatMap((id) => index.get(id) ?? []).map(displayName)
  return [`security groups: ${several(groups, 'none drawn, so none filters')}`, `network ACL: ${acl ? displayName(acl) : 'none drawn, so none filters'}`]
}

/** What a subnet is, and how open the hosts in it are; without drawn hosts, whether anything could get in. */
function subnetRemark(index: DesignIndex, subnet: ResourceOf<'subnet'>, hosts: readonly Exposure[]): Remark {
  const kind = isPublicSubnet(index, subnet) ? 'public' : 'private'
  const acl = index.networkAclOf(subnet)
  const filters = `network ACL: ${acl ? displayName(acl) : 'none drawn, so none filters'}`
  if (hosts.length > 0) {
    const [open, untold] = [hosts.filter(({ works }) => works === true).length, hosts.filter(({ works }) => works === null).length]
    const text = open > 0 ? `${open} of ${hosts.length} hosts open` : untold > 0 ? 'cannot tell' : 'closed'
    return { text: `${kind} · ${text}`, sign: open > 0 ? 'open' : untold > 0 ? 'open-untold' : 'closed', hint: `${kind} subnet; of ${hosts.length} drawn hosts ${open} open, ${untold} cannot be told; ${filters}` }
  }
  const exposure = waysIn(index, subnet)
  return { text: `${kind} · ${shortWords(exposure)}`, sign: signOf(exposure), hint: `${kind} subnet; ${exposureWords(exposure).join('; ')}; ${filters}` }
}

const ENCRYPTION = { encrypted: ['encrypted', 'encrypted'], plain: ['clear', 'not encrypted'], unknown: ['encryption-untold', 'cannot tell'] } as const

/** Why a link is encrypted or not. */
function meansOf(link: Resource): string {
  if (link.kind === 'vpn-connection') return 'IPsec'
  if (link.kind === 'software-vpn') return link.protocol === 'ipsec' ? 'IPsec' : link.protocol.toUpperCase()
  if (link.kind === 'virtual-interface') return 'MACsec'
  return ''
}

function linkRemark(index: DesignIndex, link: Resource): Remark | undefined {
  const encryption = linkEncryption(index, link)
  if (encryption === undefined || encryption === 'inside') return undefined
  const [sign, words] = ENCRYPTION[encryption]
  const means = meansOf(link)
  const text = encryption === 'encrypted' && means !== '' ? `${words} (${means})` : encryption === 'plain' && link.kind === 'virtual-interface' ? `${words} (no MACsec)` : words
  return { text, sign }
}

/** What is open from the internet, which subnets are public, and which links are encrypted. */
export const securityOverlay: OverlayMaker = function* (simulation, failed) {
  const { index } = simulation.network
  const at = new Map<string, Remark>()
  const inSubnet = new Map<ResourceId, Exposure[]>()
  const hosts = [...index.all('instance'), ...index.all('network-interface')]
  const subnets = index.all('subnet')
  const total = hosts.length + subnets.length + 1
  const counts = { open: 0, untold: 0 }
  for (const [done, host] of hosts.entries()) {
    const exposure = exposureOf(simulation, host.id, failed)
    if (exposure.works === true) counts.open += 1
    if (exposure.works === null) counts.untold += 1
    at.set(host.id, { text: shortWords(exposure), sign: signOf(exposure), hint: [...exposureWords(exposure), ...filterWords(index, host)].join('; ') })
    const known = inSubnet.get(host.SubnetId)
    if (known) known.push(exposure)
    else inSubnet.set(host.SubnetId, [exposure])
    yield done / total
  }
  for (const [done, subnet] of subnets.entries()) {
    at.set(subnet.id, subnetRemark(index, subnet, inSubnet.get(subnet.id) ?? []))
    yield (hosts.length + done) / total
  }
  for (const balancer of index.all('load-balancer')) {
    if (balancer.Scheme === 'internal') at.set(balancer.id, { text: 'internal', sign: 'closed' })
    else at.set(balancer.id, { text: 'cannot tell', sign: 'open-untold', hint: 'it faces the internet; a design does not hold its public addresses, so what gets in is not traced' })
  }
  for (const nat of index.all('nat-gateway')) at.set(nat.id, { text: 'closed', sign: 'closed', hint: 'a NAT gateway takes nothing that was not asked for from behind it' })
  let clear = 0
  for (const kind of LINKS) {
    for (const link of index.all(kind)) {
      const remark = linkRemark(index, link)
      if (remark?.sign === 'clear') clear += 1
      if (remark) at.set(link.id, remark)
    }
  }
  const summary = [
    hosts.length === 0 ? 'No host is drawn' : `${counts.open} of ${hosts.length} drawn hosts open from the internet`,
    ...(counts.untold > 0 ? [`${counts.untold} of them cannot be told`] : []),
    ...(clear === 0 ? [] : [`${clear} ${clear === 1 ? 'link is' : 'links are'} not encrypted`]),
    'traced there and back',
  ]
  return { overlay: 'security', at, summary }
}
