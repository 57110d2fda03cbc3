import type { Design } from '../../document/design.ts'
import type { ResourceId } from '../../model/id.ts'

const LONGEST = 120

/** Parameters that belong to no resource. */
const RESERVED = ['ImageId', 'InstanceType']

/** Eight hexadecimal digits that stand for a text (FNV-1a, 32 bits). */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Letters and digits of a text, each word with a capital: `prod vpc-1` becomes `ProdVpc1`. */
export function pascalCase(text: string): string {
  return text
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, LONGEST)
}

/** A prefix as part of a logical id: `10.0.0.0/8` becomes `10x0x0x0m8`. */
export function prefixWord(prefix: string): string {
  if (prefix === '0.0.0.0/0') return 'Default'
  if (prefix === '::/0') return 'DefaultIpv6'
  return prefix.replaceAll('.', 'x').replaceAll(':', 'y').replace('/', 'm')
}

/**
 * Logical ids: the kind and the name of a resource, so that the same design gives the same template whatever the order
 * of its parts. Where names collide, each carries a hash of its own id.
 */
export class Names {
  readonly #base = new Map<ResourceId, string>()
  readonly #derived = new Map<string, string>()
  readonly #taken = new Set<string>(RESERVED)

  /** Names every resource of the design. */
  constructor(design: Design) {
    const wanted = new Map<string, ResourceId[]>()
    for (const { id, kind, name } of Object.values(design.resources)) {
      const prefix = pascalCase(kind)
      const word = pascalCase(name)
      const text = word.toLowerCase().startsWith(prefix.toLowerCase()) ? word : prefix + word
      wanted.set(text, [...(wanted.get(text) ?? []), id])
    }
    for (const [text, ids] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const id of ids.sort()) this.#base.set(id, this.#free(text, ids.length > 1 ? id : undefined))
    }
  }

  #free(text: string, hashed: string | undefined): string {
    let name = hashed === undefined ? text : `${text}${shortHash(hashed)}`
    while (this.#taken.has(name)) name = `${text}${shortHash(`${hashed ?? text}/${name}`)}`
    this.#taken.add(name)
    return name
  }

  /** The logical id of a resource. */
  of(id: ResourceId): string {
    return this.#base.get(id) ?? pascalCase(id)
  }

  /** The logical id of a part of a resource; the same for the same words. */
  part(id: ResourceId, words: string): string {
    const key = `${id}|${words}`
    let name = this.#derived.get(key)
    if (name === undefined) {
      const text = `${this.of(id)}${words}`
      name = this.#free(text, this.#taken.has(text) ? key : undefined)
      this.#derived.set(key, name)
    }
    return name
  }
}
