import { formatAddress, parseAddress } from '../../net/address.ts'
import { addressAt, containsPrefix, equalPrefix, formatPrefix, type Prefix, parsePrefix } from '../../net/prefix.ts'

/**
 * The same part of one block that an address or block is of another; undefined when it is not in there, or does not fit. What is all of
 * the old block becomes all of the new one. Host bits, as of an interface's address with its length, are kept.
 */
export function movedInto(text: string, from: Prefix, to: Prefix): string | undefined {
  const own = parsePrefix(text)
  if (!own || from.family !== to.family || !containsPrefix(from, own)) return undefined
  if (equalPrefix(own, from) && text === formatPrefix(own)) return formatPrefix(to)
  const [host = '', length] = text.split('/')
  const address = parseAddress(host)
  const moved = address && addressAt(to, address.value - from.value)
  if (!moved || own.length < to.length) return undefined // aligned blocks that are no larger lie in it whole
  return length === undefined ? formatAddress(moved) : `${formatAddress(moved)}/${length}`
}
