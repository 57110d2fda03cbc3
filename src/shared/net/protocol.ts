/** IP protocol numbers that people write by name (IANA protocol-numbers registry). */
const NUMBERS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, gre: 47, esp: 50, ah: 51, icmpv6: 58, 'ipv6-icmp': 58 }

const NAMES: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 47: 'gre', 50: 'esp', 51: 'ah', 58: 'icmpv6' }

/** The protocol number of a name or of 0-255 as text; undefined for anything else. */
export function parseProtocol(text: string): number | undefined {
  const known = Object.hasOwn(NUMBERS, text.toLowerCase()) ? NUMBERS[text.toLowerCase()] : undefined
  if (known !== undefined) return known
  if (!/^\d{1,3}$/.test(text)) return undefined
  const number = Number(text)
  return number <= 255 ? number : undefined
}

/** The usual name of a protocol number, or the number as text. */
export function protocolName(protocol: number): string {
  return NAMES[protocol] ?? String(protocol)
}

/** True for protocols that carry ports (TCP and UDP). */
export function hasPorts(protocol: number): boolean {
  return protocol === 6 || protocol === 17
}
