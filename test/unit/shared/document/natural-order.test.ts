import { expect, test } from 'vitest'
import { byName } from '../../../../src/shared/document/natural-order.ts'

test('names are ordered as people order them', () => {
  const wanted = ['', '10.0.9.0/24', '10.0.10.0/24', 'Hub', 'hub', 'Hub 2', 'VPC', 'VPC 1', 'VPC 2', 'vpc 10', 'VPC 10 b']
  expect([...wanted].reverse().sort(byName)).toEqual(wanted)
  expect([...wanted].sort(byName)).toEqual(wanted)
})
