import { addressesOf } from '../../model/address-field.ts'
import type { Resource } from '../../model/index.ts'
import { referencesOf } from '../../model/reference.ts'
import { containsPrefix, formatPrefix, type Prefix, parsePrefix } from '../../net/prefix.ts'
import { type DesignIndex, displayName } from '../query.ts'
import type { RenumberNote } from './renumber-note.ts'

/** What looks like an address or block inside of words. */
const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\d.]*\d)/g
const IPV6 = /(?<![\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\/\d{1,3})?(?![\w:])/gi

function* stringsOf(value: unknown, at: readonly (string | number)[]): Generator<{ readonly at: string; readonly text: string }> {
  if (typeof value === 'string') yield { at: at.join(), text: value }
  else if (Array.isArray(value)) for (const [position, entry] of value.entries()) yield* stringsOf(entry, [...at, position])
  else if (typeof value === 'object' && value !== null) for (const [key, entry] of Object.entries(value)) yield* stringsOf(entry, [...at, key])
}

/** What is in every text that names an address of the block: its whole octets, or the colon of IPv6. Most texts are told by it. */
function signOf({ family, value, length }: Prefix): string {
  if (family === 6) return ':'
  const octets = Array.from({ length: Math.floor(length / 8) }, (_, at) => Number((value >> BigInt(24 - at * 8)) & 255n))
  return octets.length === 4 ? octets.join('.') : octets.map((octet) => `${octet}.`).join('') || '.'
}

function hasSign(value: unknown, sign: string): boolean {
  if (typeof value === 'string') return value.includes(sign)
  return typeof value === 'object' && value !== null && Object.values(value).some((entry) => hasSign(entry, sign))
}

/** The addresses of a block that words name. */
function named(text: string, block: Prefix): string[] {
  const found = text.match(block.family === 4 ? IPV4 : IPV6) ?? []
  return found.filter((word) => {
    const prefix = parsePrefix(word)
    return prefix !== undefined && containsPrefix(block, prefix)
  })
}

function inResource(resource: Resource, block: Prefix, sign: string): string[] {
  if (!hasSign(resource, sign)) return []
  const meant = new Set([...addressesOf(resource), ...referencesOf(resource)].map(({ at }) => at.join()))
  return [...stringsOf(resource, [])].flatMap(({ at, text }) => (at === 'id' || meant.has(at) || !text.includes(sign) ? [] : named(text, block)))
}

/** Names, notes and descriptions that name an address of the block: people's own words, which nothing changes for them. */
export function mentionsOf(index: DesignIndex, block: Prefix): RenumberNote[] {
  const { resources, intents, pools = {}, views = {} } = index.design
  const sign = signOf(block)
  const inWords = Object.values(resources).flatMap((resource): RenumberNote[] =>
    inResource(resource, block, sign).map((word) => ({ kind: 'text', resource, text: `The words of ${displayName(resource)} name ${word}.` })),
  )
  const others = [...Object.values(intents), ...Object.values(pools), ...Object.values(views)].flatMap(({ name = '' }): RenumberNote[] =>
    named(name, block).map((word) => ({ kind: 'text', text: `The name “${name}” names ${word}, an address of ${formatPrefix(block)}.` })),
  )
  return [...inWords, ...others]
}
