import { displayName } from '../../document/query.ts'
import { IPV6_MSS_DIFFERENCE, TUNNEL_SIZES } from '../../facts/vpn.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Connection = ResourceOf<'vpn-connection'>
type Tunnel = Connection['TunnelOptions'][number]

/** Every algorithm that the tunnel may agree on, as a key of the sizes; what is not stated is left to the two ends. */
function algorithmsOf({ Phase2EncryptionAlgorithms: encryption = [], Phase2IntegrityAlgorithms: integrity = [] }: Tunnel): (keyof typeof TUNNEL_SIZES.value)[] {
  if (encryption.length > 0 && encryption.every((algorithm) => algorithm.endsWith('GCM-16'))) return ['gcm']
  if (encryption.length === 0) return []
  return integrity.map((algorithm) => (algorithm === 'SHA2-512' ? 'sha512' : algorithm === 'SHA2-384' ? 'sha384' : 'sha256'))
}

/** The sizes that always fit: the smallest over what the tunnel may agree on; without stated algorithms the largest that any of them allows. */
function sizesOf(tunnel: Tunnel, isNat: boolean, isIpv6: boolean): { readonly mtu: number; readonly mss: number } {
  const choices = algorithmsOf(tunnel)
  const sizes = (choices.length > 0 ? choices : (['gcm'] as const)).map((choice) => TUNNEL_SIZES.value[choice][isNat ? 'nat' : 'plain'])
  return { mtu: Math.min(...sizes.map(({ mtu }) => mtu)), mss: Math.min(...sizes.map(({ mss }) => mss)) - (isIpv6 ? IPV6_MSS_DIFFERENCE.value : 0) }
}

function* checkTunnel(connection: Connection, number: number, device: string, isNat: boolean): Generator<Report> {
  const tunnel = connection.TunnelOptions[number]
  if (!tunnel) return
  const isIpv6 = connection.TunnelInsideIpVersion === 'ipv6' || parsePrefix(tunnel.TunnelInsideCidr ?? '')?.family === 6
  const { mtu, mss } = sizesOf(tunnel, isNat, isIpv6)
  const isLarge = (value: number | undefined, most: number) => value !== undefined && value > most
  if (!isLarge(tunnel.interfaceMtu, mtu) && !isLarge(tunnel.tcpMss, mss)) return
  const better = connection.TunnelOptions.map((other, at) => (at === number ? { ...other, interfaceMtu: Math.min(other.interfaceMtu ?? mtu, mtu), tcpMss: Math.min(other.tcpMss ?? mss, mss) } : other))
  const slots = { device, connection: displayName(connection), tunnel: number + 1, mtu, mss, ownMtu: tunnel.interfaceMtu ?? '', ownMss: tunnel.tcpMss ?? '' }
  const what = isLarge(tunnel.interfaceMtu, mtu) ? 'mtu' : 'mss'
  const label = `Give tunnel ${number + 1} of ${slots.connection} an MTU of ${mtu} and an MSS of ${mss}`
  yield { message: what, slots, resources: [connection.id, connection.CustomerGatewayId], field: 'TunnelOptions', fixes: [fix(label, setField(connection, 'TunnelOptions', better))] }
}

export default defineRule({
  id: 'tunnel-mtu',
  catalogue: 'R-VPN-12',
  title: 'MTU or MSS of a tunnel is too large',
  severity: 'warning',
  appliesTo: ['vpn-connection'],
  why: 'A tunnel carries packets of at most 1,446 bytes, less with some algorithms, and AWS does no path MTU discovery on it. Larger packets are dropped without a word: small ones work and large transfers hang.',
  remedy: 'Set the MTU of the tunnel interface and the TCP MSS to what the algorithms allow.',
  sources: [TUNNEL_SIZES],
  messages: {
    mtu: '{device} has an MTU of {ownMtu} on tunnel {tunnel} of {connection}, which carries {mtu} bytes with these algorithms.',
    mss: '{device} has a TCP MSS of {ownMss} on tunnel {tunnel} of {connection}, which carries {mss} bytes with these algorithms.',
  },
  checkEach: {
    *'vpn-connection'(connection, { index }) {
      const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
      const isNat = device?.behindNat === true || device?.natTraversal === true
      for (const number of connection.TunnelOptions.keys()) yield* checkTunnel(connection, number, nameOf(index, connection.CustomerGatewayId), isNat)
    },
  },
})
