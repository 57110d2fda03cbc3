import { equalJson } from '../document/equal.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import { equalAddress } from '../net/address.ts'
import { containsAddress, equalPrefix, type Prefix } from '../net/prefix.ts'
import type { FixedRoute, Fragment } from './compile/fragment.ts'
import type { Recompilation } from './compile/index.ts'
import type { Dependence } from './dependence.ts'
import type { Network } from './network.ts'

/** Kinds without a fragment of their own on which sessions between routers depend: a change of one may move any route. */
const SESSION_KINDS: ReadonlySet<Kind> = new Set<Kind>(['virtual-interface', 'direct-connect-connection', 'direct-connect-lag', 'transit-gateway', 'transit-gateway-connect-peer', 'core-network'])

const symmetricDifference = (before: readonly Prefix[], after: readonly Prefix[]): Prefix[] => {
  const outside = (ones: readonly Prefix[], others: readonly Prefix[]) => ones.filter((one) => !others.some((other) => equalPrefix(one, other)))
  return [...outside(before, after), ...outside(after, before)]
}

const sameRoute = (a: FixedRoute, b: FixedRoute) => equalPrefix(a.prefix, b.prefix) && a.origin === b.origin && a.attachment === b.attachment && a.unknown === b.unknown

/** The prefixes of the routes that are in one table only. Both lists are long and nearly alike, so equal beginnings and ends are passed over. */
function changedRoutes(before: readonly FixedRoute[], after: readonly FixedRoute[]): Prefix[] {
  let start = 0
  const at = (list: readonly FixedRoute[], index: number) => list[index]
  const same = (a: FixedRoute | undefined, b: FixedRoute | undefined) => a !== undefined && b !== undefined && sameRoute(a, b)
  while (same(at(before, start), at(after, start))) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && same(before.at(-1 - end), after.at(-1 - end))) end += 1
  return [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)].map(({ prefix }) => prefix)
}

const changedEntries = (before: readonly ResourceId[], after: readonly ResourceId[]): ResourceId[] => {
  const [was, is] = [new Set(before), new Set(after)]
  return [...before.filter((id) => !is.has(id)), ...after.filter((id) => !was.has(id))]
}

/** The prefixes for which a fragment that was compiled again may change routes; 'all' where sessions may have changed. */
function prefixesOf(before: Fragment | undefined, after: Fragment | undefined): readonly Prefix[] | 'all' {
  const { kind } = after ?? before ?? {}
  switch (kind) {
    case 'vpc':
      return symmetricDifference(before?.kind === kind ? before.prefixes : [], after?.kind === kind ? after.prefixes : [])
    case 'site': {
      const [was, is] = [before?.kind === kind ? before : undefined, after?.kind === kind ? after : undefined]
      if ((was?.wanLinks.length ?? 0) > 0 || (is?.wanLinks.length ?? 0) > 0) return equalJson(was, is) ? [] : 'all'
      return symmetricDifference(was?.prefixes ?? [], is?.prefixes ?? [])
    }
    case 'transit-gateway-route-table': {
      if (before?.kind !== kind || after?.kind !== kind || before.gateway !== after.gateway) return 'all'
      const moved = [...changedEntries(before.associations, after.associations), ...changedEntries(before.propagations, after.propagations)]
      // A VPC attachment holds no session: what it propagates is among the routes.
      if (moved.some((id) => !id.startsWith('transit-gateway-vpc-attachment:'))) return 'all'
      return changedRoutes(before.fixedRoutes, after.fixedRoutes)
    }
    case 'router': {
      if (before?.kind !== kind || after?.kind !== kind) return 'all'
      const rest = ({ announced: _, own: __, sentOn: ___, ...others }: typeof after) => others
      return equalJson(rest(before), rest(after)) ? (['announced', 'own', 'sentOn'] as const).flatMap((list) => symmetricDifference(before[list], after[list])) : 'all'
    }
    case 'vpn-gateway': {
      if (before?.kind !== kind || after?.kind !== kind) return 'all'
      const rest = ({ vpcPrefixes: _, ...others }: typeof after) => others
      return equalJson(rest(before), rest(after)) ? symmetricDifference(before.vpcPrefixes, after.vpcPrefixes) : 'all'
    }
    case 'subnet':
    case 'route-table':
    case 'security-group':
    case 'network-acl':
    case 'remote-access':
    case undefined:
      return []
    default:
      return equalJson(before, after) ? [] : 'all'
  }
}

/** True when a resource differs in more than its name and notes. */
function differs(former: Resource | undefined, now: Resource | undefined): boolean {
  if (!former || !now) return true
  const { name: _, notes: __, awsId: ___, ...rest } = former
  const { name: ____, notes: _____, awsId: ______, ...others } = now
  return !equalJson(rest, others)
}

/** What an edit changed between two networks, as far as verdicts may depend on it. */
export class Change {
  readonly #before: Network
  readonly #after: Network
  readonly #is = new Set<string>()
  readonly #in = new Set<string>()
  readonly #to = new Set<string>()
  readonly #kinds = new Set<string>()
  #prefixes: Prefix[] | 'all' = []

  constructor(before: Network, after: Network, { dirty, touched, changes }: Recompilation) {
    this.#before = before
    this.#after = after
    const sets = { is: this.#is, in: this.#in, to: this.#to }
    for (const read of dirty) sets[read.slice(0, 2) as 'is' | 'in' | 'to'].add(read.slice(3))
    for (const id of touched) this.#is.add(id)
    for (const { former, now } of changes) {
      const kind = (now ?? former)?.kind
      if (kind === undefined) continue
      this.#kinds.add(kind)
      if (SESSION_KINDS.has(kind) && differs(former, now)) this.#prefixes = 'all'
    }
    for (const id of touched) {
      if (this.#prefixes === 'all') break
      const found = prefixesOf(before.compilation.get(id)?.fragment, after.compilation.get(id)?.fragment)
      this.#prefixes = found === 'all' ? 'all' : [...this.#prefixes, ...found]
    }
  }

  /** True when nothing that the verdict was worked out from is any different now. */
  leavesAlone({ reads, fates, zones, tables, addresses, samples, publicAddresses }: Dependence): boolean {
    const meets = (changed: ReadonlySet<string>, read: ReadonlySet<string>) => {
      const [small, large] = changed.size < read.size ? [changed, read] : [read, changed]
      for (const one of small) if (large.has(one)) return true
      return false
    }
    if (meets(this.#is, reads.is) || meets(this.#in, reads.in) || meets(this.#to, reads.to) || meets(this.#kinds, reads.kinds)) return false
    return this.#routesLeaveAlone(addresses) && this.#ownersLeaveAlone(samples) && this.#tablesLeaveAlone(tables, publicAddresses) && this.#elementsLeaveAlone(fates, zones)
  }

  #routesLeaveAlone(addresses: Dependence['addresses']): boolean {
    const changed = this.#prefixes
    if (changed === 'all') return addresses.size === 0
    if (changed.length === 0) return true
    for (const address of addresses.values()) if (changed.some((prefix) => containsAddress(prefix, address))) return false
    return true
  }

  #ownersLeaveAlone(samples: Dependence['samples']): boolean {
    const { ownership } = this.#after
    if (ownership === this.#before.ownership) return true
    for (const [site, ofSite] of samples) for (const [prefix, sample] of ofSite) if (!equalAddress(ownership.sampleOf(site, prefix), sample)) return false
    return true
  }

  #tablesLeaveAlone(tables: Dependence['tables'], publicAddresses: boolean): boolean {
    const [before, after] = [this.#before, this.#after]
    if (publicAddresses && (before.publicAddresses !== after.publicAddresses || before.tunnelEndpoints !== after.tunnelEndpoints)) return false
    if (before.associatedTables === after.associatedTables) return true
    for (const key of tables) if (before.associatedTables.get(key) !== after.associatedTables.get(key)) return false
    return true
  }

  #elementsLeaveAlone(fates: Dependence['fates'], zones: Dependence['zones']): boolean {
    const [before, after] = [this.#before.elements, this.#after.elements]
    if (before === after) return true
    for (const id of fates) if (!equalJson(before.of(id), after.of(id)) || !equalJson(before.redundancies(id), after.redundancies(id))) return false
    for (const id of zones) if (before.zoneOf(id) !== after.zoneOf(id)) return false
    return true
  }
}
