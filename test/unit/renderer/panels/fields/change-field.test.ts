import { expect, test } from 'vitest'
import { changeField, changeFields } from '../../../../../src/renderer/panels/fields/change-field.ts'
import { applyEdit, type Edit } from '../../../../../src/shared/document/edit.ts'
import { holderOf, holdersOf } from '../../../../../src/shared/document/groups.ts'
import { type DesignIndex, indexOf } from '../../../../../src/shared/document/query.ts'
import { encloses, overlap, rectOf } from '../../../../../src/shared/drawing/rects.ts'
import { layoutDesign } from '../../../../../src/shared/layout/index.ts'
import { at, network } from '../network.ts'

function applied(index: DesignIndex, edit: Edit | { readonly reason: string }): DesignIndex {
  if ('reason' in edit) throw new Error(edit.reason)
  const result = applyEdit(index.design, edit)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return indexOf(result.value)
}

const start = indexOf(network())
const laidOut = applied(start, layoutDesign(start.design))
const rect = (index: DesignIndex, id: string) => {
  const found = rectOf(index, id)
  if (!found) throw new Error(`${id} has no place`)
  return found
}
const isInside = (index: DesignIndex, id: string) => holdersOf(index, id).every((holder) => encloses(rect(index, holder), rect(index, id)))

test('a field that says nothing about the place changes alone', () => {
  const edit = changeField(laidOut, at('subnet:app'), 'MapPublicIpOnLaunch', true)
  expect('changes' in edit && edit.changes).toHaveLength(1)
})

test('an instance that goes to another subnet is drawn there, and leaves the security groups of the old VPC', () => {
  const after = applied(laidOut, changeField(laidOut, at('instance:web'), 'SubnetId', 'subnet:dev-app'))
  expect(holderOf(after, 'instance:web')).toBe('subnet:dev-app')
  expect(isInside(after, 'instance:web')).toBe(true)
  expect(after.getOf('instance', at('instance:web'))?.SecurityGroupIds).toEqual([])
})

test('a subnet that goes to a new zone takes a free place in its VPC, with what it holds', () => {
  const after = applied(laidOut, changeField(laidOut, at('subnet:app'), 'AvailabilityZone', 'eu-west-1c'))
  expect(isInside(after, 'subnet:app')).toBe(true)
  expect(isInside(after, 'instance:web')).toBe(true)
  expect(overlap(rect(after, 'subnet:app'), rect(after, 'subnet:data'))).toBe(false)
})

test('a VPC that goes to another Region takes zones and gateways along', () => {
  const after = applied(laidOut, changeField(laidOut, at('vpc:prod'), 'Region', 'us-east-1'))
  expect(after.getOf('vpn-gateway', at('vpn-gateway:prod'))?.Region).toBe('us-east-1')
  expect(after.getOf('subnet', at('subnet:app'))?.AvailabilityZone).toBe('us-east-1a')
  expect(isInside(after, 'instance:web')).toBe(true)
  expect(overlap(rect(after, 'vpc:prod'), rect(after, 'vpc:dev'))).toBe(false)
})

test('says why something may not go there', () => {
  const taken = applied(laidOut, changeField(laidOut, at('vpn-gateway:prod'), 'AmazonSideAsn', 64600))
  expect(changeField(taken, at('subnet:gone'), 'VpcId', 'vpc:dev')).toEqual({ reason: 'It is not in the design any more.' })
  expect(changeField(laidOut, at('instance:web'), 'SubnetId', 'vpc:dev')).toEqual({ reason: 'An EC2 instance belongs in a subnet.' })
})

test('several resources change in one step', () => {
  const edit = changeFields(laidOut, [at('subnet:app'), at('subnet:data')], 'AvailabilityZone', 'eu-west-1b', 'Change both')
  const after = applied(laidOut, edit)
  expect(edit.label).toBe('Change both')
  expect(holderOf(after, 'subnet:app')).toBe(holderOf(after, 'subnet:data'))
  expect(overlap(rect(after, 'subnet:app'), rect(after, 'subnet:data'))).toBe(false)
})
