import { describe, expect, test } from 'vitest'
import { associatedWith, associateSubnet } from '../../../../../src/renderer/panels/inspector/associate.ts'
import { boxFieldComplaint } from '../../../../../src/renderer/panels/inspector/box-fields.ts'
import { commonCandidates, commonFieldsOf, setCommonField } from '../../../../../src/renderer/panels/inspector/common-fields.ts'
import { ownedSettings } from '../../../../../src/renderer/panels/inspector/owned-settings.ts'
import { connectionsOf, countByKind, placesAround, usersOf } from '../../../../../src/renderer/panels/inspector/relations.ts'
import { summaryOf } from '../../../../../src/renderer/panels/inspector/setting-summary.ts'
import { applyEdit } from '../../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import type { Kind, Resource, ResourceOf } from '../../../../../src/shared/model/index.ts'
import { at, networkIndex } from '../network.ts'

const index = networkIndex()

function get<K extends Kind>(kind: K, id: string): ResourceOf<K> {
  const found = index.getOf(kind, at(id))
  if (!found) throw new Error(id)
  return found
}

describe('what is around a resource', () => {
  test('places go from the outside in; a setting lies in its owner', () => {
    expect(placesAround(index, 'instance:web').map(({ label }) => label)).toEqual(['111122223333', 'eu-west-1', 'Prod', 'eu-west-1a', 'App'])
    expect(placesAround(index, 'route-table:app').map(({ label }) => label)).toEqual(['111122223333', 'eu-west-1', 'Prod'])
  })

  test('connections name the other end; users are neither links nor contents', () => {
    expect(connectionsOf(index, at('vpn-gateway:prod')).map(({ link, other }) => [link.id, other?.id])).toEqual([['vpn-connection:a', 'customer-gateway:a']])
    expect(usersOf(index, at('security-group:web')).map(({ id }) => id)).toEqual(['instance:web'])
    expect(usersOf(index, at('vpc:prod'))).toEqual([])
    expect(usersOf(index, at('vpn-gateway:prod'))).toEqual([])
  })

  test('counts by kind, the most first', () => {
    expect(countByKind(Object.values(index.design.resources)).slice(0, 2).map(({ label, count }) => [label, count])).toEqual([['Subnets', 3], ['Route tables', 2]])
  })
})

describe('settings', () => {
  test('a VPC owns its tables, groups and lists, empty sections included; the design owns prefix lists', () => {
    expect(ownedSettings(index, get('vpc', 'vpc:prod')).map(({ label, settings }) => [label, settings.length])).toEqual([['Route tables', 2], ['Security groups', 1], ['Network ACLs', 0]])
    expect(ownedSettings(index, undefined).map(({ kind }) => kind)).toEqual(['prefix-list'])
    expect(ownedSettings(index, get('subnet', 'subnet:app'))).toEqual([])
  })

  test('one line tells them apart', () => {
    expect(summaryOf(index, get('route-table', 'route-table:main'))).toBe('main · 0 routes')
    expect(summaryOf(index, get('route-table', 'route-table:app'))).toBe('0 routes · App')
  })
})

describe('associateSubnet', () => {
  const after = (chosen: string | undefined) => {
    const result = applyEdit(index.design, associateSubnet(index, get('subnet', 'subnet:app'), 'route-table', chosen === undefined ? undefined : at(chosen)))
    if (!result.ok) throw new Error(result.problems[0]?.message)
    return indexOf(result.value)
  }

  test('moves the association, and leaves others alone', () => {
    expect(associatedWith(index, get('subnet', 'subnet:app'), 'route-table')).toBe('route-table:app')
    const moved = after('route-table:main')
    expect(moved.getOf('route-table', at('route-table:app'))?.Associations).toEqual([])
    expect(moved.getOf('route-table', at('route-table:main'))?.Associations).toEqual([{ Main: true }, { SubnetId: 'subnet:app' }])
  })

  test('without a choice the main table is used', () => {
    const cleared = after(undefined)
    expect(associatedWith(cleared, get('subnet', 'subnet:app'), 'route-table')).toBeUndefined()
    expect(cleared.routeTableOf(get('subnet', 'subnet:app'))?.id).toBe('route-table:main')
  })
})

describe('common fields', () => {
  const resources: Resource[] = [get('subnet', 'subnet:app'), get('subnet', 'subnet:data')]

  test('are the simple ones that all have, with their differences marked', () => {
    const common = commonFieldsOf(resources)
    expect(common.find(({ field }) => field.name === 'AvailabilityZone')).toMatchObject({ value: 'eu-west-1a', isMixed: false })
    expect(common.find(({ field }) => field.name === 'CidrBlock')?.isMixed).toBe(true)
    expect(common.some(({ field }) => field.name === 'VpcId')).toBe(false)
    expect(commonFieldsOf([get('vpc', 'vpc:prod'), get('vpn-gateway', 'vpn-gateway:prod')]).map(({ field }) => field.name)).toEqual(['OwnerId', 'Region', 'notes'])
  })

  test('are references too, with what all may refer to', () => {
    const gateways = [get('vpn-connection', 'vpn-connection:a')]
    const field = commonFieldsOf(gateways).find(({ field: { name } }) => name === 'CustomerGatewayId')?.field
    expect(field && commonCandidates(index, gateways, field).flatMap(({ candidates }) => candidates.map(({ id }) => id))).toContain('customer-gateway:a')
    expect(commonFieldsOf(resources).some(({ field: { name } }) => name === 'notes')).toBe(true)
  })

  test('are set in one step', () => {
    const field = commonFieldsOf(resources).find(({ field: { name } }) => name === 'AvailabilityZone')?.field
    const edit = field && setCommonField(index, resources, field, 'eu-west-1b')
    expect(edit?.label).toBe('Change Availability Zone of 2 Subnets')
    const result = edit && applyEdit(index.design, edit)
    expect(result?.ok && Object.values(result.value.resources).filter((resource) => resource.kind === 'subnet' && resource.AvailabilityZone === 'eu-west-1b')).toHaveLength(2)
  })
})

test('box attributes are judged as the schema does', () => {
  expect(boxFieldComplaint('Region', 'eu-west-1')).toBeUndefined()
  expect(boxFieldComplaint('Region', 'EU West')).toContain('not a Region')
  expect(boxFieldComplaint('Region', '')).toBe('Give the Region its code')
  expect(boxFieldComplaint('OwnerId', '')).toBeUndefined()
  expect(boxFieldComplaint('AvailabilityZone', '')).toBe('Give the zone a name')
})
