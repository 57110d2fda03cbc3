import { mbpsOf } from '../../model/bandwidth.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { macsecOf, peeringEncryption, softwareEncryption, wanEncryption } from '../link-encryption.ts'
import type { PathPart, PathQuality } from '../types.ts'
import type { Context } from './context.ts'

/**
 * A part of the way between two walls: what carries the packet there. `inside` is what stays within a VPC, a Region or a site and is not
 * judged for encryption. What is absent sets no limit; `unknown` limits are said so.
 */
export interface Carrier {
  readonly by: ResourceId
  readonly mtuBytes?: number | 'unknown'
  readonly bandwidthMbps?: number | 'unknown'
  readonly encryption: 'encrypted' | 'plain' | 'unknown' | 'inside'
  /** Touches the internet; 'unknown' where that depends on paths nobody states. */
  readonly internet?: boolean | 'unknown'
}

/** Largest inner packet of a VPN tunnel with the leanest algorithms, and through NAT (F-VPN-14). */
const TUNNEL_MTU = { plain: 1446, natTraversal: 1438 } as const
/** What a tunnel carries, in Mbps (F-VPN-10, F-VPN-12). */
const TUNNEL_MBPS = { standard: 1250, large: 5000 } as const
/** Inside MTU of a software VPN that states none: a common setting that leaves room for any encapsulation in 1,500 bytes. */
const SOFTWARE_MTU = 1400

/** Notes what a VPN tunnel is worth: IPsec always, and what carries it. */
export function noteTunnel(context: Context, connection: ResourceOf<'vpn-connection'>): void {
  const { network, health, journey } = context
  const fragment = network.fragment('vpn-connection', connection.id)
  const onEc2 = network.index.getOf('instance', fragment?.device) !== undefined
  const carrier = fragment?.underlay.options.find((option) => health.isUp(option))
  const vif = network.index.getOf('virtual-interface', carrier)
  const link = network.index.getOf('isp-link', carrier)
  const limit = vif ? portMbps(context, vif) : link?.bandwidthMbps
  const rate = TUNNEL_MBPS[connection.TunnelBandwidth ?? 'standard']
  const behindNat = onEc2 || connection.EnableAcceleration === true
  // From an appliance of the same Region the packets stay on the AWS network; across Regions nobody states it (F-SW-3).
  const internet = vif ? false : onEc2 ? (sameRegion(context, connection) ? false : 'unknown') : true
  journey.carry({ by: connection.id, mtuBytes: TUNNEL_MTU[behindNat ? 'natTraversal' : 'plain'], bandwidthMbps: rate, encryption: 'encrypted', internet })
  if (limit !== undefined && carrier !== undefined) journey.carry({ by: carrier, bandwidthMbps: limit, encryption: 'inside' })
}

function sameRegion({ network }: Context, connection: ResourceOf<'vpn-connection'>): boolean {
  const router = network.fragment('router', connection.CustomerGatewayId)
  const near = network.index.getOf('vpc', router?.vpc)?.Region
  const gateway = network.index.getOf('vpn-gateway', connection.VpnGatewayId) ?? network.index.getOf('transit-gateway', connection.TransitGatewayId)
  const far = gateway?.Region ?? network.index.getOf('vpc', network.fragment('vpn-gateway', connection.VpnGatewayId)?.vpc)?.Region
  return near !== undefined && near === far
}

/** What the connection or LAG under a virtual interface carries, in Mbps; undefined when the design does not say. */
function portMbps({ network, health }: Context, vif: ResourceOf<'virtual-interface'>): number | undefined {
  const lag = network.index.getOf('direct-connect-lag', vif.ConnectionId)
  if (!lag) return mbpsOf(network.index.getOf('direct-connect-connection', vif.ConnectionId)?.Bandwidth)
  const members = network.index.referrers(lag.id).flatMap(({ resource }) => (resource.kind === 'direct-connect-connection' && resource.LagId === lag.id && health.isUp(resource.id) ? [resource] : []))
  const each = mbpsOf(lag.ConnectionsBandwidth)
  return each === undefined ? undefined : each * members.length
}

/** Notes what a private or transit virtual interface is worth: its MTU, its port, and MACsec where it must be on (F-DX-23, F-DX-61). */
export function noteInterface(context: Context, vif: ResourceOf<'virtual-interface'>): void {
  const { network, journey } = context
  journey.carry({
    by: vif.ConnectionId ?? vif.id,
    mtuBytes: vif.Mtu ?? 1500,
    bandwidthMbps: portMbps(context, vif) ?? 'unknown',
    encryption: macsecOf(network.index, vif.ConnectionId),
    internet: false,
  })
  for (const circuit of network.index.referrers(vif.ConnectionId ?? vif.id).map(({ resource }) => resource)) {
    if (circuit.kind === 'carrier-circuit') journey.carry({ by: circuit.id, ...(circuit.mtuBytes === undefined ? {} : { mtuBytes: circuit.mtuBytes }), ...(circuit.bandwidthMbps === undefined ? {} : { bandwidthMbps: circuit.bandwidthMbps }), encryption: 'inside' })
  }
}

/** Notes what a software VPN is worth: its protocol, and the appliances that carry it. */
export function noteSoftwareVpn(context: Context, vpn: ResourceOf<'software-vpn'>): void {
  const { network, journey } = context
  const ends = [vpn.near, vpn.far].map((id) => network.index.get(id))
  const appliances = ends.filter((end): end is ResourceOf<'instance'> => end?.kind === 'instance')
  const regions = appliances.map(({ id }) => network.index.getOf('vpc', network.fragment('router', id)?.vpc)?.Region)
  const stays = appliances.length === 2 && regions[0] !== undefined && regions[0] === regions[1]
  journey.carry({ by: vpn.id, mtuBytes: vpn.mtuBytes ?? SOFTWARE_MTU, encryption: softwareEncryption(vpn), internet: stays ? false : appliances.length === 2 ? 'unknown' : true })
  // What an instance forwards through a tunnel is one flow: nobody states its rate unless the design does (F-SW-13).
  for (const appliance of appliances) journey.carry({ by: appliance.id, bandwidthMbps: appliance.bandwidthMbps ?? 'unknown', encryption: 'inside' })
}

/** Notes what a line of the customer's own network is worth. */
export function noteWan({ network, journey }: Context, id: ResourceId): void {
  const line = network.index.getOf('wan-link', id) ?? network.index.getOf('carrier-circuit', id)
  if (!line) return
  const overInternet = line.kind === 'wan-link' && (line.wanType === 'internet-vpn' || line.wanType === 'sd-wan')
  journey.carry({
    by: id,
    mtuBytes: line.mtuBytes ?? 'unknown',
    bandwidthMbps: line.bandwidthMbps ?? 'unknown',
    encryption: wanEncryption(line),
    internet: line.kind === 'wan-link' && line.wanType === 'sd-wan' ? 'unknown' : overInternet,
  })
}

/** MTU inside a VPC and between peers of one Region, through a transit gateway or between Regions, and through an internet gateway (F-SW-14, F-PEER-7, F-TGW-14). */
const MTU = { vpc: 9001, peeringAcross: 8500, transitGateway: 8500, internet: 1500 } as const
/** What an attachment of a transit gateway carries in one Availability Zone, in Mbps (F-TGW-12). */
const TRANSIT_MBPS = 100_000

/** Notes that a VPC's own network carries the packet. */
export function noteVpc({ journey }: Context, vpc: ResourceId): void {
  journey.carry({ by: vpc, mtuBytes: MTU.vpc, encryption: 'inside' })
}

/** Notes a VPC peering: encrypted between Regions, where its MTU is smaller too. */
export function notePeering({ network, journey }: Context, peering: ResourceOf<'vpc-peering-connection'>): void {
  const [near, far] = [peering.RequesterVpcId, peering.AccepterVpcId].map((vpc) => network.index.getOf('vpc', vpc)?.Region)
  journey.carry({ by: peering.id, mtuBytes: near !== undefined && near === far ? MTU.vpc : MTU.peeringAcross, encryption: peeringEncryption(network.index, peering) })
}

/** Notes a transit gateway's VPC attachment. */
export function noteTransitAttachment({ journey }: Context, attachment: ResourceId): void {
  journey.carry({ by: attachment, mtuBytes: MTU.transitGateway, bandwidthMbps: TRANSIT_MBPS, encryption: 'inside' })
}

/** Notes that the packet is on the internet. */
export function noteInternet({ journey }: Context, by: ResourceId): void {
  journey.carry({ by, mtuBytes: MTU.internet, encryption: 'plain', internet: true })
}

function smallest(carriers: readonly Carrier[], of: (carrier: Carrier) => number | 'unknown' | undefined): { readonly value: number; readonly by: ResourceId } | 'unknown' | undefined {
  let found: { readonly value: number; readonly by: ResourceId } | undefined
  for (const carrier of carriers) {
    const value = of(carrier)
    if (value === 'unknown') return 'unknown'
    if (value !== undefined && (!found || value < found.value)) found = { value, by: carrier.by }
  }
  return found
}

const orNull = <T>(value: T | 'unknown'): T | null => (value === 'unknown' ? null : value)

const partOf = ({ by, mtuBytes, bandwidthMbps, encryption, internet }: Carrier): PathPart => ({
  by,
  ...(mtuBytes === undefined ? {} : { mtuBytes: orNull(mtuBytes) }),
  ...(bandwidthMbps === undefined ? {} : { bandwidthMbps: orNull(bandwidthMbps) }),
  encryption,
  ...(internet === undefined ? {} : { internet: orNull(internet) }),
})

/** What a path is worth, from all that carried the packet. */
export function qualityOf(carriers: readonly Carrier[]): PathQuality {
  const mtu = smallest(carriers, ({ mtuBytes }) => mtuBytes)
  const rate = smallest(carriers, ({ bandwidthMbps }) => bandwidthMbps)
  const outside = carriers.filter(({ encryption }) => encryption !== 'inside').map(({ encryption }) => encryption)
  const some = (word: Carrier['encryption']) => outside.includes(word)
  const encryption = outside.length === 0 ? 'inside' : some('unknown') ? 'unknown' : some('plain') ? (some('encrypted') ? 'partly' : 'none') : 'all'
  const internet = carriers.some((carrier) => carrier.internet === true) ? true : carriers.some((carrier) => carrier.internet === 'unknown') ? null : false
  return {
    ...(mtu === undefined || mtu === 'unknown' ? {} : { mtuBytes: mtu.value, mtuLimitedBy: mtu.by }),
    ...(rate === undefined || rate === 'unknown' ? {} : { bandwidthMbps: rate.value, bandwidthLimitedBy: rate.by }),
    bandwidthUnlimited: rate === undefined,
    encryption,
    internet,
    parts: carriers.map(partOf),
  }
}
