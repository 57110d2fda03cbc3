import { displayName } from '../../document/query.ts'
import { DH_GROUPS, REKEYING, TUNNEL_RANGES } from '../../facts/vpn.ts'
import type { ResourceOf } from '../../model/index.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Tunnel = ResourceOf<'vpn-connection'>['TunnelOptions'][number]

interface Wrong {
  readonly option: keyof Tunnel
  readonly text: string
  /** The value that AWS takes; undefined for its default. */
  readonly better: number | readonly number[] | undefined
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** What is wrong with the options of a tunnel, each once. */
function wrongIn(tunnel: Tunnel): Wrong[] {
  const found: Wrong[] = []
  for (const [option, { least, most, unit }] of Object.entries(TUNNEL_RANGES.value) as [keyof typeof TUNNEL_RANGES.value, { least: number; most: number; unit: string }][]) {
    const value = tunnel[option]
    if (value !== undefined && (value < least || value > most)) found.push({ option, text: `${option} is ${value}; AWS takes ${least} to ${most} ${unit}`, better: clamp(value, least, most) })
  }
  const { Phase1LifetimeSeconds: phase1 = REKEYING.value.phase1, Phase2LifetimeSeconds: phase2 = REKEYING.value.phase2, RekeyMarginTimeSeconds: margin } = tunnel
  if (found.length === 0 && phase2 >= phase1) found.push({ option: 'Phase2LifetimeSeconds', text: `Phase2LifetimeSeconds is ${phase2}, which must be less than the ${phase1} of phase 1`, better: phase1 > TUNNEL_RANGES.value.Phase2LifetimeSeconds.least ? phase1 - 1 : undefined })
  const most = Math.floor(phase2 / 2)
  if (margin !== undefined && (margin < REKEYING.value.leastMargin || margin > most)) found.push({ option: 'RekeyMarginTimeSeconds', text: `RekeyMarginTimeSeconds is ${margin}; AWS takes ${REKEYING.value.leastMargin} to ${most} s, half of phase 2`, better: clamp(margin, REKEYING.value.leastMargin, most) })
  for (const option of ['Phase1DHGroupNumbers', 'Phase2DHGroupNumbers'] as const) {
    const known: readonly number[] = DH_GROUPS.value[option]
    const unknown = (tunnel[option] ?? []).filter((group) => !known.includes(group))
    if (unknown.length > 0) found.push({ option, text: `${option} names ${sentence(unknown.map(String))}, which AWS does not have for that phase`, better: (tunnel[option] ?? []).filter((group) => known.includes(group)) })
  }
  return found
}

export default defineRule({
  id: 'tunnel-option-range',
  catalogue: 'R-VPN-20',
  title: 'Tunnel option outside what AWS takes',
  severity: 'error',
  appliesTo: ['vpn-connection'],
  why: 'Lifetimes, rekeying, replay window and Diffie-Hellman groups have ranges, and the keys of phase 2 must not outlive those of phase 1. AWS refuses a connection with anything else.',
  remedy: 'Choose a value in the range, and the same on the device.',
  sources: [TUNNEL_RANGES, REKEYING, DH_GROUPS],
  messages: { range: 'Tunnel {tunnels} of {connection}: {text}.' },
  checkEach: {
    *'vpn-connection'(connection) {
      const all = connection.TunnelOptions.map(wrongIn)
      for (const text of new Set(all.flat().map((wrong) => wrong.text))) {
        const tunnels = all.flatMap((wrongs, at) => (wrongs.some((wrong) => wrong.text === text) ? [at] : []))
        const [wrong] = all.flat().filter((one) => one.text === text)
        if (!wrong) continue
        const slots = { tunnels: sentence(tunnels.map((at) => String(at + 1))), connection: displayName(connection), text }
        const repaired = connection.TunnelOptions.map((tunnel, at) => {
          if (!tunnels.includes(at)) return tunnel
          const { [wrong.option]: _, ...rest } = tunnel
          return (wrong.better === undefined ? rest : { ...rest, [wrong.option]: wrong.better }) as Tunnel
        })
        yield { message: 'range', slots, resources: [connection.id], field: 'TunnelOptions', fixes: [fix(`Put ${wrong.option} of ${slots.connection} in range`, setField(connection, 'TunnelOptions', repaired))] }
      }
    },
  },
})
