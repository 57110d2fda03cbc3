import { fromBase64, toBase64 } from './base64.ts'

/** The largest message a wire takes, in bytes of text: 128 MiB. */
export const maxMessageBytes = 128 * 1024 * 1024

const bytesKey = '$bytes'
const plainKey = '$plain'

function outgoing(this: unknown, key: string, value: unknown): unknown {
  // Bytes with a toJSON of their own (Node's Buffer) arrive here already converted: look at the original.
  const original = (this as Record<string, unknown>)[key]
  if (original instanceof Uint8Array) return { [bytesKey]: toBase64(original) }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const isAmbiguous = Object.hasOwn(value, bytesKey) || Object.hasOwn(value, plainKey)
  return isAmbiguous ? { [plainKey]: Object.entries(value) } : value
}

function incoming(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { [bytesKey]: bytes, [plainKey]: plain } = value as Record<string, unknown>
  if (typeof bytes === 'string') {
    const decoded = fromBase64(bytes)
    if (decoded === undefined) throw new SyntaxError('bytes that are not base64')
    return decoded
  }
  return Array.isArray(plain) ? Object.fromEntries(plain as [string, unknown][]) : value
}

/**
 * A message as text: JSON, with Uint8Array carried as tagged base64. What JSON cannot say (undefined, NaN,
 * dates) is not part of the contract and arrives as JSON makes of it.
 * @example encodeMessage({ a: new Uint8Array([1]) }) // '{"a":{"$bytes":"AQ=="}}'
 */
export function encodeMessage(message: unknown): string {
  return JSON.stringify(message, outgoing)
}

/** The message of a text; undefined when it is no message (broken JSON, nested too deeply, bad base64). */
export function decodeMessage(text: string): unknown {
  const isTagged = text.includes(`"${bytesKey}"`) || text.includes(`"${plainKey}"`)
  try {
    return isTagged ? JSON.parse(text, incoming) : JSON.parse(text)
  } catch {
    return undefined
  }
}
