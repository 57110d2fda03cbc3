import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { findDestination, findSource } from '../../../../src/shared/document/find-end.ts'

const host = { kind: 'instance', SubnetId: 'subnet:a', SecurityGroupIds: [], SourceDestCheck: true }
const entries = [
  { kind: 'vpc', id: 'vpc:a', name: 'prod', CidrBlocks: ['10.0.0.0/16', '44.0.0.0/16'], Ipv6CidrBlocks: ['2001:db8::/56'] },
  { kind: 'subnet', id: 'subnet:a', name: 'app', VpcId: 'vpc:a', CidrBlock: '10.0.1.0/24' },
  { ...host, id: 'instance:web', name: 'web', awsId: 'i-1', PrivateIpAddress: '10.0.1.5', SecondaryPrivateIpAddresses: ['10.0.1.6'], PublicIpAddress: '3.3.3.3', Ipv6Addresses: ['2001:db8:0:1::5'], NetworkInterfaces: [{ SubnetId: 'subnet:a', SecurityGroupIds: [], SourceDestCheck: true, PrivateIpAddress: '10.0.1.7' }] },
  { ...host, id: 'instance:bastion', name: 'bastion', PrivateIpAddress: '10.0.1.8' },
  { kind: 'security-group', id: 'security-group:b', name: 'bastion', VpcId: 'vpc:a', IpPermissions: [], IpPermissionsEgress: [] },
  { ...host, id: 'instance:db', name: 'db', PrivateIpAddress: '10.0.1.9' },
  { ...host, id: 'instance:db2', name: 'db', PrivateIpAddress: '10.0.1.9' },
  { kind: 'nat-gateway', id: 'nat-gateway:n', name: 'nat', SubnetId: 'subnet:a', ConnectivityType: 'public', AvailabilityMode: 'zonal', NatGatewayAddresses: [{ PrivateIp: '10.0.1.20', PublicIp: '4.4.4.4' }] },
  { kind: 'site', id: 'site:hq', name: 'HQ', prefixes: ['192.168.0.0/16', '198.51.100.0/24'] },
  { kind: 'site', id: 'site:lab', name: 'Lab', prefixes: ['192.168.7.0/24', '172.20.0.0/16'] },
  { kind: 'site', id: 'site:twin', name: 'Twin', prefixes: ['172.20.0.0/16'] },
  { kind: 'customer-gateway', id: 'customer-gateway:fw', name: 'fw', SiteId: 'site:hq', IpAddress: '5.5.5.5' },
]
const design = { ...emptyDesign('x'), resources: Object.fromEntries(entries.map((entry) => [entry.id, entry])) } as unknown as Design

describe('findSource', () => {
  it.each([
    ['internet', { from: 'internet' }],
    ['i-1', { from: 'instance:web' }],
    ['WEB', { from: 'instance:web' }],
    ['bastion', { from: 'instance:bastion' }],
    ['10.0.1.5', { from: 'instance:web', sourceAddress: '10.0.1.5' }],
    ['10.0.1.6', { from: 'instance:web', sourceAddress: '10.0.1.6' }],
    ['10.0.1.7', { from: 'instance:web', sourceAddress: '10.0.1.7' }],
    ['3.3.3.3', { from: 'instance:web', sourceAddress: '3.3.3.3' }],
    ['2001:db8:0:1:0::5', { from: 'instance:web', sourceAddress: '2001:db8:0:1:0::5' }],
    ['4.4.4.4', { from: 'nat-gateway:n', sourceAddress: '4.4.4.4' }],
    ['5.5.5.5', { from: 'customer-gateway:fw', sourceAddress: '5.5.5.5' }],
    ['192.168.1.1', { from: 'site:hq', sourceAddress: '192.168.1.1' }],
    ['192.168.7.1', { from: 'site:lab', sourceAddress: '192.168.7.1' }],
    ['198.51.100.4', { from: 'site:hq', sourceAddress: '198.51.100.4' }],
    ['8.8.8.8', { from: 'internet', sourceAddress: '8.8.8.8' }],
    ['2600::1', { from: 'internet', sourceAddress: '2600::1' }],
  ])('%s starts at %j', (text, value) => {
    expect(findSource(design, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['nothing', 'unknown-resource', 'called "nothing"'],
    ['db', 'ambiguous-name', 'instance:db, instance:db2'],
    ['10.0.1.9', 'ambiguous-address', 'instance:db, instance:db2'],
    ['172.20.0.1', 'ambiguous-address', 'site:lab, site:twin'],
    ['10.0.1.77', 'unknown-address', 'Nothing in app has the address'],
    ['10.0.9.9', 'unknown-address', 'Nothing in prod has the address'],
    ['44.0.0.1', 'unknown-address', 'Nothing in prod has the address'],
    ['10.99.0.1', 'unknown-address', 'private address 10.99.0.1'],
    ['fd00::1', 'unknown-address', 'private address fd00::1'],
    ['10.0.1.300', 'unknown-resource', 'called "10.0.1.300"'],
  ])('%s is refused (%s)', (text, code, words) => {
    const found = findSource(design, text)
    expect(found.ok ? [] : found.problems).toEqual([{ code, path: text, message: expect.stringContaining(words) }])
  })
})

it.each([
  ['internet', { to: 'internet' }],
  ['HQ', { to: 'site:hq' }],
  ['10.0.1.5', { toAddress: '10.0.1.5' }],
  ['10.99.0.1', { toAddress: '10.99.0.1' }],
])('findDestination takes %s as %j', (text, value) => {
  expect(findDestination(design, text)).toEqual({ ok: true, value })
})

it('findDestination refuses an ambiguous and an unknown name', () => {
  expect(findDestination(design, 'db')).toMatchObject({ ok: false, problems: [{ code: 'ambiguous-name' }] })
  expect(findDestination(design, 'nobody')).toMatchObject({ ok: false, problems: [{ code: 'unknown-resource' }] })
})
