import { describe, expect, test } from 'vitest'
import { blankOf, formOf, type FormField, type Shape } from '../../../../../src/renderer/panels/fields/schema-form.ts'
import { complaintsAbout, complaintsUnder } from '../../../../../src/renderer/panels/fields/validation.ts'
import { choiceLabel, wordsOf } from '../../../../../src/renderer/panels/fields/wording.ts'
import { definitionOf, KINDS, type Kind } from '../../../../../src/shared/model/index.ts'

const fieldOf = (kind: Kind, name: string): FormField => {
  const field = formOf(kind).find((candidate) => candidate.name === name)
  if (!field) throw new Error(`${kind} shows no ${name}`)
  return field
}

describe('formOf', () => {
  test.each(KINDS.map((kind) => [kind]))('%s: shows every field that is not identity, name or hidden', (kind) => {
    const shown = formOf(kind).map(({ name }) => name)
    const all = Object.keys(definitionOf(kind).schema.shape)
    const left = all.filter((name) => !shown.includes(name) && !['id', 'kind', 'name', 'awsId', 'notes'].includes(name))
    const hidden = ['TransitGatewayAttachmentId', 'telemetry']
    expect(left.filter((name) => !hidden.includes(name))).toEqual([])
  })

  test('reads labels, help and whether a field may be empty', () => {
    expect(fieldOf('subnet', 'AvailabilityZone')).toMatchObject({ label: 'Availability Zone', optional: true, shape: { type: 'text' } })
    expect(fieldOf('subnet', 'AvailabilityZone').help).toContain('us-east-1a')
    expect(fieldOf('customer-gateway', 'BgpAsn')).toMatchObject({ label: 'BGP ASN', optional: false, shape: { type: 'number' } })
  })

  test('sees references through optional and list wrappers', () => {
    expect(fieldOf('customer-gateway', 'site')).toMatchObject({ label: 'Site', optional: true, shape: { type: 'reference', refers: ['site'] } })
    expect(fieldOf('instance', 'SecurityGroupIds').shape).toEqual({ type: 'list', fixedLength: false, item: { type: 'reference', refers: ['security-group'] } })
  })

  test('knows enums, nested groups and lists of fixed length', () => {
    expect(fieldOf('nat-gateway', 'ConnectivityType').shape).toEqual({ type: 'choice', choices: ['public', 'private'] })
    const tunnels = fieldOf('vpn-connection', 'TunnelOptions').shape as Extract<Shape, { type: 'list' }>
    expect(tunnels.fixedLength).toBe(true)
    expect(tunnels.item).toMatchObject({ type: 'group' })
  })
})

describe('blankOf', () => {
  test('fills required members only', () => {
    const entries = fieldOf('network-acl', 'Entries').shape as Extract<Shape, { type: 'list' }>
    expect(blankOf(entries.item)).toEqual({ RuleNumber: undefined, Egress: false, Protocol: '', RuleAction: 'allow' })
  })
})

describe('complaintsAbout', () => {
  test('is empty for a value that may be saved', () => {
    expect(complaintsAbout('vpc', 'CidrBlocks', ['10.0.0.0/16']).size).toBe(0)
    expect(complaintsAbout('subnet', 'CidrBlock', undefined).size).toBe(0)
  })

  test('names the place and the reason in words', () => {
    const complaints = complaintsAbout('vpc', 'CidrBlocks', ['10.0.0.0/16', '10.0.0/33'])
    expect([...complaints]).toEqual([['1', 'Is not an IPv4 CIDR such as 10.0.0.0/16']])
    expect([...complaintsAbout('vpc', 'CidrBlocks', [])]).toEqual([['', 'At least 1 needed']])
    expect([...complaintsAbout('customer-gateway', 'BgpAsn', 1.5)]).toEqual([['', 'Enter a whole number']])
    expect([...complaintsAbout('customer-gateway', 'BgpAsn', 4_294_967_296)]).toEqual([['', 'At most 4294967295']])
    expect([...complaintsAbout('customer-gateway', 'BgpAsn', undefined)]).toEqual([['', 'Choose or enter a value']])
  })

  test('does not take an entry that says nothing yet', () => {
    expect([...complaintsAbout('route-table', 'Routes', [{}])]).toEqual([['0', 'Choose or enter a value']])
  })

  test('narrows to a member', () => {
    const complaints = complaintsAbout('route-table', 'Routes', [{ DestinationCidrBlock: 'x' }, { DestinationCidrBlock: '0.0.0.0/0' }])
    expect([...complaintsUnder(complaints, 0)].map(([at]) => at)).toEqual(['DestinationCidrBlock'])
    expect(complaintsUnder(complaints, 1).size).toBe(0)
  })
})

describe('wording', () => {
  test('spells names as AWS people say them', () => {
    expect(wordsOf('Ipv6CidrBlock')).toBe('IPv6 CIDR block')
    expect(wordsOf('UserIdGroupPairs')).toBe('Security groups')
    expect(wordsOf('RuleNumber')).toBe('Rule number')
    expect(choiceLabel('data-center')).toBe('Data center')
    expect(['vpn-appliance', 'ipsec', 'mutual-and-saml', 'udp-4500'].map(choiceLabel)).toEqual(['VPN appliance', 'IPsec', 'Mutual and SAML', 'UDP 4500'])
    expect(choiceLabel('pending-acceptance')).toBe('Pending acceptance')
    expect(choiceLabel('IPv4')).toBe('IPv4')
  })
})
