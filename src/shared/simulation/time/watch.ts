import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { kindOfElement, tunnelElement } from '../element-names.ts'
import type { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { ElementId } from '../types.ts'
import type { Timers, Wait } from './timers.ts'

/** How something fails. `silent`: nothing is said, every party waits for its timers; `clean`: links go down, or the other end is told. */
export type Manner = 'silent' | 'clean'

/** A party that watches something and acts on what it notices. */
export interface Watcher {
  readonly by: ResourceId
  /** A monitor asks by itself: nobody tells it. */
  readonly side: 'aws' | 'customer' | 'monitor'
  /** What it does about a loss, for people. */
  readonly reaction?: string
  /** Timers that tell it of a silent loss; the shortest does. Read only when they count, so that an answer names only those that it rests on. */
  readonly waits: () => readonly Wait[]
}

/** Something whose state parties have to find out. */
export interface Watch {
  /** Names it together with a watcher: see `beliefKey`. */
  readonly key: string
  /** What people call it. */
  readonly label: string
  readonly isUp: (health: Health) => boolean
  readonly watchers: readonly Watcher[]
  /** Until its session is back after anybody gave it up it carries nothing: the element that is then down. */
  readonly session?: ElementId
  /** What is said when it is used again; absent: that it is. */
  readonly returnText?: string
  /** How long it takes to be used again once it is up. */
  readonly restore: () => Wait
}

/** Names what a party believes of a thing. */
export const beliefKey = (key: string, by: ResourceId): string => `${key}|${by}`

const nameOf = (network: Network, id: ResourceId): string => {
  const resource = network.index.get(id)
  return resource ? displayName(resource) : id
}

function tunnelWatches(network: Network, timers: Timers, connection: ResourceOf<'vpn-connection'>): Watch[] {
  const fragment = network.fragment('vpn-connection', connection.id)
  if (!fragment) return []
  const { device, gateway } = fragment
  const hasBgp = !fragment.isStatic && fragment.noBgpBecause === undefined
  return fragment.tunnels.map((tunnel): Watch => {
    const element = tunnelElement(connection.id, tunnel)
    const dpdSeconds = connection.TunnelOptions[tunnel - 1]?.DPDTimeoutSeconds
    const hold = () => (hasBgp ? [timers.wait('vpnHold', { element })] : [])
    const aws = (by: ResourceId): Watcher => ({ by, side: 'aws', waits: () => [...hold(), timers.wait('vpnDpd', { own: dpdSeconds === undefined ? undefined : dpdSeconds * 1000, element })] })
    return {
      key: `${connection.id}/${tunnel}`,
      label: `tunnel ${tunnel} of ${displayName(connection)}`,
      isUp: (health) => health.isTunnelUp(connection.id, tunnel),
      watchers: [...(gateway === undefined ? [] : [aws(gateway)]), { by: device, side: 'customer', waits: () => [...hold(), timers.wait('deviceDpd', { element })] }],
      session: element,
      restore: () => timers.wait('vpnRestore', { element }),
    }
  })
}

function interfaceWatch(timers: Timers, vif: ResourceOf<'virtual-interface'>): Watch {
  const waits = () => [...(vif.bfd === true ? [timers.wait('dxBfd')] : []), timers.wait('dxHold', { own: vif.holdSeconds === undefined ? undefined : vif.holdSeconds * 1000 })]
  const gateway = vif.VirtualGatewayId ?? vif.DirectConnectGatewayId
  return {
    key: vif.id,
    label: displayName(vif),
    isUp: (health) => health.isUp(vif.id),
    watchers: [...(gateway === undefined ? [] : [{ by: gateway, side: 'aws' as const, waits }]), { by: vif.customerRouter, side: 'customer', waits }],
    restore: () => timers.wait('dxRestore'),
  }
}

/** A link between two routers: a software VPN, or a transit gateway Connect peer. Either end waits for the timers. */
function routerLinkWatch(label: string, id: ResourceId, ends: readonly Pick<Watcher, 'by' | 'side'>[], waits: () => readonly Wait[], restore: () => Wait, isUp: Watch['isUp']): Watch {
  return { key: id, label, isUp, watchers: ends.map((end) => ({ ...end, waits })), restore }
}

function softwareVpnWatch(timers: Timers, vpn: ResourceOf<'software-vpn'>): Watch {
  const waits = () => [...(vpn.routing === 'bgp' ? [timers.wait('vpnHold')] : []), timers.wait('deviceDpd')]
  const ends = [vpn.near, vpn.far].map((by) => ({ by, side: 'customer' as const }))
  return routerLinkWatch(displayName(vpn), vpn.id, ends, waits, () => timers.wait('vpnRestore'), (health) => health.isUp(vpn.id))
}

function connectWatch(timers: Timers, peer: ResourceOf<'transit-gateway-connect-peer'>): Watch {
  const ends = [{ by: peer.TransitGatewayId, side: 'aws' as const }, { by: peer.peer, side: 'customer' as const }]
  return routerLinkWatch(displayName(peer), peer.id, ends, () => [timers.wait('connectHold')], () => timers.wait('vpnRestore'), (health) => health.isUp(peer.id))
}

/** What a VPN monitor keeps asking: its appliances and their tunnels. It points routes back only when both work again (F-SW-20, F-SW-21). */
function monitorWatches(network: Network, timers: Timers, monitor: ResourceOf<'instance'>): Watch[] {
  const plus = (wait: Wait, more: Wait): Wait => ({ timer: wait.timer, ms: wait.ms + more.ms })
  const watchers: readonly Watcher[] = [{ by: monitor.id, side: 'monitor', reaction: 'points the routes elsewhere', waits: () => [plus(timers.wait('monitorDetect'), timers.wait('monitorAct'))] }]
  const back = (session: Wait) => plus(timers.wait('monitorAct'), session)
  const sees = (label: string) => `${displayName(monitor)} sees ${label} again`
  return (monitor.watches ?? []).flatMap((appliance) => [
    { key: appliance, label: nameOf(network, appliance), isUp: (health: Health) => health.isUp(appliance), watchers, returnText: sees(nameOf(network, appliance)), restore: () => timers.wait('monitorAct') },
    ...network.index.links(appliance).flatMap((link): Watch[] => {
      const restore = () => back(timers.wait('vpnRestore'))
      if (link.kind === 'software-vpn') return [{ key: link.id, label: displayName(link), isUp: (health) => health.isUp(link.id), watchers, returnText: `${sees(displayName(link))}, and points the routes back`, restore }]
      const tunnels = network.fragment('vpn-connection', link.id)?.tunnels ?? []
      return tunnels.map((tunnel) => ({ key: `${link.id}/${tunnel}`, label: `tunnel ${tunnel} of ${displayName(link)}`, isUp: (health) => health.isTunnelUp(link.id, tunnel), watchers, returnText: `${sees(`tunnel ${tunnel} of ${displayName(link)}`)}, and points the routes back`, restore }))
    }),
  ])
}

/** What a route server finds out of its peers: by BGP's hold time, or sooner by BFD. Its routes to a peer stay in the tables until then (F-SW-30). */
function routeServerWatches(network: Network, timers: Timers, server: ResourceOf<'route-server'>): Watch[] {
  return server.Peers.flatMap(({ peer, bfd }): Watch[] => {
    const router = network.fragment('router', peer)
    if (!router?.bgp || router.vpc !== server.VpcId) return []
    const waits = () => [...(bfd === true ? [timers.wait('routeServerBfd')] : []), timers.wait('routeServerHold')]
    return [{ key: peer, label: nameOf(network, peer), isUp: (health) => health.isUp(peer), watchers: [{ by: server.id, side: 'aws', waits }], restore: () => timers.wait('vpnRestore') }]
  })
}

function siteWatches(network: Network, timers: Timers, site: ResourceOf<'site'>): Watch[] {
  const at = network.fragment('site', site.id)
  const watch = (id: ResourceId, timer: 'siteFailover' | 'ispChangeover' | 'wanFailover'): Watch => ({
    key: id,
    label: nameOf(network, id),
    isUp: (health) => health.isUp(id),
    watchers: [{ by: site.id, side: 'customer', waits: () => [timers.wait(timer)] }],
    restore: () => ({ timer, ms: 0 }),
  })
  // With one device or one line there is nothing to change over to, and no need to notice.
  const several = (ids: readonly ResourceId[] = []) => (ids.length > 1 ? ids : [])
  return [
    ...several(at?.devices).map((id) => watch(id, 'siteFailover')),
    ...several(at?.ispLinks).map((id) => watch(id, 'ispChangeover')),
    ...(at?.wanLinks ?? []).map(({ id }) => watch(id, 'wanFailover')),
  ]
}

function zoneWatches(network: Network, timers: Timers, attachment: ResourceOf<'transit-gateway-vpc-attachment'>): Watch[] {
  if (attachment.SubnetIds.length < 2) return []
  return attachment.SubnetIds.map((subnet) => ({
    key: subnet,
    label: `the interface in ${nameOf(network, subnet)}`,
    isUp: (health) => health.isUp(subnet),
    watchers: [{ by: attachment.TransitGatewayId, side: 'aws', waits: () => [timers.wait('routeUpdate')] }],
    restore: () => timers.wait('routeUpdate'),
  }))
}

/** Everything in a network that somebody has to notice. What is not among them is taken to be noticed at once, and the answer says so (`at-once.ts`). */
export function watchesOf(network: Network, timers: Timers): Watch[] {
  const { index } = network
  return [
    ...index.all('vpn-connection').flatMap((connection) => tunnelWatches(network, timers, connection)),
    ...index.all('virtual-interface').map((vif) => interfaceWatch(timers, vif)),
    ...index.all('software-vpn').map((vpn) => softwareVpnWatch(timers, vpn)),
    ...index.all('transit-gateway-connect-peer').map((peer) => connectWatch(timers, peer)),
    ...index.all('instance').flatMap((instance) => (instance.role === 'vpn-monitor' ? monitorWatches(network, timers, instance) : [])),
    ...index.all('route-server').flatMap((server) => routeServerWatches(network, timers, server)),
    ...index.all('site').flatMap((site) => siteWatches(network, timers, site)),
    ...index.all('transit-gateway-vpc-attachment').flatMap((attachment) => zoneWatches(network, timers, attachment)),
  ]
}

/** True when the party sees a clean loss of the element at once: not a monitor, nor the far end of an ISP link, whom nobody tells. */
export const seesCleanLoss = (element: ElementId, { side }: Watcher): boolean => side !== 'monitor' && !(kindOfElement(element) === 'isp-link' && side === 'aws')
