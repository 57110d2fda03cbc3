import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Outcome } from '../../shared/contract.ts'
import { encodeMessage, maxMessageBytes } from '../../shared/wire.ts'
import type { Answer } from '../answer.ts'
import { createAccess } from './access.ts'
import { answerCalls } from './calls.ts'
import { answerPage, isForUs, type Site } from './pages.ts'

/** What a loopback host is made of. */
export interface LoopbackOptions {
  /** 0 lets the system choose. */
  readonly port: number
  readonly rendererFolder: string
  readonly answer: Answer
  /** Called with a fresh address each time the current one has been used. */
  readonly onNextAddress: (address: string) => void
  readonly onBug: (where: string, cause: unknown) => void
}

/** A running loopback host. */
export interface LoopbackHost {
  readonly port: number
  /** The address, with its one-time token, that opens Causeway in one more browser. */
  readonly address: () => string
  /** Sends an event to every open tab. */
  readonly emit: (event: string, payload: unknown) => void
  readonly close: () => Promise<void>
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}

/** One sentence for a port that cannot be had; undefined when the failure is of another sort. */
function portProblem(cause: unknown, port: number): string | undefined {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return `port ${port} of 127.0.0.1 is taken by another program; choose another with --port, or leave --port out for a free one`
  if (code === 'EACCES') return `port ${port} of 127.0.0.1 may not be used by this user; choose one above 1023 with --port, or leave --port out for a free one`
  return undefined
}

/** Starts the host on 127.0.0.1; a port that cannot be had is a refusal of code `port-taken`. */
export async function startLoopback(options: LoopbackOptions): Promise<Outcome<LoopbackHost>> {
  const server = createServer({ maxHeaderSize: 16_384 })
  let port: number
  try {
    port = await listen(server, options.port)
  } catch (cause) {
    const message = portProblem(cause, options.port)
    if (message === undefined) throw cause
    return { ok: false, error: { code: 'port-taken', message } }
  }
  const authority = `127.0.0.1:${port}`
  const origin = `http://${authority}`
  const access = createAccess(port)
  const address = (): string => `${origin}/?token=${access.token()}`
  const site: Site = { origin, authority, rendererFolder: options.rendererFolder, access, onTokenUsed: () => options.onNextAddress(address()) }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })

  server.on('request', (request, response) => {
    answerPage(site, request, response).catch((cause: unknown) => {
      options.onBug('page', cause)
      response.destroy()
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const isAllowed = isForUs(site, request) && request.headers.origin === origin && access.isKnown(request) && request.url === '/calls'
    if (!isAllowed) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => opened.terminate())
      answerCalls(opened, options.answer)
    })
  })

  const close = async (): Promise<void> => {
    for (const open of sockets.clients) open.close(1001, 'Causeway has stopped')
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    setTimeout(() => { for (const open of sockets.clients) open.terminate() }, 500).unref()
    await closed
  }
  const emit = (event: string, payload: unknown): void => {
    const text = encodeMessage({ event, payload })
    for (const open of sockets.clients) if (open.readyState === open.OPEN) open.send(text)
  }
  return { ok: true, value: { port, address, emit, close } }
}
