import { expect, test } from 'vitest'
import { findResources } from '../../../../../src/renderer/panels/find/found.ts'
import { networkIndex } from '../network.ts'

const ids = (typed: string, most = 20) => findResources(networkIndex(), typed, most).map(({ resource }) => resource.id)

test('finds by name, kind, address and block, every word somewhere', () => {
  expect(ids('10.0.0.10')).toEqual(['instance:web'])
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
