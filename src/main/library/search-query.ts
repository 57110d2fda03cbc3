import { blockWord } from '../../shared/document/search-words.ts'
import { type Address, formatAddress, parseAddress } from '../../shared/net/address.ts'
import { type Prefix, prefixOf } from '../../shared/net/prefix.ts'

/** Lengths of blocks that a full address is also looked for in, from narrow to wide. */
const LENGTHS = { 4: Array.from({ length: 32 }, (_, index) => 32 - index), 6: Array.from({ length: 128 }, (_, index) => 128 - index) } as const

/** Something that must occur: one of these phrases. */
export interface SoughtWord {
  /** Words one after the other, of which the last may go on. */
  readonly beginning: string
  /** Blocks that hold the typed address. */
  readonly blocks: readonly Prefix[]
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const blocksAround = (address: Address): Prefix[] => LENGTHS[address.family].map((length) => prefixOf(address, length))

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
    .map(({ beginning, blocks }) => {
      const written = `{name kind notes addresses aws_ids details} : ${quoted(beginning)} *`
      return blocks.length === 0 ? written : `(${written} OR {blocks} : (${blocks.map((block) => quoted(blockWord(block))).join(' OR ')}))`
    })
    .join(' AND ')
}
