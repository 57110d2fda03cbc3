import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { flowWords, type Outcome } from '../fail/outcomes.ts'
import type { Network } from '../network.ts'
import type { Path, PathPart, PathQuality } from '../types.ts'
import type { Judgement } from './requirement.ts'
import { MET } from './requirement.ts'

/** A rate in Mbps for people. */
export function rateWords(mbps: number): string {
  return mbps >= 1000 ? `${Number((mbps / 1000).toFixed(3))} Gbps` : `${Number(mbps.toFixed(3))} Mbps`
}

const nameOf = (network: Network, id: ResourceId): string => {
  const resource = network.index.get(id)
  return resource ? displayName(resource) : id
}

const parts = ({ parts: all = [] }: PathQuality) => all

/** Most other paths that share the flows of one decision on the way. */
function sharing({ hops }: Path): number {
  const shares = hops.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'route' ? [step.candidates.filter((candidate) => candidate.shares).length] : [])))
  return Math.max(0, ...shares)
}

const bothWays = ({ trace }: Outcome): readonly Path[] => (trace.return ? [trace.forward, trace.return] : [trace.forward])

function over(outcome: Outcome, judge: (path: Path, isReply: boolean) => Judgement): Judgement {
  const judgements = bothWays(outcome).map((path, position) => judge(path, position === 1))
  return judgements.find(({ holds }) => holds === false) ?? judgements.find(({ holds }) => holds === null) ?? MET
}

const onWay = (network: Network, outcome: Outcome, isReply: boolean) => `${flowWords(network, outcome.pair.flow)}${isReply ? ' (reply)' : ''}`

/** Whether a flow gets the rate, there and back. Equal paths that share flows carry more together than a single flow gets: that cannot be told. */
export function enoughBandwidth(network: Network, outcome: Outcome, mbps: number): Judgement {
  return over(outcome, (path, isReply) => {
    const { bandwidthMbps, bandwidthLimitedBy, bandwidthUnlimited } = path.quality
    const way = onWay(network, outcome, isReply)
    if (bandwidthUnlimited) return MET
    if (bandwidthMbps === undefined || bandwidthLimitedBy === undefined) {
      const [silent] = parts(path.quality).filter((part) => part.bandwidthMbps === null)
      const limit = knownLimit(path.quality)
      if (limit && limit.value < mbps) return { holds: false, reason: `${way}: ${nameOf(network, limit.by)} carries ${rateWords(limit.value)}`, resources: [limit.by] }
      return { holds: null, reason: `${way}: ${silent ? `${nameOf(network, silent.by)} does not say` : 'nothing says'} what it carries`, resources: silent ? [silent.by] : [] }
    }
    if (bandwidthMbps >= mbps) return MET
    const others = sharing(path)
    const limit = `${way}: ${nameOf(network, bandwidthLimitedBy)} carries ${rateWords(bandwidthMbps)}`
    if (others > 0 && bandwidthMbps * (others + 1) >= mbps) return { holds: null, reason: `${limit}; ${others + 1} equal paths carry more together, if the traffic is many flows`, resources: [bandwidthLimitedBy] }
    return { holds: false, reason: limit, resources: [bandwidthLimitedBy] }
  })
}

function knownLimit(quality: PathQuality): { readonly value: number; readonly by: ResourceId } | undefined {
  const known = parts(quality).flatMap(({ by, bandwidthMbps }) => (typeof bandwidthMbps === 'number' ? [{ value: bandwidthMbps, by }] : []))
  return known.sort((a, b) => a.value - b.value)[0]
}

const first = (quality: PathQuality, test: (part: PathPart) => boolean): PathPart | undefined => parts(quality).find(test)

/** Whether everything outside VPCs, Regions and sites is encrypted. */
export function allEncrypted(network: Network, outcome: Outcome): Judgement {
  return over(outcome, (path, isReply) => {
    const { encryption } = path.quality
    if (encryption === 'all' || encryption === 'inside') return MET
    const way = onWay(network, outcome, isReply)
    const plain = first(path.quality, (part) => part.encryption === 'plain')
    if (plain) return { holds: false, reason: `${way}: ${nameOf(network, plain.by)} does not encrypt`, resources: [plain.by] }
    const unsure = first(path.quality, (part) => part.encryption === 'unknown')
    return { holds: null, reason: `${way}: nothing guarantees that ${unsure ? nameOf(network, unsure.by) : 'the way'} encrypts`, resources: unsure ? [unsure.by] : [] }
  })
}

/** Whether no packet is on the internet. */
export function offInternet(network: Network, outcome: Outcome): Judgement {
  return over(outcome, (path, isReply) => {
    const { internet } = path.quality
    if (internet === false) return MET
    const way = onWay(network, outcome, isReply)
    const part = first(path.quality, (one) => (internet === true ? one.internet === true : one.internet === null))
    const by = part ? nameOf(network, part.by) : 'the way'
    const resources = part ? [part.by] : []
    return internet === true ? { holds: false, reason: `${way}: ${by} crosses the internet`, resources } : { holds: null, reason: `${way}: whether ${by} crosses the internet depends on paths that nobody states`, resources }
  })
}
