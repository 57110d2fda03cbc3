import { expect, test } from 'vitest'
import { findResources } from '../../../../../src/renderer/panels/find/found.ts'
import { networkIndex } from '../network.ts'

const ids = (typed: string, most = 20) => findResources(networkIndex(), typed, most).map(({ resource }) => resource.id)

test('finds by name, kind, address and block, every word somewhere', () => {
  expect(ids('10.0.0.10')[0]).toBe('instance:web')
  expect(ids('203.0.113')).toEqual(['customer-gateway:a'])
  expect(ids('app subnet').sort()).toEqual(['subnet:app', 'subnet:dev-app'])
  expect(ids('subnet 10.1.')).toEqual(['subnet:dev-app'])
  expect(ids('  ')).toEqual([])
  expect(ids('no such thing')).toEqual([])
})

test('puts names that start so before others, and says where each is', () => {
  expect(ids('vpn')[0]).toBe('vpn-connection:a')
  expect(findResources(networkIndex(), '10.1.0.0/24', 9)[0]).toMatchObject({ label: 'App', kindLabel: 'Subnet', detail: '10.1.0.0/24 · in Dev' })
})

test('never finds by the ids that only Causeway knows, and stops at the limit', () => {
  expect(ids('security-group:web')).toEqual([])
  expect(ids('a', 3)).toHaveLength(3)
})

test('finds the blocks that contain an address or a smaller block, the narrowest first', () => {
  const blocks = findResources(networkIndex(), '10.0.0.77', 20)
  expect(blocks.map(({ resource }) => resource.id).slice(0, 2)).toEqual(['subnet:app', 'vpc:prod'])
  expect(blocks[0]?.detail).toContain('10.0.0.0/24 contains it')
  expect(ids('10.0.0.64/28')[0]).toBe('subnet:app')
  expect(blocks.every(({ detail }) => !detail.startsWith('0.0.0.0/0'))).toBe(true)
})
