import { definitionOf, isKind, type Resource } from '../model/index.ts'
import { variantOf } from '../model/variant.ts'
import { parseAddress } from '../net/address.ts'
import { parseCidr, type Prefix } from '../net/prefix.ts'

/** What a resource can be found by. Each text holds values one per line; empty for none. */
export interface SearchWords {
  readonly name: string
  /** The kind's name, and that of its form. */
  readonly kind: string
  readonly notes: string
  /** Addresses and blocks as written. */
  readonly addresses: string
  readonly awsIds: string
  /** Everything else that is said of it: account, Region, ASN, vendor and so on. */
  readonly details: string
  /** The address blocks once more, each as `blockWord` has it. */
  readonly blocks: string
}

/** Raised when what is taken changes, so that libraries are read again. */
export const SEARCH_WORDS_VERSION = 1

const AWS_ID = /^(arn:aws[a-z-]*:.+|[a-z]+(-[a-z]+)*-[0-9a-f]{8,17})$/

const SKIPPED: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'notes', 'width', 'height'])

function textsIn(value: unknown, found: Set<string>): void {
  if (typeof value === 'string' && value !== '') found.add(value)
  else if (typeof value === 'number') found.add(String(value))
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) textsIn(inner, found)
}

/** Our own ids stand for other resources, which have rows of their own. */
const isOwnId = (text: string): boolean => isKind(text.slice(0, Math.max(0, text.indexOf(':'))))

/** A block as one word without signs, which a full-text search can look up whole: `v4x0a000000x16`. */
export function blockWord({ family, value, length }: Prefix): string {
  return `v${family}x${value.toString(16).padStart(family === 4 ? 8 : 32, '0')}x${length}`
}

/** Everything of a resource that a person may look for. */
export function searchWordsOf(resource: Resource): SearchWords {
  const texts = new Set<string>()
  for (const [field, value] of Object.entries(resource)) if (!SKIPPED.has(field)) textsIn(value, texts)
  const [addresses, awsIds, details]: [string[], string[], string[]] = [[], [], []]
  for (const text of texts) {
    if (parseAddress(text) !== undefined || parseCidr(text) !== undefined) addresses.push(text)
    else if (text === resource.awsId || AWS_ID.test(text)) awsIds.push(text)
    else if (!isOwnId(text)) details.push(text)
  }
  const { label } = definitionOf(resource.kind)
  const form = variantOf(resource)?.label
  return {
    name: resource.name,
    kind: form === undefined || form === label ? label : `${label}\n${form}`,
    notes: resource.notes ?? '',
    addresses: addresses.join('\n'),
    awsIds: awsIds.join('\n'),
    details: details.join('\n'),
    blocks: addresses.flatMap((text) => parseCidr(text)?.prefix ?? []).map(blockWord).join('\n'),
  }
}
