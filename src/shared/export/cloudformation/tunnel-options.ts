import { DH_GROUPS, REKEYING, TUNNEL_RANGES } from '../../facts/vpn.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Value } from './value.ts'

type Tunnel = ResourceOf<'vpn-connection'>['TunnelOptions'][number]

const LISTS = ['IKEVersions', 'Phase1EncryptionAlgorithms', 'Phase2EncryptionAlgorithms', 'Phase1IntegrityAlgorithms', 'Phase2IntegrityAlgorithms'] as const
const CHOICES = ['DPDTimeoutSeconds', 'DPDTimeoutAction', 'StartupAction'] as const
const GROUPS = ['Phase1DHGroupNumbers', 'Phase2DHGroupNumbers'] as const
const NUMBERS = ['Phase1LifetimeSeconds', 'Phase2LifetimeSeconds', 'RekeyMarginTimeSeconds', 'RekeyFuzzPercentage', 'ReplayWindowSize'] as const

const RANGES = { ...TUNNEL_RANGES.value, RekeyMarginTimeSeconds: { least: REKEYING.value.leastMargin, most: REKEYING.value.phase2 / 2 } }

/** The options that the design states of a tunnel, and the names of those that AWS does not take (F-VPN-20 to F-VPN-33). */
export function statedOptions(tunnel: Tunnel): { readonly options: Record<string, Value>; readonly refused: readonly string[] } {
  const options: Record<string, Value> = {}
  const refused: string[] = []
  for (const name of LISTS) if (tunnel[name] !== undefined && tunnel[name].length > 0) options[name] = tunnel[name].map((Value) => ({ Value }))
  for (const name of CHOICES) if (tunnel[name] !== undefined) options[name] = tunnel[name]
  for (const name of GROUPS) {
    const known: readonly number[] = DH_GROUPS.value[name]
    const stated = tunnel[name] ?? []
    if (stated.length === 0) continue
    if (stated.every((group) => known.includes(group))) options[name] = stated.map((Value) => ({ Value }))
    else refused.push(name)
  }
  for (const name of NUMBERS) {
    const stated = tunnel[name]
    if (stated === undefined) continue
    if (stated >= RANGES[name].least && stated <= RANGES[name].most) options[name] = stated
    else refused.push(name)
  }
  return { options, refused }
}
