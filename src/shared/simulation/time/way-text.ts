import type { ResourceId } from '../../model/id.ts'
import type { Kind } from '../../model/index.ts'
import type { Outcome } from '../fail/outcomes.ts'
import type { Network } from '../network.ts'
import type { Hop, Path } from '../types.ts'

/** Kinds that a way is told by: what a flow could go through another of. */
const TELLING: ReadonlySet<Kind | 'internet'> = new Set<Kind | 'internet'>(['customer-gateway', 'vpn-connection', 'virtual-interface', 'nat-gateway', 'instance', 'isp-link', 'vpc-peering-connection', 'wan-link', 'carrier-circuit', 'software-vpn', 'transit-gateway-connect-peer', 'transit-gateway-peering-attachment', 'core-network', 'client-vpn-endpoint'])

function words(hop: Hop): string {
  const tunnel = hop.steps.flatMap((step) => (step.kind === 'tunnel' ? (step.tunnel ?? []) : []))[0]
  return tunnel === undefined ? hop.name : `tunnel ${tunnel} of ${hop.name}`
}

const between = (path: Path): string[] => path.hops.filter((hop, index) => TELLING.has(hop.kind) && index > 0 && index < path.hops.length - 1).map(words)

/** Which end a way is told from: a site before what is in AWS, the internet last. */
function rank(network: Network, end: ResourceId | 'internet'): number {
  return end === 'internet' ? 2 : network.index.getOf('site', end) === undefined ? 1 : 0
}

/** The way of a flow that works, in few words; the reply's too, where it differs. Both directions of an intent are told from the same end. */
export function wayText(network: Network, { pair: { flow }, trace }: Outcome): string {
  const out = between(trace.forward)
  const back = trace.return ? between(trace.return).reverse() : out
  const { from, to = from } = flow
  const isTurned = rank(network, to) < rank(network, from) || (rank(network, to) === rank(network, from) && to < from)
  const [there, again] = isTurned ? [[...back].reverse(), [...out].reverse()] : [out, back]
  const [first, second] = [there.join(', ') || 'directly', again.join(', ') || 'directly']
  return first === second ? first : `${first}; back by ${second}`
}
