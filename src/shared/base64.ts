const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const letterCodes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const padCode = '='.charCodeAt(0)

/** How many bytes are turned into text at once; a multiple of three. */
const chunkBytes = 12_288

/** Six bits for each character code; 255 for what is no letter of the alphabet. */
const codes = new Uint8Array(256).fill(255)
for (let index = 0; index < alphabet.length; index += 1) codes[alphabet.charCodeAt(index)] = index

function chunkToBase64(bytes: Uint8Array, start: number, end: number): string {
  const letters = new Uint8Array(Math.ceil((end - start) / 3) * 4)
  let to = 0
  for (let at = start; at < end; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    letters[to] = letterCodes[word >> 18] ?? 0
    letters[to + 1] = letterCodes[(word >> 12) & 63] ?? 0
    letters[to + 2] = at + 1 < end ? (letterCodes[(word >> 6) & 63] ?? 0) : padCode
    letters[to + 3] = at + 2 < end ? (letterCodes[word & 63] ?? 0) : padCode
    to += 4
  }
  return Reflect.apply(String.fromCharCode, undefined, letters)
}

/** Bytes as base64 with padding; empty bytes are the empty string. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += chunkBytes) parts.push(chunkToBase64(bytes, start, Math.min(start + chunkBytes, bytes.length)))
  return parts.join('')
}

/** The bytes of a base64 text with padding; undefined when it is not one. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const letters = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let word = 0
  let to = 0
  for (let at = 0; at < letters; at += 1) {
    const unit = text.charCodeAt(at)
    const code = unit < 256 ? (codes[unit] ?? 255) : 255
    if (code === 255) return undefined
    word = ((word << 6) | code) & 0xffffff
    const place = at & 3
    if (place > 0) {
      bytes[to] = (word >> (6 - place * 2)) & 255
      to += 1
    }
  }
  return bytes
}
