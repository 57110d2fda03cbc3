import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import { endsOf } from '../model/link.ts'
import type { IntentEnd } from './design.ts'
import type { DesignIndex } from './query.ts'

/** Kinds that an intent can speak of, in the order in which they are offered. */
export const INTENT_END_KINDS: readonly Kind[] = ['site', 'vpc', 'subnet', 'instance', 'network-interface', 'customer-gateway', 'user-group', 'server', 'directory', 'load-balancer', 'vpc-endpoint', 'vpc-endpoint-service']

/** The end of an intent that a thing stands for: itself, what a gateway leads into, or the internet behind an internet gateway; undefined for none. */
export function intentEndAt(index: DesignIndex, id: ResourceId): IntentEnd | undefined {
  const resource = index.get(id)
  if (!resource) return undefined
  if (INTENT_END_KINDS.includes(resource.kind)) return resource.id
  switch (resource.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
      return 'internet'
    case 'vpn-gateway':
      return resource.VpcAttachments[0]?.VpcId
    default:
      return undefined
  }
}

/** The two ends that an intent along a link has: of a device its site. Undefined where an end of the link stands for none, as a transit gateway does. */
export function linkEndsFor(index: DesignIndex, link: Resource): readonly [IntentEnd, IntentEnd] | undefined {
  const [from, to] = (endsOf(link) ?? []).map((id) => {
    const end = id && intentEndAt(index, id)
    const device = end === undefined || end === 'internet' ? undefined : index.getOf('customer-gateway', end)
    return device?.site ?? end
  })
  return from !== undefined && to !== undefined && from !== to ? [from, to] : undefined
}
