import type { Hop, Path, Trace } from '../types.ts'

/** The way of a flow in short: the places passed, by name. */
export interface Way {
  /** From sender to receiver; a VPN connection says which tunnel. */
  readonly hops: readonly string[]
  /** From receiver back to sender, when that is not the same way in reverse; empty when the reply does not arrive. */
  readonly reply?: readonly string[]
}

const tunnelOf = ({ steps }: Hop): 1 | 2 | undefined => steps.flatMap((step) => (step.kind === 'tunnel' ? (step.tunnel ?? []) : []))[0]

function nameOf(hop: Hop): string {
  const tunnel = tunnelOf(hop)
  return tunnel === undefined ? hop.name : `${hop.name} (tunnel ${tunnel})`
}

const keysOf = ({ hops }: Path): string[] => hops.map((hop) => `${hop.resource}/${tunnelOf(hop) ?? ''}`)

/** The way that a traced flow takes. */
export function wayOf({ forward, return: back }: Trace): Way {
  const hops = forward.hops.map(nameOf)
  if (!back || !forward.success) return { hops }
  if (!back.success) return { hops, reply: [] }
  const isMirrored = keysOf(back).reverse().join(' ') === keysOf(forward).join(' ')
  return isMirrored ? { hops } : { hops, reply: back.hops.map(nameOf) }
}

/** True when two traces pass the same places by the same tunnels, there and back. */
export function isSameWay(one: Trace, other: Trace): boolean {
  const key = ({ forward, return: back }: Trace) => [keysOf(forward), back ? keysOf(back) : []].join(' | ')
  return key(one) === key(other)
}

/** What differs between two ways: the places left and those taken instead, without those that both begin and end with. */
export interface Detour {
  /** True when only the reply takes another way. */
  readonly ofReply: boolean
  readonly left: readonly string[]
  readonly taken: readonly string[]
}

/** The part in which two ways differ. */
export function detourOf(before: Way, after: Way): Detour {
  const ofReply = before.hops.join('\n') === after.hops.join('\n')
  const was = ofReply ? (before.reply ?? [...before.hops].reverse()) : before.hops
  const is = ofReply ? (after.reply ?? [...after.hops].reverse()) : after.hops
  const least = Math.min(was.length, is.length)
  let start = 0
  while (start < least && was[start] === is[start]) start += 1
  let end = 0
  while (end < least - start && was.at(-1 - end) === is.at(-1 - end)) end += 1
  return { ofReply, left: was.slice(start, was.length - end), taken: is.slice(start, is.length - end) }
}
