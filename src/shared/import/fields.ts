import { parseAddress } from '../net/address.ts'
import { parseCidr } from '../net/prefix.ts'
import { nameTag } from './aws-item.ts'
import type { Place } from './place.ts'

/** The name people gave a thing, else its AWS id. */
export function nameOf(found: { readonly awsId: string }, tags: readonly { readonly Key: string; readonly Value: string }[], other?: string): string {
  return (nameTag(tags) ?? (other || found.awsId)).slice(0, 255)
}

/** Account and Region as the model's fields. */
export function placeFieldsOf(place: Place): { readonly OwnerId?: string; readonly Region?: string } {
  return { ...(place.account === undefined ? {} : { OwnerId: place.account }), ...(place.region === undefined ? {} : { Region: place.region }) }
}

/** The address when it is one. */
export function addressIn(text: string | undefined): string | undefined {
  return text !== undefined && parseAddress(text) ? text : undefined
}

/** The CIDR when it is one; of the family, if given. */
export function cidrIn(text: string | undefined, family?: 4 | 6): string | undefined {
  const read = text === undefined ? undefined : parseCidr(text)
  return read && (family === undefined || read.prefix.family === family) ? text : undefined
}

/** The value when it is one of the choices. */
export function oneOf<const T extends string>(text: string | undefined, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === text)
}

/** Block Public Access as AWS says that it holds for a VPC or subnet, where that is another mode than what holds around it (F-EDGE-60). */
export function blockModeIn(states: { readonly InternetGatewayBlockMode?: string | undefined } | undefined, around = 'off') {
  const mode = oneOf(states?.InternetGatewayBlockMode, ['off', 'block-bidirectional', 'block-ingress'])
  return mode === around ? undefined : mode
}

/** The texts that are there, each once, in order. */
export function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))]
}

/** True for the states of a block, association or attachment that has gone or is going. */
export function isLeaving(state: string | undefined): boolean {
  return state !== undefined && ['disassociating', 'disassociated', 'detaching', 'detached', 'failing', 'failed', 'deleted', 'deleting'].includes(state)
}
