import { displayName } from '../../document/query.ts'
import { WEAK_OPTIONS } from '../../facts/vpn.ts'
import type { ResourceOf } from '../../model/index.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Tunnel = ResourceOf<'vpn-connection'>['TunnelOptions'][number]

/** The weak ones among the choices that a tunnel states. */
function weakOf(tunnel: Tunnel): string[] {
  const { IKEVersions, encryption, integrity, groups } = WEAK_OPTIONS.value
  const among = (stated: readonly (string | number)[] | undefined, weak: readonly (string | number)[], prefix = '') => (stated ?? []).filter((one) => weak.includes(one)).map((one) => `${prefix}${one}`)
  return [
    ...among(tunnel.IKEVersions, IKEVersions),
    ...among([...(tunnel.Phase1EncryptionAlgorithms ?? []), ...(tunnel.Phase2EncryptionAlgorithms ?? [])], encryption),
    ...among([...(tunnel.Phase1IntegrityAlgorithms ?? []), ...(tunnel.Phase2IntegrityAlgorithms ?? [])], integrity),
    ...among([...(tunnel.Phase1DHGroupNumbers ?? []), ...(tunnel.Phase2DHGroupNumbers ?? [])], groups, 'DH group '),
  ]
}

const isSilent = (tunnel: Tunnel) => (['IKEVersions', 'Phase1EncryptionAlgorithms', 'Phase2EncryptionAlgorithms', 'Phase1IntegrityAlgorithms', 'Phase2IntegrityAlgorithms', 'Phase1DHGroupNumbers', 'Phase2DHGroupNumbers'] as const).every((name) => (tunnel[name] ?? []).length === 0)

const STRONG = { IKEVersions: ['ikev2'], Phase1EncryptionAlgorithms: ['AES256-GCM-16'], Phase2EncryptionAlgorithms: ['AES256-GCM-16'], Phase1IntegrityAlgorithms: ['SHA2-256', 'SHA2-384', 'SHA2-512'], Phase2IntegrityAlgorithms: ['SHA2-256', 'SHA2-384', 'SHA2-512'], Phase1DHGroupNumbers: [19, 20, 21], Phase2DHGroupNumbers: [19, 20, 21] } satisfies Partial<Tunnel>

const strengthen = (connection: ResourceOf<'vpn-connection'>) => setField(connection, 'TunnelOptions', connection.TunnelOptions.map((tunnel) => ({ ...tunnel, ...STRONG })))

export default defineRule({
  id: 'weak-vpn-crypto',
  catalogue: 'R-VPN-19',
  title: 'VPN admits old cryptography',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['vpn-connection'],
  why: 'The two ends agree on what both admit, so one old choice in the list can decide. AWS admits IKEv1, SHA-1 and small Diffie-Hellman groups unless it is told not to.',
  remedy: 'Admit IKEv2, AES256-GCM-16, SHA-2 and Diffie-Hellman groups from 19 on, on both ends.',
  sources: [WEAK_OPTIONS],
  messages: {
    stated: '{connection} admits {weak}.',
    silent: '{intents} for encryption, and nothing is said of the algorithms of {connections}: AWS then also admits IKEv1, SHA1 and DH group 2.',
  },
  *check({ index, intents }) {
    const silent = index.all('vpn-connection').filter(({ TunnelOptions }) => TunnelOptions.every(isSilent))
    for (const connection of index.all('vpn-connection')) {
      const weak = [...new Set(connection.TunnelOptions.flatMap(weakOf))]
      const slots = { connection: displayName(connection), weak: sentence(weak) }
      if (weak.length > 0) yield { message: 'stated', slots, resources: [connection.id], field: 'TunnelOptions', fixes: [fix(`Admit strong algorithms only on ${slots.connection}`, strengthen(connection))] }
    }
    const asking = intents.filter(({ encrypted }) => encrypted === true)
    const [first, ...others] = silent
    if (!first || asking.length === 0) return
    const names = sentence(silent.map(displayName))
    const slots = { intents: asking.length === 1 ? 'An intent asks' : `${asking.length} intents ask`, connections: names }
    yield { message: 'silent', slots, resources: [first.id, ...others.map(({ id }) => id)], field: 'TunnelOptions', severity: 'advice', fixes: [fix(`Admit strong algorithms only on ${names}`, ...silent.map(strengthen))] }
  },
})
