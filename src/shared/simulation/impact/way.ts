import type { Hop, Path, PathPart, PathQuality, Trace } from '../types.ts'

/** The way of a flow in short: the places passed, by name. */
export interface Way {
  /** From sender to receiver; a VPN connection says which tunnel. */
  readonly hops: readonly string[]
  /** From receiver back to sender, when that is not the same way in reverse; empty when the reply does not arrive. */
  readonly reply?: readonly string[]
  /** What the way is worth there and, where it differs, back. */
  readonly quality: PathQuality
  readonly replyQuality?: PathQuality
}

const tunnelOf = ({ steps }: Hop): 1 | 2 | undefined => steps.flatMap((step) => (step.kind === 'tunnel' ? (step.tunnel ?? []) : []))[0]

function nameOf(hop: Hop): string {
  const tunnel = tunnelOf(hop)
  return tunnel === undefined ? hop.name : `${hop.name} (tunnel ${tunnel})`
}

const keysOf = ({ hops }: Path): string[] => hops.map((hop) => `${hop.resource}/${tunnelOf(hop) ?? ''}`)

const sameQuality = (one: PathQuality, other: PathQuality): boolean =>
  one.mtuBytes === other.mtuBytes && one.bandwidthMbps === other.bandwidthMbps && one.bandwidthUnlimited === other.bandwidthUnlimited && one.encryption === other.encryption && one.internet === other.internet

/** The way that a traced flow takes. */
export function wayOf({ forward, return: back }: Trace): Way {
  const way = { hops: forward.hops.map(nameOf), quality: forward.quality }
  if (!back || !forward.success) return way
  if (!back.success) return { ...way, reply: [] }
  const isMirrored = keysOf(back).reverse().join(' ') === keysOf(forward).join(' ')
  return { ...way, ...(isMirrored ? {} : { reply: back.hops.map(nameOf) }), ...(sameQuality(forward.quality, back.quality) ? {} : { replyQuality: back.quality }) }
}

/** True when two traces pass the same places by the same tunnels, there and back, and are worth the same. */
export function isSameWay(one: Trace, other: Trace): boolean {
  const key = ({ forward, return: back }: Trace) => [keysOf(forward), back ? keysOf(back) : []].join(' | ')
  const isWorthTheSame = sameQuality(one.forward.quality, other.forward.quality) && (one.return === undefined || other.return === undefined || sameQuality(one.return.quality, other.return.quality))
  return key(one) === key(other) && isWorthTheSame
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

const megabits = (mbps: number) => (mbps >= 1000 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`)

/** What a way carries at most, in words. */
export const bandwidthWords = ({ bandwidthMbps, bandwidthUnlimited }: PathQuality): string => (bandwidthMbps !== undefined ? megabits(bandwidthMbps) : bandwidthUnlimited ? 'no limit stated' : 'bandwidth unknown')

const ENCRYPTION_WORDS: Readonly<Record<PathQuality['encryption'], string>> = { all: 'encrypted', partly: 'partly encrypted', none: 'not encrypted', unknown: 'encryption unknown', inside: 'inside all the way' }

/** How far a way is encrypted, in words. */
export const encryptionWords = ({ encryption }: PathQuality): string => ENCRYPTION_WORDS[encryption]

/** The largest packet of a way, in words. */
export const mtuWords = ({ mtuBytes }: PathQuality): string => (mtuBytes === undefined ? 'MTU unknown' : `MTU ${mtuBytes}`)

/** Whether a way touches the internet, in words. */
export const internetWords = ({ internet }: PathQuality): string => (internet === null ? 'internet unknown' : internet ? 'over the internet' : 'off the internet')

/** What one thing on a way is worth, in words; empty for what only passes the packet on inside a VPC, a Region or a site. */
export function partWords({ mtuBytes, bandwidthMbps, encryption, internet }: PathPart): readonly string[] {
  if (encryption === 'inside' && internet === undefined && bandwidthMbps === undefined) return []
  return [
    ...(encryption === 'inside' ? [] : [{ encrypted: 'encrypted', plain: 'not encrypted', unknown: 'encryption unknown' }[encryption]]),
    ...(bandwidthMbps === undefined ? [] : [bandwidthMbps === null ? 'bandwidth unknown' : megabits(bandwidthMbps)]),
    ...(mtuBytes === undefined ? [] : [mtuBytes === null ? 'MTU unknown' : `MTU ${mtuBytes}`]),
    ...(internet === true ? ['over the internet'] : internet === null ? ['internet unknown'] : []),
  ]
}

/** What a way is worth, in words. */
export function qualityWords(quality: PathQuality): readonly string[] {
  return [bandwidthWords, encryptionWords, mtuWords, internetWords].map((words) => words(quality))
}

/** What changes in worth from one way to another, in words; empty when nothing does. */
export function qualityChanges(before: Way, after: Way): readonly string[] {
  const changes = (was: PathQuality, is: PathQuality, prefix: string) =>
    [bandwidthWords, encryptionWords, mtuWords, internetWords].flatMap((words) => (words(was) === words(is) ? [] : [`${prefix}${words(was)} → ${words(is)}`]))
  const there = changes(before.quality, after.quality, '')
  const isSeparate = before.replyQuality !== undefined || after.replyQuality !== undefined
  return isSeparate ? [...there, ...changes(before.replyQuality ?? before.quality, after.replyQuality ?? after.quality, 'reply: ')] : there
}
