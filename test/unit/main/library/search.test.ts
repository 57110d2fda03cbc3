import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../../../src/main/library/library.ts'
import { counted, edit, largeDesign, newFolder, put, valueOf, vpc } from './sample.ts'

let folder: string
let library: Library
beforeEach(() => {
  folder = newFolder()
  library = valueOf(openLibrary(counted(folder)))
  valueOf(library.create({ name: 'Head office', design: largeDesign(0) }))
  valueOf(library.create({ name: 'Branches', design: largeDesign(0) }))
  const gateway = { kind: 'customer-gateway', id: 'customer-gateway:r', name: 'Zürich router', awsId: 'cgw-0a1b2c3d4e5f60718', notes: 'Ask the carrier before the move; the second line is booked for May.', bgp: true, ipsec: true, ispLinks: [], BgpAsn: 65_010, IpAddress: '203.0.113.7', announcedPrefixes: ['172.16.0.0/12'] }
  const noted = { ...vpc('prod', '10.20.0.0/16'), name: 'prod-eu' }
  valueOf(library.append({ id: 'd2', expectedRevision: 0, edit: edit(put(noted)) }))
  const six = { ...vpc('six', '10.99.0.0/16'), Ipv6CidrBlocks: ['2001:0db8::/32'] }
  const appended = library.append({ id: 'd2', expectedRevision: 1, edit: edit(put(six), { op: 'put', collection: 'resources', id: gateway.id, after: gateway }) })
  if (!appended.ok) throw new Error(appended.error.message)
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

const found = (text: string) => valueOf(library.search({ text, most: 20 })).hits
const said = (text: string) => found(text).map(({ designName, name, kind, matches }) => `${designName} / ${kind} ${name}: ${matches.map(({ field, parts }) => `${field} ${parts.map((part) => (part.isMatch ? `[${part.text}]` : part.text)).join('')}`).join(', ')}`)

it.each([
  ['a name', 'prod', 'Branches / VPC prod-eu: name [prod]-eu'],
  ['the beginning of a word, without its accent', 'zuri', 'Branches / Customer gateway device Zürich router: name [Zürich] router'],
  ['a note', 'booked may', 'Branches / Customer gateway device Zürich router: notes Ask the carrier before the move; the second line is [booked] for [May].'],
  ['an AWS id', 'cgw-0a1b', 'Branches / Customer gateway device Zürich router: AWS ID [cgw-0a1b2c3d4e5f60718]'],
  ['an address', '203.0.113.7', 'Branches / Customer gateway device Zürich router: address [203.0.113.7]'],
  ['an address inside a block', '10.20.30.40', 'Branches / VPC prod-eu: address [10.20.0.0/16]'],
  ['an IPv6 address inside a block, however it is written', '2001:db8:0:1::5', 'Branches / VPC six: address [2001:0db8::/32]'],
  ['an ASN', '65010', 'Branches / Customer gateway device Zürich router: detail [65010]'],
  ['a design by name', 'head', 'Head office / Design Head office: name [Head] office'],
])('finds %s and says where', (_what, text, answer) => {
  expect(said(text)).toContain(answer)
})

it('finds kinds in every design, and only what has all words', () => {
  expect(new Set(found('vpc').map(({ design }) => design))).toEqual(new Set(['d1', 'd2']))
  expect(found('vpc prod')).toHaveLength(1)
  expect(found('prod nowhere')).toEqual([])
  expect(valueOf(library.search({ text: 'vpc', most: 1 }))).toMatchObject({ hasMore: true, unread: 0 })
})

it.each(['', '   ', '"', '" OR name:"', '*', 'NEAR(', '/', "')--", '10.', 'a"b'])('takes %j as words and no more', (text) => {
  expect(library.search({ text, most: 5 }).ok).toBe(true)
})

it('follows edits, renames, the trash and deletion', () => {
  const { prod } = { prod: { ...vpc('prod', '10.20.0.0/16'), name: 'prod-eu', Ipv6CidrBlocks: [] } }
  valueOf(library.append({ id: 'd2', expectedRevision: 2, edit: edit({ op: 'set', collection: 'resources', id: 'vpc:prod', field: 'name', before: 'prod-eu', after: 'core' }) }))
  expect(found('prod-eu')).toEqual([])
  expect(found('core')).toHaveLength(1)
  valueOf(library.append({ id: 'd2', expectedRevision: 3, edit: edit({ op: 'put', collection: 'resources', id: 'vpc:prod', before: { ...prod, name: 'core' } }) }))
  expect(found('core')).toEqual([])
  valueOf(library.rename({ id: 'd1', expectedName: 'Head office', name: 'Main office' }))
  expect(found('head')).toEqual([])
  expect(found('main office')).toHaveLength(1)
  valueOf(library.trash({ id: 'd2', expectedRevision: 4 }))
  expect(found('zuri')).toEqual([])
  valueOf(library.restore({ id: 'd2' }))
  expect(found('zuri')).toHaveLength(1)
  valueOf(library.trash({ id: 'd2', expectedRevision: 4 }))
  valueOf(library.purge({ ids: ['d2'] }))
  expect(found('zuri')).toEqual([])
})
