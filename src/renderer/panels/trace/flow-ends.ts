import { INTENT_END_KINDS } from '../../../shared/document/intent-ends.ts'
import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { parentOf } from '../../../shared/model/containment.ts'
import type { Kind, Resource } from '../../../shared/model/index.ts'

/** Kinds that are ends of flows and intents alike, besides places and hosts. */
const SERVICE_KINDS: readonly Kind[] = ['user-group', 'server', 'directory', 'load-balancer', 'vpc-endpoint', 'vpc-endpoint-service']

/** Kinds that a flow can start or end at, in the order in which they are offered. */
const FLOW_END_KINDS: readonly Kind[] = ['site', 'customer-gateway', 'instance', 'network-interface', 'subnet', 'nat-gateway', ...SERVICE_KINDS]

/** Something that can be picked as an end: a resource, or the internet. */
export interface EndOption {
  readonly value: string
  readonly label: string
  /** What tells it from others of the same name: its address or block, and where it is. */
  readonly detail: string
  readonly kind: Kind | 'internet'
}

/** Whether flows can start or end at the resource. */
export function isFlowEnd(resource: Resource): boolean {
  return FLOW_END_KINDS.includes(resource.kind)
}

function addressOf(resource: Resource): string | undefined {
  if ('PrivateIpAddress' in resource && resource.PrivateIpAddress) return resource.PrivateIpAddress
  if (resource.kind === 'subnet') return resource.CidrBlock ?? resource.Ipv6CidrBlock
  if (resource.kind === 'vpc') return resource.CidrBlocks[0]
  if (resource.kind === 'site') return resource.prefixes[0]
  return 'IpAddress' in resource ? resource.IpAddress : undefined
}

function optionOf(index: DesignIndex, resource: Resource): EndOption {
  const parent = index.get(parentOf(resource))
  const detail = [addressOf(resource), parent && `in ${displayName(parent)}`].filter((part) => part !== undefined).join(' ')
  return { value: resource.id, label: displayName(resource), detail, kind: resource.kind }
}

const INTERNET: EndOption = { value: 'internet', label: 'Internet', detail: 'Anything outside the design', kind: 'internet' }

/** Everything that can be an end of a flow or of an intent; the internet first. */
export function endOptions(index: DesignIndex, purpose: 'flow' | 'intent'): EndOption[] {
  const kinds = purpose === 'flow' ? FLOW_END_KINDS : INTENT_END_KINDS
  return [INTERNET, ...kinds.flatMap((kind) => index.all(kind).map((resource: Resource) => optionOf(index, resource)))]
}

/** The options in which every typed word occurs, those whose name starts with the text first; at most `most`. */
export function matchingOptions(options: readonly EndOption[], typed: string, most: number): EndOption[] {
  const text = typed.trim().toLowerCase()
  const words = text.split(/\s+/)
  const found = options.filter(({ label, detail }) => words.every((word) => `${label} ${detail}`.toLowerCase().includes(word)))
  const starts = ({ label }: EndOption) => (label.toLowerCase().startsWith(text) ? 0 : 1)
  return found.sort((a, b) => starts(a) - starts(b)).slice(0, most)
}
