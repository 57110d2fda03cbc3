import { makeResourceId, type ResourceId } from '../../shared/model/id.ts'

const alphabet = '0123456789abcdefghijkmnpqrstvwxyz'

/** A new id for a resource of the kind: 80 random bits, so it is never used twice. */
export function newResourceId(kind: string): ResourceId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return makeResourceId(kind, [...bytes].map((byte) => alphabet[byte % 32]).join(''))
}
