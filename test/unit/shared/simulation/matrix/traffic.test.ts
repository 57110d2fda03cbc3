import { expect, it } from 'vitest'
import { EVERY_PACKET, type Packets, without } from '../../../../../src/shared/simulation/forward/possible.ts'
import { trafficText } from '../../../../../src/shared/simulation/matrix/traffic.ts'

const of = (protocol: number, there: readonly [number, number] = [0, 65_535], back: readonly [number, number] = [0, 65_535]): Packets => ({ protocol: [protocol, protocol], there, back })

it.each<[string, readonly Packets[]]>([
  ['nothing', []],
  ['everything', [EVERY_PACKET]],
  ['everything', without([EVERY_PACKET], of(6)).concat(of(6, [0, 443]), of(6, [444, 65_535]))],
  ['tcp/443', [of(6, [443, 443])]],
  ['icmp, tcp/22,80-81,443', [of(6, [80, 80]), of(6, [81, 81]), of(6, [443, 443]), of(6, [22, 22]), of(1)]],
  ['udp', [of(17)]],
  ['udp/53, gre', [of(17, [53, 53]), of(47)]],
  ['everything, but no udp', without([EVERY_PACKET], of(17))],
  ['everything, but no protocol 99', without([EVERY_PACKET], of(99))],
  ['everything, but of tcp only ports 0-21,23-65535', without([EVERY_PACKET], of(6, [22, 22]))],
  ['tcp/443', [of(6, [443, 443], [1024, 65_535])]],
  ['tcp/443 from client ports 1024-4999', [of(6, [443, 443], [1024, 4999])]],
  ['tcp/80, tcp/443 from client ports 5-6', [of(6, [80, 80]), of(6, [443, 443], [5, 6])]],
  ['tcp/443', [of(6, [443, 443], [1024, 49_151]), of(6, [443, 443], [49_152, 65_535])]],
])('%s', (text, sets) => {
  expect(trafficText(sets)).toBe(text)
})
