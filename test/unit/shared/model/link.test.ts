import { describe, expect, it } from 'vitest'
import { parentOf } from '../../../../src/shared/model/containment.ts'
import { kindOfId, makeResourceId, resourceId } from '../../../../src/shared/model/id.ts'
import { KINDS, type Resource, resourceSchema } from '../../../../src/shared/model/index.ts'
import { endsOf, linkChoices, viaOf } from '../../../../src/shared/model/link.ts'

const read = (fields: Record<string, unknown>) => resourceSchema.parse({ name: 'x', ...fields }) as Resource

describe('links', () => {
  it('are offered where they make sense, either way round', () => {
    expect(linkChoices('customer-gateway', 'vpn-gateway').map(({ kind }) => kind)).toEqual(['vpn-connection', 'virtual-interface'])
    expect(linkChoices('transit-gateway', 'customer-gateway')).toEqual([{ kind: 'vpn-connection', fromField: 'TransitGatewayId', toField: 'CustomerGatewayId' }, { kind: 'transit-gateway-connect-peer', fromField: 'TransitGatewayId', toField: 'peer' }])
    expect(linkChoices('vpc', 'vpc')).toEqual([{ kind: 'vpc-peering-connection', fromField: 'RequesterVpcId', toField: 'AccepterVpcId' }])
    expect(linkChoices('subnet', 'vpc')).toEqual([])
  })

  it('are the same set from both sides', () => {
    for (const a of KINDS) for (const b of KINDS) expect(linkChoices(a, b).map(({ kind }) => kind)).toEqual(linkChoices(b, a).map(({ kind }) => kind))
  })

  it('know their ends, also one that is open', () => {
    const vpn = { kind: 'vpn-connection', id: 'vpn-connection:a', CustomerGatewayId: 'customer-gateway:a', StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] }
    expect(endsOf(read({ ...vpn, TransitGatewayId: 'transit-gateway:t' }))).toEqual(['customer-gateway:a', 'transit-gateway:t'])
    expect(endsOf(read(vpn))).toEqual(['customer-gateway:a', undefined])
    expect(endsOf(read({ kind: 'vpc', id: 'vpc:a', CidrBlocks: ['10.0.0.0/16'] }))).toBeUndefined()
  })

  it('know the connection that they run through', () => {
    const vif = { kind: 'virtual-interface', id: 'virtual-interface:a', VirtualInterfaceType: 'private', customerRouter: 'customer-gateway:a', Vlan: 1, Asn: 65_000 }
    expect(viaOf(read({ ...vif, ConnectionId: 'direct-connect-connection:c' }))).toBe('direct-connect-connection:c')
    expect(viaOf(read(vif))).toBeUndefined()
  })
})

describe('containment', () => {
  it.each([
    [{ kind: 'subnet', id: 'subnet:a', VpcId: 'vpc:a' }, 'vpc:a'],
    [{ kind: 'internet-gateway', id: 'internet-gateway:a', Attachments: [{ VpcId: 'vpc:a' }] }, 'vpc:a'],
    [{ kind: 'internet-gateway', id: 'internet-gateway:a', Attachments: [] }, undefined],
    [{ kind: 'vpn-gateway', id: 'vpn-gateway:a', AmazonSideAsn: 1, VpcAttachments: [{ VpcId: 'vpc:b' }] }, 'vpc:b'],
    [{ kind: 'nat-gateway', id: 'nat-gateway:a', SubnetId: 'subnet:a', ConnectivityType: 'public', AvailabilityMode: 'zonal', NatGatewayAddresses: [] }, 'subnet:a'],
    [{ kind: 'nat-gateway', id: 'nat-gateway:a', VpcId: 'vpc:a', ConnectivityType: 'public', AvailabilityMode: 'regional', NatGatewayAddresses: [] }, 'vpc:a'],
    [{ kind: 'isp-link', id: 'isp-link:a', site: 'site:a' }, 'site:a'],
    [{ kind: 'vpc', id: 'vpc:a', CidrBlocks: ['10.0.0.0/16'] }, undefined],
  ])('%j sits in %s', (fields, parent) => {
    expect(parentOf(read(fields))).toBe(parent)
  })
})

describe('ids', () => {
  it('are made of the kind and what the caller says', () => {
    expect(makeResourceId('vpc', 'a b/c')).toBe('vpc:a-b/c')
    expect(kindOfId(makeResourceId('nat-gateway', 'x'))).toBe('nat-gateway')
    expect(() => makeResourceId('vpc', '')).toThrow()
  })

  it.each(['', 'vpc', 'vpc:', ':a', '__proto__', 'constructor', 'VPC:a', 'vpc:a b', 'vpc:a\n', `vpc:${'x'.repeat(201)}`, 'vpc:é'])('%j is none', (text) => {
    expect(resourceId.safeParse(text).success).toBe(false)
  })
})
