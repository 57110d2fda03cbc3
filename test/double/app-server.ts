import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What main's protocol handler answered. */
export interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Chromium proper knows no custom schemes, so app://x/ is reached as http://x.app.localhost:port/, a secure context. */
export interface AppServer {
  readonly toWeb: (url: string) => string
  readonly toApp: (url: string) => string
  readonly isOwn: (url: string) => boolean
  readonly close: () => void
}

/** Serves what main's protocol handlers answer. */
export async function startAppServer(fetchFromMain: (url: string, method: string) => Promise<Fetched>): Promise<AppServer> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const web = new RegExp(`^http://([a-z0-9-]+)[.]app[.]localhost:${port}(?=/|$)`)
  const toApp = (url: string): string => url.replace(web, 'app://$1')
  server.on('request', (request, response) => {
    fetchFromMain(toApp(`http://${request.headers.host}${request.url}`), request.method ?? 'GET').then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (cause: unknown) => response.writeHead(502).end(String(cause)),
    )
  })
  return {
    toWeb: (url) => url.replace(/^app:\/\/([a-z0-9-]+)/, `http://$1.app.localhost:${port}`),
    toApp,
    isOwn: (url) => web.test(url),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
