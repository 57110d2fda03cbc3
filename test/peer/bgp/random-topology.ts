import fc from 'fast-check'
import type { Network, Router, SessionEnd, Term, Topology } from './topology.ts'

const PREFIXES = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8:1::/48']
const COMMUNITIES = ['65535:1', '65535:2']

/** Which policies a topology may have. Only `monotone` ones have one outcome whatever the timing. */
export type Policies = 'monotone' | 'free'

const some = (items: readonly string[], max: number) => fc.subarray([...items], { minLength: 1, maxLength: max })

const denial: fc.Arbitrary<Term> = fc.record({ permit: fc.constant(false), prefixes: some(PREFIXES, 2) })
const prepending = (asn: number): fc.Arbitrary<Term> => fc.record({ permit: fc.constant(true), prefixes: some(PREFIXES, 3), set: fc.integer({ min: 1, max: 3 }).map((times) => [`as-path prepend ${Array.from({ length: times }, () => asn).join(' ')}`]) })

/** What a router may do to what it tells: the free ones add MED, communities and prepending at once. */
function exporting(asn: number, policies: Policies): fc.Arbitrary<Term> {
  const marking = fc.record({ permit: fc.constant(true), prefixes: some(PREFIXES, 3), set: fc.constantFrom(...COMMUNITIES).chain((community) => fc.constantFrom(0, 10, 20).map((med) => [`metric ${med}`, `community ${community} additive`])) })
  return policies === 'monotone' ? fc.oneof(denial, prepending(asn)) : fc.oneof(denial, prepending(asn), { arbitrary: marking, weight: 3 })
}

/** What it may do to what it hears: the free ones set local preference and weight, some by community. */
function importing(policies: Policies): fc.Arbitrary<Term> {
  const set = fc.oneof(fc.constantFrom(50, 100, 150, 200).map((value) => [`local-preference ${value}`]), fc.constantFrom(5, 10).map((value) => [`weight ${value}`]))
  const preferring = fc.oneof(fc.record({ permit: fc.constant(true), prefixes: some(PREFIXES, 3), set }), fc.record({ permit: fc.constant(true), community: fc.constantFrom(...COMMUNITIES), set }), fc.record({ permit: fc.constant(false), community: fc.constantFrom(...COMMUNITIES) }))
  return policies === 'monotone' ? denial : fc.oneof(denial, { arbitrary: preferring, weight: 4 })
}

const terms = (term: fc.Arbitrary<Term>) => fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, fc.array(term, { minLength: 1, maxLength: 2 }))

function end(router: Router, policies: Policies): fc.Arbitrary<SessionEnd> {
  return fc.record({ imports: terms(importing(policies)), exports: terms(exporting(router.asn, policies)) }).map(({ imports, exports }) => ({ router: router.name, ...(imports ? { imports } : {}), ...(exports ? { exports } : {}) }))
}

const networks: fc.Arbitrary<readonly Network[]> = fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, some(PREFIXES, 2).map((prefixes) => prefixes.map((prefix) => ({ prefix }))))

/** Connected graphs of three to seven routers, some with the same ASN as one that is not their neighbour, some with several sessions between two. */
export function topologyArbitrary(policies: Policies): fc.Arbitrary<Topology> {
  return fc
    .integer({ min: 3, max: 7 })
    .chain((count) => fc.record({ routers: fc.array(fc.record({ twin: fc.option(fc.nat(count - 1), { freq: 4 }), networks }), { minLength: count, maxLength: count }), parents: fc.array(fc.nat(), { minLength: count, maxLength: count }), extra: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count + 1 }) }))
    .chain(({ routers: drawn, parents, extra }) => {
      const routers = drawn.map(({ twin, networks: own }, index): Router => ({ name: `r${index}`, asn: 65_001 + (twin === null ? index : Math.min(twin, index)), networks: index === 0 && own.length === 0 ? [{ prefix: '192.0.2.0/24' }] : own }))
      const tree = routers.slice(1).map((_, index): [number, number] => [(parents[index] ?? 0) % (index + 1), index + 1])
      const pairs = [...tree, ...extra].flatMap(([a, b]): [Router, Router][] => {
        const [one, other] = [routers[a], routers[b]]
        return one && other && one.asn !== other.asn ? [[one, other]] : []
      })
      return fc.tuple(...pairs.map(([a, b]) => fc.tuple(end(a, policies), end(b, policies)))).map((sessions): Topology => ({ routers, sessions }))
    })
}
