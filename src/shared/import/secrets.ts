const SECRET_KEYS = new Set(['presharedkey', 'pre_shared_key', 'authkey', 'bgpauthkey', 'cak', 'secretarn', 'presharedkeyarn'])
const SECRET_ELEMENT = /<(pre_shared_key|auth_key|bgp_auth_key)\b[^<>]{0,200}>[^<]{0,10000}(?:<\/\1\s*>)?/gi

/** What stands where a secret was. */
export const REMOVED = '(removed)'

/** Text without the pre-shared keys that a VPN connection's device configuration carries. */
export function withoutSecretElements(text: string): string {
  return text.includes('<') ? text.replace(SECRET_ELEMENT, `<$1>${REMOVED}</$1>`) : text
}

/**
 * Removes pre-shared keys, MD5 keys and MACsec keys from freshly parsed JSON, in place. Works without recursion, so
 * that depth does not matter.
 */
export function removeSecrets(value: unknown): void {
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [key, child] of Object.entries(next)) {
      if (typeof child === 'object') open.push(child)
      else if (SECRET_KEYS.has(key.toLowerCase())) delete (next as Record<string, unknown>)[key]
      else if (typeof child === 'string') {
        const clean = withoutSecretElements(child)
        if (clean !== child) (next as Record<string, unknown>)[key] = clean
      }
    }
  }
}
