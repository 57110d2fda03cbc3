import type { Design } from '../../../src/shared/document/design.ts'
import type { ResourceId } from '../../../src/shared/model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../../src/shared/model/index.ts'
import { containsPrefix, equalPrefix, parsePrefix } from '../../../src/shared/net/prefix.ts'
import type { Network, Router, SessionEnd, Term, Topology } from './topology.ts'

type Device = ResourceOf<'customer-gateway'>
type Rule = NonNullable<Device['bgpPolicy']>[number]

/** Never told to anybody: static routes of a VGW (F-RT-55) and blackholes of a transit gateway table. */
const UNTOLD = '65000:1'
/** Weights that put AWS's kinds of route in AWS's order (F-VPN-55, F-TGW-28); FRR gives a router's own routes 32768. */
const WEIGHT = { tgwStatic: 300, tgwVpc: 200, dx: 100, vpnStatic: 50, vpn: 0 } as const
/** What a device adds to ten times its local preference for Direct Connect, so that it decides after it and before the AS path. */
const DX_BONUS = 1
const DX_PREFERENCE = { '7224:7300': 300, '7224:7200': 200, '7224:7100': 100 } as const

/** A link of the design as one BGP session for each of its tunnels and tables. */
interface Link {
  /** What the simulation breaks ties by. */
  readonly key: string
  readonly ends: readonly [SessionEnd, SessionEnd]
}

/** A design's BGP as routers for bgpd; routers are named by resource id, `keys` names the sessions as the simulation does. */
export interface Translated {
  readonly topology: Topology
  readonly keys: readonly string[]
}

/** Devices, VGWs and transit gateway tables with VPN connections and virtual interfaces between them, from the design alone. */
export function topologyOf(design: Design, universe: readonly string[]): Translated {
  const resources = Object.values(design.resources)
  const all = <K extends Kind>(kind: K) => resources.filter((resource): resource is ResourceOf<K> => (resource as Resource).kind === kind)
  const get = <K extends Kind>(kind: K, id: string | undefined) => all(kind).find((resource) => resource.id === id)
  const siteOf = (device: Device) => get('site', device.site)?.prefixes ?? []
  const announcedBy = (device: Device) => (device.announcedPrefixes.length > 0 ? device.announcedPrefixes : siteOf(device))
  const blocksOf = (vpc: string | undefined) => get('vpc', vpc)?.CidrBlocks ?? []
  const statics = (gateway: string) => all('vpn-connection').filter((vpn) => vpn.StaticRoutesOnly && (vpn.VpnGatewayId === gateway || vpn.CustomerGatewayId === gateway))
  const fitting = (rule: Rule, among: readonly string[]) => among.filter((prefix) => fits(rule, prefix))

  function deviceRouter(device: Device): Router {
    const foreign = foreignTo(design, device)
    // Its own networks, and summaries as static aggregates; what is exactly somebody else's it has to hear of.
    const listed = announcedBy(device).filter((prefix) => !foreign.includes(prefix)).map((prefix): Network => ({ prefix }))
    const reached = statics(device.id).flatMap((vpn) => blocksOf(get('vpn-gateway', vpn.VpnGatewayId)?.VpcAttachments[0]?.VpcId))
    const viaStatic = reached.map((prefix): Network => ({ prefix, set: ['weight 0', 'local-preference 1000'] }))
    return { name: device.id, asn: device.BgpAsn, networks: distinct([...listed, ...viaStatic]) }
  }

  function vgwRouter(vgw: ResourceOf<'vpn-gateway'>): Router {
    const local = blocksOf(vgw.VpcAttachments[0]?.VpcId).map((prefix): Network => ({ prefix }))
    const fixed = statics(vgw.id).flatMap((vpn) => vpn.Routes.map((route): Network => ({ prefix: route.DestinationCidrBlock, set: [`weight ${WEIGHT.vpnStatic}`, `community ${UNTOLD}`] })))
    return { name: vgw.id, asn: vgw.AmazonSideAsn, networks: distinct([...local, ...fixed]) }
  }

  const attachments = [...all('vpn-connection'), ...all('transit-gateway-vpc-attachment')].map(({ id }) => id)
  /** Marks what leads into an attachment: it is not told back to it. */
  const markOf = (attachment: ResourceId | undefined) => (attachment === undefined ? UNTOLD : `65001:${attachments.indexOf(attachment) + 1}`)

  function tableRouter(table: ResourceOf<'transit-gateway-route-table'>): Router {
    const fixed = table.Routes.map((route): Network => ({ prefix: route.DestinationCidrBlock, set: [`weight ${WEIGHT.tgwStatic}`, `community ${markOf(route.attachment)}`] }))
    const vpcs = table.Propagations.flatMap((id) => {
      const attachment = get('transit-gateway-vpc-attachment', id)
      return attachment ? blocksOf(attachment.VpcId).map((prefix): Network => ({ prefix, set: [`weight ${WEIGHT.tgwVpc}`, `community ${markOf(id)}`] })) : []
    })
    return { name: table.id, asn: get('transit-gateway', table.TransitGatewayId)?.AmazonSideAsn ?? 0, networks: distinct([...fixed, ...vpcs]) }
  }

  /** A device's side: its policy in FRR's words. It tells what it is to announce and nothing else; communities end with it. */
  function deviceEnd(device: Device, link: ResourceId, isDx: boolean, usual: readonly string[]): SessionEnd {
    const rules = (device.bgpPolicy ?? []).filter((rule) => rule.neighbor === undefined || rule.neighbor === link)
    const imports = (rule: Rule | undefined) => [`local-preference ${(rule?.localPreference ?? 100) * 10 + (isDx ? DX_BONUS : 0)}`, 'community none']
    const exports = (rule: Rule | undefined) => [
      ...(rule?.med === undefined ? usual.filter((set) => set.startsWith('metric')) : [`metric ${rule.med}`]),
      ...(rule?.prepend === undefined ? [] : [`as-path prepend ${Array.from({ length: rule.prepend }, () => device.BgpAsn).join(' ')}`]),
      ...(rule?.community === undefined ? usual.filter((set) => set.startsWith('community')) : [`community ${rule.community}`]),
    ]
    const announced = announcedBy(device)
    const passedOn = announced.filter((prefix) => foreignTo(design, device).includes(prefix))
    // What it announced itself and hears again it does not pass on.
    const echo: readonly Term[] = device.allowOwnAs === true && passedOn.length > 0 ? [{ permit: false, prefixes: passedOn, through: device.BgpAsn }] : []
    const term = (rule: Rule, among: readonly string[], set: (rule: Rule) => readonly string[]): Term[] => {
      const prefixes = fitting(rule, among)
      return prefixes.length === 0 ? [] : [rule.action === 'deny' ? { permit: false, prefixes } : { permit: true, prefixes, set: set(rule) }]
    }
    return {
      router: device.id,
      imports: [...echo, ...rules.filter(({ direction }) => direction === 'in').flatMap((rule) => term(rule, universe, imports)), { permit: true, set: imports(undefined) }],
      exports: [...rules.filter(({ direction }) => direction === 'out').flatMap((rule) => term(rule, announced, exports)), { permit: true, prefixes: announced, set: exports(undefined) }, { permit: false }],
      ...(device.allowOwnAs === true ? { allowOwnAs: 10 } : {}),
      ...(device.overrideAs === true ? { asOverride: true } : {}),
    }
  }

  function vpnLinks(vpn: ResourceOf<'vpn-connection'>): Link[] {
    const device = get('customer-gateway', vpn.CustomerGatewayId)
    if (!device || vpn.StaticRoutesOnly || !device.bgp) return []
    return vpn.TunnelOptions.flatMap(({ configured }, index): Link[] => {
      if (!configured) return []
      const key = `${vpn.id}/${index + 1}`
      if (vpn.VpnGatewayId !== undefined) {
        const gateway = vpn.VpnGatewayId
        return [{ key, ends: [deviceEnd(device, vpn.id, false, []), { router: gateway, imports: [{ permit: true, set: [`weight ${WEIGHT.vpn}`, 'community none'] }], exports: [{ permit: false, community: UNTOLD }] }] }]
      }
      return all('transit-gateway-route-table').flatMap((table): Link[] => {
        const [learns, serves] = [table.Propagations.includes(vpn.id), table.Associations.includes(vpn.id)]
        if (table.TransitGatewayId !== vpn.TransitGatewayId || (!learns && !serves)) return []
        const end: SessionEnd = {
          router: table.id,
          imports: [learns ? { permit: true, set: [`weight ${WEIGHT.vpn}`, `community ${markOf(vpn.id)}`] } : { permit: false }],
          exports: serves ? [{ permit: false, community: UNTOLD }, { permit: false, community: markOf(vpn.id) }] : [{ permit: false }],
        }
        // A transit gateway takes a VPN route without MED as one of 100 (F-TGW-28).
        return [{ key, ends: [deviceEnd(device, vpn.id, false, ['metric 100']), end] }]
      })
    })
  }

  function vifLinks(vif: ResourceOf<'virtual-interface'>): Link[] {
    const device = get('customer-gateway', vif.customerRouter)
    const gateway = vif.VirtualGatewayId
    if (!device || !device.bgp || gateway === undefined) return []
    const tagged = Object.entries(DX_PREFERENCE).map(([community, preference]): Term => ({ permit: true, community, set: [`weight ${WEIGHT.dx}`, `local-preference ${preference}`, 'community none'] }))
    const end: SessionEnd = { router: gateway, imports: [...tagged, { permit: true, set: [`weight ${WEIGHT.dx}`, 'local-preference 200', 'community none'] }], exports: [{ permit: false, community: UNTOLD }] }
    return [{ key: vif.id, ends: [deviceEnd(device, vif.id, true, vif.localPreference === undefined ? [] : [`community ${vif.localPreference}`]), end] }]
  }

  const links = [...all('vpn-connection').flatMap(vpnLinks), ...all('virtual-interface').flatMap(vifLinks)].sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    topology: {
      routers: [...all('customer-gateway').map(deviceRouter), ...all('vpn-gateway').map(vgwRouter), ...all('transit-gateway-route-table').map(tableRouter)],
      sessions: links.map(({ ends }) => ends),
    },
    keys: links.map(({ key }) => key),
  }
}

/** Networks of other sites and blocks of VPCs: what a device announces of them it must have heard. */
export function foreignTo(design: Design, device: Device): readonly string[] {
  const resources = Object.values(design.resources)
  const networks = resources.flatMap((resource) => (resource.kind === 'site' ? resource.prefixes : resource.kind === 'vpc' ? [...resource.CidrBlocks, ...resource.Ipv6CidrBlocks] : []))
  const site = resources.find(({ id }) => id === device.site)
  return networks.filter((prefix) => site?.kind !== 'site' || !site.prefixes.includes(prefix))
}

function fits(rule: Rule, text: string): boolean {
  const prefix = parsePrefix(text)
  return rule.prefixes.length === 0 || rule.prefixes.some((other) => {
    const listed = parsePrefix(other)
    return listed !== undefined && prefix !== undefined && (equalPrefix(listed, prefix) || (rule.orLonger === true && containsPrefix(listed, prefix)))
  })
}

/** One network per prefix: the first. */
const distinct = (networks: readonly Network[]): Network[] => networks.filter(({ prefix }, index) => networks.findIndex((other) => other.prefix === prefix) === index)
