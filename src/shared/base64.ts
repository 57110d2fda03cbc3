const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codes = new Uint8Array(128).fill(255)
for (let index = 0; index < alphabet.length; index += 1) codes[alphabet.charCodeAt(index)] = index

/** Bytes as base64 with padding; empty bytes are the empty string. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    letters.push(
      alphabet.charAt(word >> 18),
      alphabet.charAt((word >> 12) & 63),
      left > 1 ? alphabet.charAt((word >> 6) & 63) : '=',
      left > 2 ? alphabet.charAt(word & 63) : '=',
    )
    if (letters.length >= 8192) parts.push(letters.splice(0).join(''))
  }
  parts.push(letters.join(''))
  return parts.join('')
}

/** The bytes of a base64 text with padding; undefined when it is not one. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let to = 0
  for (let at = 0; at < text.length; at += 4) {
    let word = 0
    for (let offset = 0; offset < 4; offset += 1) {
      const isPadding = at + offset >= text.length - padding
      const code = isPadding ? 0 : (codes[text.charCodeAt(at + offset)] ?? 255)
      if (code === 255) return undefined
      word = (word << 6) | code
    }
    for (const shift of [16, 8, 0]) {
      if (to < bytes.length) bytes[to] = (word >> shift) & 255
      to += 1
    }
  }
  return bytes
}
