import type { IncomingMessage, ServerResponse } from 'node:http'
import { readContent, securityHeaders } from '../content.ts'
import type { Access } from './access.ts'

/** What the pages need to know of the host. */
export interface Site {
  readonly origin: string
  readonly authority: string
  readonly rendererFolder: string
  readonly access: Access
  /** Called after a token was used, when the next one is ready. */
  readonly onTokenUsed: () => void
}

const refusals = {
  403: 'This address is not open to you. Use the address that Causeway printed in its terminal; each one works once.',
  404: 'There is nothing here.',
  405: 'Only GET and HEAD are answered here.',
  421: 'This host answers only to the address that Causeway printed.',
} as const

/** True when the request was meant for this very host and port, which a rebound DNS name is not. */
export function isForUs(site: Pick<Site, 'authority'>, request: IncomingMessage): boolean {
  return request.headers.host === site.authority
}

/** Answers one request for a page or a file of the renderer. */
export async function answerPage(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { ...securityHeaders(`'self' ws://${site.authority}`), 'Cache-Control': 'no-store' }
  const refuse = (status: keyof typeof refusals): void => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${refusals[status]}\n`)
  }
  if (!isForUs(site, request)) return refuse(421)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const target = request.url ?? '/'
  const [path = '/', query = ''] = target.split('?', 2)
  const token = path === '/' ? new URLSearchParams(query).get('token') : null
  if (token !== null && !site.access.isKnown(request)) {
    if (!site.access.redeem(token)) return refuse(403)
    response.writeHead(303, { ...headers, Location: '/', 'Set-Cookie': site.access.cookie() }).end()
    site.onTokenUsed()
    return
  }
  if (!site.access.isKnown(request)) return refuse(403)
  if (token !== null) {
    response.writeHead(303, { ...headers, Location: '/' }).end()
    return
  }
  const content = await readContent(site.rendererFolder, path)
  if (content === undefined) return refuse(404)
  response.writeHead(200, { ...headers, 'Content-Type': content.type, 'Content-Length': content.body.length })
  response.end(request.method === 'HEAD' ? undefined : content.body)
}
