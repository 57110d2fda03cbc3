import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '../harness/index.ts'
import { serve, type Serving } from '../harness/loopback.ts'

const running: Serving[] = []
const start = async (library: string, args: readonly string[] = []) => {
  const serving = await serve(library, args)
  running.push(serving)
  return serving
}
test.afterEach(async () => {
  for (const serving of running.splice(0)) await serving.stop('SIGKILL')
})

const refusal = (library: string, args: readonly string[] = []) => serve(library, args).then(() => 'started', (cause: Error) => cause.message)

test('the address opens once, and the next one is printed', async ({ browser, library }) => {
  const serving = await start(library)
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => browser.newContext().then((context) => context.newPage())))
  expect((await one?.goto(serving.address))?.status()).toBe(200)
  expect(one?.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect((await one?.reload())?.status()).toBe(200)
  expect((await two?.goto(serving.address))?.status()).toBe(403)
  expect(await two?.locator('body').innerText()).toContain('each one works once')
  const next = serving.output().match(/http:\S+/g)?.at(-1) ?? ''
  expect(next).not.toBe(serving.address)
  expect((await three?.goto(next))?.status()).toBe(200)
})

test('the page can run no foreign code and reach no foreign host', async ({ browser, library }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto((await start(library)).address)
  const outcome = await page.evaluate(async () => {
    const tries: Record<string, string> = {}
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    tries.inline = 'injected' in window ? 'ran' : 'blocked'
    tries.fetch = await fetch('https://example.com/').then(() => 'reached', () => 'blocked')
    tries.frame = await new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => { if (event.effectiveDirective === 'frame-src') resolve('blocked') })
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
    })
    // Last: in the same turn, the debugger that runs this test may evaluate what the page may not.
    try { tries.eval = String(new Function('return 1')()) } catch { tries.eval = 'blocked' }
    return tries
  })
  expect(outcome).toEqual({ eval: 'blocked', inline: 'blocked', fetch: 'blocked', frame: 'blocked' })
})

test('Ctrl+C stops it cleanly, and the library is free again', async ({ browser, library }) => {
  const first = await start(library)
  const page = await (await browser.newContext()).newPage()
  await page.goto(first.address)
  expect(await first.stop('SIGINT')).toBe(0)
  const second = await start(library)
  expect(await second.stop('SIGTERM')).toBe(0)
  expect(second.output()).not.toContain('fault')
})

test('a taken port is one clear line and exit code 2', async ({ library }) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const said = await refusal(library, ['--port', String(port)])
  other.close()
  expect(said).toContain('ended with 2')
  expect(said).toContain(`port ${port} of 127.0.0.1 is taken by another program; choose another with --port`)
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('a library that cannot be opened is one clear line and exit code 2', async ({ library }) => {
  await writeFile(join(library, 'library.db'), 'this is not a database, it only lies where one should be')
  const said = await refusal(library)
  expect(said).toContain('ended with 2')
  expect(said).toContain('library.db')
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('it listens on 127.0.0.1 alone', async ({ library }) => {
  const serving = await start(library)
  const { port } = new URL(serving.address)
  for (const host of ['[::1]', '127.0.0.2']) {
    await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow('fetch failed')
  }
})
