/** An IP address: its family and its bits as an unsigned integer (32 bits for 4, 128 for 6). */
export interface Address {
  readonly family: 4 | 6
  readonly value: bigint
}

/** Number of bits in an address of the family. */
export const widthOf = (family: 4 | 6): 32 | 128 => (family === 4 ? 32 : 128)

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

function parseIpv4(text: string): bigint | undefined {
  const match = IPV4.exec(text)
  if (!match) return undefined
  let value = 0n
  for (const octet of match.slice(1)) {
    // "010" is octal to some tools and decimal to others: refused rather than guessed.
    if (octet.length > 1 && octet.startsWith('0')) return undefined
    const number = Number(octet)
    if (number > 255) return undefined
    value = (value << 8n) | BigInt(number)
  }
  return value
}

/** Groups of 16 bits; a dotted quad may end the whole address only. */
function parseGroups(text: string, isEnd: boolean): bigint[] | undefined {
  if (text === '') return []
  const groups: bigint[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (part.includes('.')) {
      const tail = isEnd && index === parts.length - 1 ? parseIpv4(part) : undefined
      if (tail === undefined) return undefined
      groups.push(tail >> 16n, tail & 0xffffn)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`))
    } else {
      return undefined
    }
  }
  return groups
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const head = parseGroups(halves[0] ?? '', halves.length === 1)
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '', true) : []
  if (!head || !tail) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...Array<bigint>(missing).fill(0n), ...tail]
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}

/** Reads an IPv4 or IPv6 address; undefined when the text is neither (zones and ports are not accepted). */
export function parseAddress(text: string): Address | undefined {
  if (text.includes(':')) {
    const value = parseIpv6(text)
    return value === undefined ? undefined : { family: 6, value }
  }
  const value = parseIpv4(text)
  return value === undefined ? undefined : { family: 4, value }
}

function formatIpv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - index * 16)) & 0xffffn))
  let best = { start: -1, length: 1 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  const text = (part: number[]) => part.map((group) => group.toString(16)).join(':')
  if (best.start < 0) return text(groups)
  return `${text(groups.slice(0, best.start))}::${text(groups.slice(best.start + best.length))}`
}

/** The canonical text of an address (RFC 5952 for IPv6). */
export function formatAddress(address: Address): string {
  if (address.family === 6) return formatIpv6(address.value)
  const value = Number(address.value)
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}

/** True when both are the same address. */
export function equalAddress(a: Address, b: Address): boolean {
  return a.family === b.family && a.value === b.value
}
