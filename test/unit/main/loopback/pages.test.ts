import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, enter, startSite, type TestSite } from './site.ts'

let site: TestSite
let cookie: string

beforeAll(async () => {
  site = await startSite()
  cookie = await enter(site)
})
afterAll(() => site.stop())

describe('the token', () => {
  it('is worth one cookie, once, and the next address is announced', async () => {
    const path = site.host.address().slice(site.origin.length)
    const first = await ask(site, path)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(first.headers['set-cookie']?.[0]).toMatch(/^causeway-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(site.addresses.at(-1)).toBe(site.host.address())
    expect((await ask(site, path)).status).toBe(403)
  })

  it.each(['/?token=', '/?token=wrong', '/assets/app.js?token=wrong', '/'])('without a good one %s is refused', async (path) => {
    const refused = await ask(site, path)
    expect(refused.status).toBe(403)
    expect(refused.headers['set-cookie']).toBeUndefined()
  })

  it('is not spent by a browser that is known already', async () => {
    const before = site.host.address()
    const again = await ask(site, before.slice(site.origin.length), { Cookie: cookie })
    expect([again.status, again.headers.location]).toEqual([303, '/'])
    expect(site.host.address()).toBe(before)
  })

  it.each(['x=1', 'causeway-1=abc', ''])('a foreign cookie %j opens nothing', async (foreign) => {
    expect((await ask(site, '/', { Cookie: foreign })).status).toBe(403)
  })
})

describe('pages', () => {
  it.each([['/', 'text/html'], ['/index.html', 'text/html'], ['/assets/app.js', 'text/javascript']])('%s is served as %s', async (path, type) => {
    const page = await ask(site, path, { Cookie: cookie })
    expect([page.status, page.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
  })

  it('carry the policy that lets nothing in from outside', async () => {
    const { headers } = await ask(site, '/', { Cookie: cookie })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain(`connect-src 'self' ws://${site.authority}`)
    expect(policy).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '/%2e%2e%2fsecret.js', '/assets/..%5c..%5csecret.js', '/%00', '/%', '//secret.js', '/.env', '/assets', '/nothing.js'])(
    '%s is not found', async (path) => { expect((await ask(site, path, { Cookie: cookie })).status).toBe(404) })

  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])('Host %s is misdirected', async (host) => {
    expect((await ask(site, '/', { Cookie: cookie, Host: host })).status).toBe(421)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    expect((await ask(site, '/', { Cookie: cookie }, method)).status).toBe(405)
  })
})
