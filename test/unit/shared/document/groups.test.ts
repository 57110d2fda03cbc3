import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { boxesOf, boxOf, holderOf, holdersOf, membersOf, regionBoxId, zoneBoxId } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { type Sketch, sketched } from '../drawing/designs.ts'

const at = (OwnerId?: string) => ({ Region: 'us-east-1', ...(OwnerId ? { OwnerId } : {}) })
const ESTATE: readonly Sketch[] = [
  ['vpc:a', at('111111111111')],
  ['vpc:b', at()],
  ['vpc:c', { OwnerId: '222222222222' }],
  ['vpc:d', {}],
  ['subnet:a1', { VpcId: 'vpc:a', AvailabilityZone: 'us-east-1a', AvailabilityZoneId: 'use1-az1' }],
  ['subnet:a2', { VpcId: 'vpc:a', AvailabilityZoneId: 'use1-az1' }],
  ['subnet:a3', { VpcId: 'vpc:a', AvailabilityZoneId: 'use1-az9' }],
  ['subnet:a4', { VpcId: 'vpc:a' }],
  ['instance:i', { SubnetId: 'subnet:a1' }],
  ['route-table:r', { VpcId: 'vpc:a' }],
  ['internet-gateway:on', { ...at('111111111111'), Attachments: [{ VpcId: 'vpc:a' }] }],
  ['internet-gateway:off', at('111111111111')],
  ['vpn-gateway:on', { ...at(), VpcAttachments: [{ VpcId: 'vpc:a' }] }],
  ['transit-gateway:t', at()],
  ['direct-connect-gateway:g', { OwnerId: '111111111111' }],
  ['site:s', {}],
  ['customer-gateway:c', { ...at('111111111111'), site: 'site:s' }],
  ['vpn-connection:v', { CustomerGatewayId: 'customer-gateway:c', VpnGatewayId: 'vpn-gateway:on' }],
]
const design = sketched('Estate', ESTATE)
const index = indexOf(design)

describe('group boxes', () => {
  it('follow from attributes: accounts only where one is said, one Region box per account', () => {
    expect(boxesOf(index).map(({ id }) => id)).toEqual(['account:111111111111', 'account:222222222222', 'region:-@us-east-1', 'region:111111111111@us-east-1', 'zone:a@us-east-1a', 'zone:a@use1-az9'])
  })

  it.each([
    ['subnet:a1', 'zone:a@us-east-1a'],
    ['subnet:a2', 'zone:a@us-east-1a'],
    ['subnet:a3', 'zone:a@use1-az9'],
    ['subnet:a4', 'vpc:a'],
    ['zone:a@us-east-1a', 'vpc:a'],
    ['vpc:a', 'region:111111111111@us-east-1'],
    ['region:111111111111@us-east-1', 'account:111111111111'],
    ['vpc:b', 'region:-@us-east-1'],
    ['region:-@us-east-1', undefined],
    ['vpc:c', 'account:222222222222'],
    ['vpc:d', undefined],
    ['internet-gateway:on', 'vpc:a'],
    ['internet-gateway:off', 'region:111111111111@us-east-1'],
    ['vpn-gateway:on', 'vpc:a'],
    ['transit-gateway:t', 'region:-@us-east-1'],
    ['direct-connect-gateway:g', undefined],
    ['customer-gateway:c', 'site:s'],
    ['instance:i', 'subnet:a1'],
    ['route-table:r', undefined],
    ['vpn-connection:v', undefined],
    ['vpc:unknown', undefined],
  ])('%s is drawn in %s', (id, holder) => {
    expect(holderOf(index, id)).toBe(holder)
    if (holder) expect(membersOf(index, holder)).toContain(id)
  })

  it('leaves settings and links off the canvas', () => {
    expect(membersOf(index)).toEqual(['account:111111111111', 'account:222222222222', 'direct-connect-gateway:g', 'region:-@us-east-1', 'site:s', 'vpc:d'])
    expect(membersOf(index, 'vpc:a')).not.toContain('route-table:r')
  })

  it('names the holders from the inside out', () => {
    expect(holdersOf(index, 'instance:i')).toEqual(['subnet:a1', 'zone:a@us-east-1a', 'vpc:a', 'region:111111111111@us-east-1', 'account:111111111111'])
  })

  it('keeps a stored box without members, and its place on one that has some', () => {
    const place = { x: 1, y: 2, width: 300, height: 200 }
    const [empty, full] = [regionBoxId('333333333333', 'eu-west-1'), zoneBoxId('vpc:a' as ResourceId, 'us-east-1a')]
    const boxes = { [empty]: { id: empty, kind: 'region', OwnerId: '333333333333', Region: 'eu-west-1', ...place }, [full]: { id: full, kind: 'zone', VpcId: 'vpc:a', AvailabilityZone: 'us-east-1a', ...place } }
    const stored = indexOf({ ...design, boxes } as unknown as Design)
    expect(boxOf(stored, empty)).toMatchObject({ label: 'eu-west-1', parent: 'account:333333333333', stored: place })
    expect(boxOf(stored, full)).toMatchObject({ AvailabilityZoneId: 'use1-az1', stored: place })
    expect(membersOf(stored, 'account:333333333333')).toEqual([empty])
  })
})
