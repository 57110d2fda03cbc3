import { describe, expect, test, vi } from 'vitest'
import { byDesign, Shelf, sorted } from '../../../../src/renderer/home/shelf.svelte.ts'
import { Pictures } from '../../../../src/renderer/home/pictures.svelte.ts'
import type { API, ListedDesign, SearchHit } from '../../../../src/shared/api.ts'
import { answer, type Client } from '../../../../src/shared/contract.ts'

const client = (calls: Partial<Client<typeof API>>) => calls as Client<typeof API>
const listed = (id: string, name: string, changedAt: number, createdAt: number, resources: number): ListedDesign => ({ id, name, revision: 1, changedAt, createdAt, resources })
const hit = (design: string, resource?: string): SearchHit => ({ design, designName: `name of ${design}`, ...(resource === undefined ? {} : { resource }), name: resource ?? design, kind: 'VPC', matches: [] })

test('designs are sorted by each order, equal ones by last change', () => {
  const designs = [listed('a', 'Plan 10', 3, 1, 5), listed('b', 'plan 2', 2, 9, 5), listed('c', 'Alpha', 1, 4, 70)]
  const order = (by: Parameters<typeof sorted>[1]) => sorted(designs, by).map(({ id }) => id).join('')
  expect([order('changed'), order('created'), order('name'), order('resources')]).toEqual(['abc', 'bca', 'cba', 'cab'])
})

test('hits are gathered by design, the best design first, its own name apart', () => {
  const found = byDesign([hit('d2', 'vpc:a'), hit('d1'), hit('d2', 'vpc:b'), hit('d1', 'vpc:c')])
  expect(found.map(({ design, name, hits, own }) => [design, name, hits.length, own !== undefined])).toEqual([['d2', 'name of d2', 2, false], ['d1', 'name of d1', 1, true]])
})

describe('the shelf', () => {
  test('searches once the typing rests, and drops the answer to an older text', async () => {
    vi.useFakeTimers()
    const asked: string[] = []
    const finish: (() => void)[] = []
    const search: Client<typeof API>['library.search'] = ({ text }) => new Promise((resolve) => {
      asked.push(text)
      finish.push(() => resolve(answer({ hits: [hit('d', text)], hasMore: false, unread: 0 })))
    })
    const shelf = new Shelf(client({ 'library.search': search }))
    for (const text of ['h', 'hq', 'hq ']) shelf.search(text)
    await vi.advanceTimersByTimeAsync(200)
    shelf.search('hq router')
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toEqual(['hq ', 'hq router'])
    finish[1]?.()
    await vi.advanceTimersByTimeAsync(0)
    finish[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(shelf.found?.text).toBe('hq router')
    shelf.search('  ')
    expect([shelf.found, shelf.isSearching]).toEqual([undefined, false])
    vi.useRealTimers()
  })

  test('keeps its look, and takes no nonsense for one', () => {
    const written: unknown[] = []
    const shelf = new Shelf(client({ 'settings.write': async (input) => { written.push(input); return answer(null) } }))
    shelf.restore({ view: 'heap', order: 'name' })
    expect([shelf.view, shelf.order]).toEqual(['grid', 'name'])
    shelf.restore('list')
    shelf.show({ view: 'list' })
    expect(written).toEqual([{ key: 'shelf', value: { view: 'list', order: 'name' } }])
  })
})

test('a picture is asked for again when main has drawn it, and the old one is given back', async () => {
  const freed: string[] = []
  let made = 0
  let revision: number | undefined
  const calls: unknown[] = []
  const pictures = new Pictures(client({ 'library.picture': async (input) => { calls.push(input); return answer(revision === undefined ? null : { revision, bytes: new Uint8Array(1) }) } }), { make: () => `blob:${++made}`, free: (address) => freed.push(address) })
  await pictures.ask({ id: 'd1', theme: 'light' })
  expect(pictures.addressOf({ id: 'd1', theme: 'light' })).toBeUndefined()
  revision = 4
  pictures.drawn({ id: 'd1', theme: 'dark', revision: 4 })
  pictures.drawn({ id: 'd1', theme: 'light', revision: 4 })
  await vi.waitFor(() => expect(pictures.addressOf({ id: 'd1', theme: 'light' })).toBe('blob:1'))
  await pictures.ask({ id: 'd1', theme: 'light' })
  revision = 5
  pictures.drawn({ id: 'd1', theme: 'light', revision: 5 })
  await vi.waitFor(() => expect(pictures.addressOf({ id: 'd1', theme: 'light' })).toBe('blob:2'))
  expect([freed, calls.length]).toEqual([['blob:1'], 4])
})
