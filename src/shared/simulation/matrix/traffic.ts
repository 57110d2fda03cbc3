import { hasPorts, protocolName } from '../../net/protocol.ts'
import { EVERY_PACKET, type Packets, without } from '../forward/possible.ts'

type Range = readonly [number, number]

/** Replies go to client ports; those that no common system avoids are not worth a word (F-EDGE-33). */
const USUAL_CLIENTS: Range = [32_768, 65_535]

/** Protocols that are always looked at one by one; further ones when a rule names them. */
const COMMON = [1, 6, 17, 58]

/** `tcp`, or `protocol 99` where the number has no usual name. */
const named = (protocol: number): string => (/^\d+$/.test(protocolName(protocol)) ? `protocol ${protocol}` : protocolName(protocol))

const isUsual = ([low, high]: Range) => low <= USUAL_CLIENTS[0] && high >= USUAL_CLIENTS[1]

function joined(ranges: readonly Range[]): Range[] {
  const out: [number, number][] = []
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high)
    else out.push([low, high])
  }
  return out
}

const span = ([low, high]: Range) => (low === high ? `${low}` : `${low}-${high}`)

/** Ports of one protocol in words, without and with unusual client ports; undefined when nothing of it passes. */
function portsText(sets: readonly Packets[], protocol: number): string | undefined {
  const mine = sets.filter(({ protocol: [low, high] }) => low <= protocol && protocol <= high)
  if (mine.length === 0) return undefined
  if (!hasPorts(protocol)) return named(protocol)
  const clients = new Map<string, { readonly back: Range; readonly there: Range[] }>()
  // For each run of ports, what of the client ports is left when all sets that allow it count together.
  const edges = [...new Set(mine.flatMap(({ there: [low, high] }) => [low, high + 1]))].sort((a, b) => a - b)
  for (const [at, low] of edges.entries()) {
    const next = edges[at + 1]
    const backs = next === undefined ? [] : joined(mine.filter(({ there }) => there[0] <= low && there[1] >= next - 1).map(({ back }) => back))
    if (next === undefined || backs.length === 0) continue
    for (const back of backs.some(isUsual) ? [backs.find(isUsual) ?? EVERY_PACKET.back] : backs) {
      const key = isUsual(back) ? 'usual' : span(back)
      const known = clients.get(key)
      if (known) known.there.push([low, next - 1])
      else clients.set(key, { back, there: [[low, next - 1]] })
    }
  }
  return [...clients.values()]
    .map(({ back, there }) => {
      const ports = joined(there)
      const isAll = ports[0]?.[0] === 0 && ports[0][1] === 65_535
      return (isAll ? named(protocol) : `${named(protocol)}/${ports.map(span).join(',')}`) + (isUsual(back) ? '' : ` from client ports ${span(back)}`)
    })
    .join(', ')
}

/**
 * The traffic of a set of packets as an engineer would say it: "everything", "tcp/22,443, icmp", "everything but udp". ICMP means
 * echo. Client ports are named only where they are fewer than clients commonly use. Empty: "nothing".
 */
export function trafficText(sets: readonly Packets[]): string {
  if (sets.reduce<readonly Packets[]>((left, set) => without(left, set), [EVERY_PACKET]).length === 0) return 'everything'
  const looked = new Set([...COMMON, ...sets.flatMap(({ protocol: [low, high] }) => [low, high, low - 1, high + 1])])
  const listed = [...looked].filter((protocol) => protocol >= 0 && protocol <= 255).sort((a, b) => a - b)
  const other = Array.from({ length: 256 }, (_, protocol) => protocol).find((protocol) => !looked.has(protocol))
  const rest = other !== undefined && portsText(sets, other) !== undefined
  const words = listed.map((protocol) => ({ protocol, text: portsText(sets, protocol) }))
  if (!rest) return words.flatMap(({ text }) => text ?? []).join(', ') || 'nothing'
  const exceptions = words.flatMap(({ protocol, text }) => (text === undefined ? [`no ${named(protocol)}`] : text === named(protocol) ? [] : [`of ${named(protocol)} only ${text.replaceAll(`${named(protocol)}/`, 'ports ')}`]))
  return exceptions.length === 0 ? 'everything' : `everything, but ${exceptions.join(', ')}`
}
