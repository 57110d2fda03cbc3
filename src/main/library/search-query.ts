import { type Address, formatAddress, parseAddress } from '../../shared/net/address.ts'
import { formatPrefix, prefixOf } from '../../shared/net/prefix.ts'

/** Lengths of blocks that a full address is also looked for in, from narrow to wide. */
const LENGTHS = { 4: Array.from({ length: 25 }, (_, index) => 32 - index), 6: [128, 64, 60, 56, 52, 48, 44, 40, 36, 32] } as const

/** Something that must occur: one of these phrases. */
export interface SoughtWord {
  /** Words one after the other, of which the last may go on. */
  readonly beginning: string
  /** Blocks that hold the typed address, whole. */
  readonly blocks: readonly string[]
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const blocksAround = (address: Address): string[] => LENGTHS[address.family].map((length) => formatPrefix(prefixOf(address, length)))

/**
 * What a person asked for: every typed word must occur, the beginning of one is enough, and an address is also found in
 * the blocks that hold it.
 */
export function soughtWords(typed: string): SoughtWord[] {
  const words = typed.trim().split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.map((word) => {
    const address = parseAddress(word)
    return address ? { beginning: formatAddress(address), blocks: blocksAround(address) } : { beginning: word, blocks: [] }
  })
}

/** The query of SQLite's full-text search for it. */
export function searchQuery(words: readonly SoughtWord[]): string {
  return words
    .map(({ beginning, blocks }) => (blocks.length === 0 ? `${quoted(beginning)} *` : `(${quoted(beginning)} * OR {addresses} : (${blocks.map(quoted).join(' OR ')}))`))
    .join(' AND ')
}
