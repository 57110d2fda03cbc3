import { expect, test } from 'vitest'
import { candidatesFor, vpcOf } from '../../../../../src/renderer/panels/fields/candidates.ts'
import type { Resource } from '../../../../../src/shared/model/index.ts'
import { at, networkIndex } from '../network.ts'

const index = networkIndex()
const resource = (id: string): Resource => {
  const found = index.get(at(id))
  if (!found) throw new Error(id)
  return found
}
const labels = (...args: Parameters<typeof candidatesFor>) => candidatesFor(...args).flatMap((group) => group.candidates.map(({ label }) => label))

test('knows the VPC of what lies in it, however deep', () => {
  expect(vpcOf(index, resource('instance:web'))).toBe('vpc:prod')
  expect(vpcOf(index, resource('vpc:dev'))).toBe('vpc:dev')
  expect(vpcOf(index, resource('site:hq'))).toBeUndefined()
})

test('offers what lives in a VPC from the same VPC only', () => {
  expect(labels(index, resource('route-table:app'), ['subnet'])).toEqual(['App', 'Data'])
  expect(labels(index, resource('instance:web'), ['security-group'])).toEqual(['web-sg'])
})

test('keeps what the field holds now, wherever it is, and says where when names are equal', () => {
  expect(labels(index, resource('route-table:app'), ['subnet'], at('subnet:dev-app'))).toEqual(['App (Dev)', 'App (Prod)', 'Data'])
})

test('offers security groups of other VPCs where rules may name them', () => {
  expect(labels(index, resource('security-group:web'), ['security-group'], undefined, true)).toEqual(['dev'])
})

test('groups by kind in the order of the field, without the resource itself', () => {
  const groups = candidatesFor(index, resource('site:hq'), ['vpc', 'customer-gateway', 'no-such-kind'])
  expect(groups.map(({ label }) => label)).toEqual(['VPCs', 'Customer gateway devices'])
  expect(labels(index, resource('vpc:dev'), ['vpc'])).toEqual(['Prod'])
})
