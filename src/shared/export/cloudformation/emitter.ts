import type { Kind, Resource, ResourceOf } from '../../model/index.ts'
import { displayName } from '../../document/query.ts'
import { isAsn } from '../../net/asn.ts'
import { formatPrefix, parsePrefix } from '../../net/prefix.ts'
import type { Emission } from './emission.ts'
import type { Value } from './value.ts'
import type { DesignIndex } from '../../document/query.ts'

/** How a kind becomes CloudFormation. */
export interface Emitter<K extends Kind> {
  readonly kind: K
  /** Why this one cannot be made; undefined when it can. Asked before `emit`. */
  readonly refuse?: (resource: ResourceOf<K>, index: DesignIndex) => string | undefined
  readonly emit: (resource: ResourceOf<K>, to: Emission) => void
  /** How others in the template refer to it; without this, by `Ref`. */
  readonly refer?: (resource: ResourceOf<K>, to: Emission) => Value
}

/** A kind that CloudFormation has nothing for. */
export interface NotExported<K extends Kind> {
  readonly kind: K
  readonly because: string
}

/** Declares how a kind is made. */
export function defineEmitter<K extends Kind>(emitter: Emitter<K>): Emitter<K> {
  return emitter
}

/** Declares that a kind is not made. */
export function notExported<K extends Kind>(kind: K, because: string): NotExported<K> {
  return { kind, because }
}

/** The `Name` tag; undefined for what has no name, since some types refuse an empty list. */
export function nameTags(name: string): Value | undefined {
  return name === '' ? undefined : [{ Key: 'Name', Value: name }]
}

/** The block as AWS stores it: host bits cleared (F-ADDR-3). */
export function canonical(cidr: string): string {
  const prefix = parsePrefix(cidr)
  return prefix ? formatPrefix(prefix) : cidr
}

/** True when the block is an IPv6 one. */
export const isIpv6 = (cidr: string): boolean => parsePrefix(cidr)?.family === 6

/** The ASN, or a parameter for one that AWS would refuse. */
export function asnOrParameter(resource: Resource, asn: number, to: Emission): Value {
  if (isAsn(asn)) return asn
  return to.parameter(to.names.part(resource.id, 'Asn'), { type: 'Number', description: `Autonomous system number of ${displayName(resource)} (1 to 4294967294); the design has ${asn}.` })
}

/** The ASN as Direct Connect wants it, which is text. */
export function asnText(resource: Resource, asn: number, to: Emission): Value {
  if (isAsn(asn)) return String(asn)
  return to.parameter(to.names.part(resource.id, 'Asn'), { type: 'String', pattern: '^[1-9][0-9]*$', description: `Autonomous system number of ${displayName(resource)} (1 to 4294967294); the design has ${asn}.` })
}

/** The `Name` tag in the letters that Direct Connect accepts. */
export function directConnectTags(name: string): Value | undefined {
  return nameTags(name.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '-'))
}

/** A name that Direct Connect accepts: letters, digits, space and `-_,/`, never empty. */
export function directConnectName(resource: Resource): string {
  return displayName(resource).replace(/[^\w \-,/]/g, '-').slice(0, 100)
}
