import { describe, expect, test } from 'vitest'
import { movedEntry, withEntry, withoutEntry } from '../../../../../src/renderer/panels/fields/list-edits.ts'
import { rowFormatOf } from '../../../../../src/renderer/panels/fields/rows.ts'
import { formOf, type FormField } from '../../../../../src/renderer/panels/fields/schema-form.ts'
import { numberIn } from '../../../../../src/renderer/panels/fields/typed.ts'
import type { Kind } from '../../../../../src/shared/model/index.ts'

const nameOf = (id: string) => `<${id}>`

function formatOf(kind: Kind, name: string) {
  const shape = formOf(kind).find((field) => field.name === name)?.shape
  const fields: readonly FormField[] = shape?.type === 'list' && shape.item.type === 'group' ? shape.item.fields : []
  return rowFormatOf(fields, nameOf)
}

describe('rowFormatOf', () => {
  test.each([
    ['route-table', 'Routes', { DestinationCidrBlock: '0.0.0.0/0', target: 'nat-gateway:a' }, ['0.0.0.0/0', '<nat-gateway:a>']],
    ['route-table', 'Routes', { DestinationPrefixListId: 'prefix-list:s3', targetAwsId: 'vpce-1' }, ['<prefix-list:s3>', 'Blackhole (vpce-1)']],
    ['route-table', 'Associations', { Main: true }, ['Main table', 'every other subnet']],
    ['route-table', 'Associations', { GatewayId: 'internet-gateway:a' }, ['Gateway', '<internet-gateway:a>']],
    ['security-group', 'IpPermissions', { IpProtocol: 'tcp', FromPort: 80, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }], UserIdGroupPairs: [{ GroupId: 'security-group:a' }] }, ['TCP 80–443', '10.0.0.0/8, <security-group:a>']],
    ['security-group', 'IpPermissions', { IpProtocol: '-1' }, ['All traffic', 'nobody']],
    ['network-acl', 'Entries', { RuleNumber: 100, Egress: true, Protocol: '6', RuleAction: 'deny', CidrBlock: '0.0.0.0/0', PortRange: { From: 22, To: 22 } }, ['100 out', 'Deny TCP 22', '0.0.0.0/0']],
    ['network-acl', 'Entries', { RuleNumber: 100, Egress: false, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }, ['100 in', 'Allow all', '0.0.0.0/0']],
    ['vpn-connection', 'TunnelOptions', { configured: false, TunnelInsideCidr: '169.254.1.0/30' }, ['1 (not configured)', '–', '169.254.1.0/30']],
    ['transit-gateway-route-table', 'Routes', { DestinationCidrBlock: '10.0.0.0/8' }, ['10.0.0.0/8', 'Blackhole']],
  ] as const)('%s %s %o', (kind, field, entry, cells) => {
    const format = formatOf(kind, field)
    expect(format.cells(entry, 0)).toEqual(cells)
    expect(format.headings).toHaveLength(cells.length)
  })

  test('falls back to the first fields', () => {
    expect(formatOf('nat-gateway', 'NatGatewayAddresses').cells({ PublicIp: '1.2.3.4' }, 0)).toEqual(['–', '1.2.3.4', '–'])
  })
})

test('lists: replace, remove, move and stay at the ends', () => {
  expect(withEntry(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
  expect(withoutEntry(['a', 'b'], 0)).toEqual(['b'])
  expect(movedEntry(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(movedEntry(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(movedEntry(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

test('numbers: text that is no number stays text, nothing stays nothing', () => {
  expect(numberIn(' 64512 ')).toBe(64512)
  expect(numberIn('64512x')).toBe('64512x')
  expect(numberIn('  ')).toBeUndefined()
})
