import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const secret = (): string => randomBytes(32).toString('base64url')

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** Who may talk to the loopback host: one-time tokens, each exchanged for the session's cookie. */
export interface Access {
  /** The token that the next browser has to bring. */
  readonly token: () => string
  /** True once for the current token, which is then replaced by a new one. */
  readonly redeem: (token: string) => boolean
  /** The Set-Cookie header that a redeemed token is worth. */
  readonly cookie: () => string
  /** True when the request carries the session's cookie. */
  readonly isKnown: (request: IncomingMessage) => boolean
}

/** Access for one run of the host on one port; cookies know no ports, so the port is in the cookie's name. */
export function createAccess(port: number): Access {
  const name = `causeway-${port}`
  const session = secret()
  let token = secret()
  return {
    token: () => token,
    redeem: (offered) => {
      if (!isSame(offered, token)) return false
      token = secret()
      return true
    },
    cookie: () => `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    isKnown: (request) => isSame(cookieOf(request, name) ?? '', session),
  }
}
