import { type Address, widthOf } from './address.ts'
import type { Prefix } from './prefix.ts'

/**
 * A longest-prefix-match table. Insertion is O(1), a look-up tries each prefix length in use once, longest first.
 * Several values may share a prefix; their order is the order of insertion.
 */
export class PrefixTable<T> {
  readonly #byLength = { 4: new Map<number, Map<bigint, T[]>>(), 6: new Map<number, Map<bigint, T[]>>() }
  #lengths: { 4: number[]; 6: number[] } | undefined

  /** Adds a value under a prefix. */
  add(prefix: Prefix, value: T): void {
    const lengths = this.#byLength[prefix.family]
    let networks = lengths.get(prefix.length)
    if (!networks) {
      networks = new Map()
      lengths.set(prefix.length, networks)
      this.#lengths = undefined
    }
    const key = prefix.value >> BigInt(widthOf(prefix.family) - prefix.length)
    const values = networks.get(key)
    if (values) values.push(value)
    else networks.set(key, [value])
  }

  /** The values of exactly this prefix, in order of insertion; empty when it is not there. */
  exact(prefix: Prefix): readonly T[] {
    return this.#byLength[prefix.family].get(prefix.length)?.get(prefix.value >> BigInt(widthOf(prefix.family) - prefix.length)) ?? []
  }

  #sorted(family: 4 | 6): readonly number[] {
    this.#lengths ??= { 4: [...this.#byLength[4].keys()].sort((a, b) => b - a), 6: [...this.#byLength[6].keys()].sort((a, b) => b - a) }
    return this.#lengths[family]
  }

  /** All matching entries, longest prefix first. */
  *matches(address: Address): Generator<{ readonly length: number; readonly values: readonly T[] }> {
    const width = widthOf(address.family)
    for (const length of this.#sorted(address.family)) {
      const values = this.#byLength[address.family].get(length)?.get(address.value >> BigInt(width - length))
      if (values) yield { length, values }
    }
  }

  /** The values of the longest matching prefix; empty when nothing matches. */
  longest(address: Address): readonly T[] {
    for (const match of this.matches(address)) return match.values
    return []
  }
}
