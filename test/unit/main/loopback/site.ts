import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answer, refuse } from '../../../../src/shared/contract.ts'
import { startLoopback, type LoopbackHost } from '../../../../src/main/loopback/host.ts'

/** A running host over a made-up renderer, for one test file. */
export interface TestSite {
  readonly host: LoopbackHost
  readonly authority: string
  readonly origin: string
  readonly addresses: string[]
  readonly bugs: unknown[]
  readonly stop: () => Promise<void>
}

export async function startSite(port = 0): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-loopback-'))
  const rendererFolder = join(folder, 'renderer')
  await mkdir(join(rendererFolder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Causeway</title>')
  await writeFile(join(rendererFolder, 'assets', 'app.js'), 'export {}')
  const addresses: string[] = []
  const bugs: unknown[] = []
  const started = await startLoopback({
    port,
    rendererFolder,
    answer: async (method, input) => (method === 'echo' ? answer(input) : refuse('unknown-call', `no ${method}`)),
    onNextAddress: (address) => addresses.push(address),
    onBug: (_where, cause) => bugs.push(cause),
  })
  if (!started.ok) {
    await rm(folder, { recursive: true })
    throw new Error(started.error.message)
  }
  const host = started.value
  const authority = `127.0.0.1:${host.port}`
  const stop = async () => {
    await host.close()
    await rm(folder, { recursive: true })
  }
  return { host, authority, origin: `http://${authority}`, addresses, bugs, stop }
}

export interface Answered {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** One raw request: unlike fetch it sends the path and the Host header as they are given. */
export function ask(site: TestSite, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: site.host.port, path, method, headers: { Host: site.authority, ...headers } }, (response) => {
      let body = ''
      response.on('data', (part: Buffer) => (body += part.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Opens the host as a browser would, and gives back its cookie. */
export async function enter(site: TestSite): Promise<string> {
  const { pathname, search } = new URL(site.host.address())
  const opened = await ask(site, pathname + search)
  return String(opened.headers['set-cookie']?.[0]).split(';')[0] ?? ''
}
