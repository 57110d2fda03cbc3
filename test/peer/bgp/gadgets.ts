import type { Topology } from './topology.ts'

const PREFIX = '192.0.2.0/24'
const DETOUR = '65535:3'

/**
 * Griffin and Wilfong's ring: an origin in the middle, and around it routers of which each prefers the way over the next one
 * to its own, as long as the next one goes straight. `content` ones take what they have. With an odd number of routers and
 * nobody content there is no stable outcome (BAD GADGET); with two there are two outcomes (DISAGREE).
 */
export function ring(size: number, content: readonly number[] = []): Topology {
  const around = Array.from({ length: size }, (_, index) => index)
  const name = (index: number) => `r${(index % size) + 1}`
  return {
    routers: [{ name: 'origin', asn: 65_000, networks: [{ prefix: PREFIX }] }, ...around.map((index) => ({ name: name(index), asn: 65_001 + index, networks: [] }))],
    sessions: [
      ...around.map((index) => [{ router: 'origin' }, { router: name(index) }] as const),
      ...around.map((index) => [
        { router: name(index), imports: content.includes(index) ? [{ permit: false }] : [{ permit: true, set: ['local-preference 200', `community ${DETOUR} additive`] }], exports: [{ permit: false }] },
        { router: name(index + 1), imports: [{ permit: false }], exports: [{ permit: false, community: DETOUR }] },
      ] as const),
    ],
  }
}
