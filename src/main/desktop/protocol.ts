import { protocol } from 'electron'
import { readContent, securityHeaders } from '../content.ts'
import { isOwnUrl, scheme } from './site.ts'

/** To be called before the app is ready: gives app:// the rights of an https site, and none beyond. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the renderer's build, and nothing else, under app://causeway/. */
export function serveRenderer(folder: string): void {
  const headers = securityHeaders("'self'")
  protocol.handle(scheme, async (request) => {
    const content = isOwnUrl(request.url) && request.method === 'GET' ? await readContent(folder, new URL(request.url).pathname) : undefined
    return content === undefined
      ? new Response('There is nothing here.', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } })
      : new Response(content.body, { headers: { ...headers, 'Content-Type': content.type } })
  })
}
