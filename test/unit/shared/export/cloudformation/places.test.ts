import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'
import { templateErrors } from '../../../../peer/cloudformation.ts'

function design(...resources: Record<string, unknown>[]): Design {
  const parsed = parseDesign({ ...emptyDesign('Net'), resources: Object.fromEntries(resources.map((resource) => [resource['id'], resource])) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const vpc = (id: string, OwnerId?: string, Region?: string) => ({ kind: 'vpc', id: `vpc:${id}`, name: id, CidrBlocks: [`10.${id.charCodeAt(0) % 100}.0.0/16`], Ipv6CidrBlocks: [], ...(OwnerId ? { OwnerId } : {}), ...(Region ? { Region } : {}) })
const gateway = (id: string, vpcId?: string, Region?: string) => ({ kind: 'vpn-gateway', id: `vpn-gateway:${id}`, name: id, AmazonSideAsn: 64_512, VpcAttachments: vpcId ? [{ VpcId: `vpc:${vpcId}` }] : [], ...(Region ? { Region } : {}) })
const router = { kind: 'customer-gateway', id: 'customer-gateway:r', name: 'r', IpAddress: '203.0.113.1', BgpAsn: 65_000, ispLinks: [], announcedPrefixes: [], bgp: true }
const vpn = (id: string, VpnGatewayId: string) => ({ kind: 'vpn-connection', id: `vpn-connection:${id}`, name: id, CustomerGatewayId: 'customer-gateway:r', VpnGatewayId: `vpn-gateway:${VpnGatewayId}`, StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] })
const peering = { kind: 'vpc-peering-connection', id: 'vpc-peering-connection:p', name: 'p', RequesterVpcId: 'vpc:a', AccepterVpcId: 'vpc:b' }
const table = (id: string, vpcId: string, to: string) => ({ kind: 'route-table', id: `route-table:${id}`, name: id, VpcId: `vpc:${vpcId}`, Associations: [], Routes: [{ DestinationCidrBlock: to, target: 'vpc-peering-connection:p' }], PropagatingVgws: [] })

const namesOf = (...resources: Record<string, unknown>[]) => exportCloudFormation(design(...resources)).files.map(({ fileName }) => fileName)
const typesIn = (text: string) => Object.values(readTemplate(text).Resources).map(({ Type }) => Type.replace('AWS::EC2::', ''))

describe('templates and places', () => {
  it('are one file while all is in one place, also when only some of it says where', () => {
    expect(namesOf(vpc('a'))).toEqual(['net.yaml'])
    expect(namesOf(vpc('a', '111111111111', 'us-east-1'), vpc('b'), gateway('v'))).toEqual(['net.yaml'])
  })

  it('are one file for each account and Region otherwise, and the names say so', () => {
    expect(namesOf(vpc('a', '111111111111', 'us-east-1'), vpc('b', '111111111111', 'eu-west-1'), vpc('c', '222222222222', 'us-east-1'), vpc('d', '333333333333'))).toEqual([
      'net-111111111111-eu-west-1.yaml',
      'net-111111111111-us-east-1.yaml',
      'net-222222222222-us-east-1.yaml',
      'net-333333333333-any-region.yaml',
    ])
  })

  it('hold nothing for a design without AWS in it', () => {
    const { files, skipped } = exportCloudFormation(design({ kind: 'site', id: 'site:a', name: 'a', prefixes: [] }))
    expect(files).toEqual([])
    expect(skipped).toEqual([{ resource: 'site:a', reason: expect.stringContaining('customer side') as string }])
  })

  it('repeat a customer gateway in every Region that uses it', () => {
    const { files } = exportCloudFormation(design(vpc('a', undefined, 'us-east-1'), vpc('b', undefined, 'eu-west-1'), gateway('v', 'a'), gateway('w', 'b'), router, vpn('1', 'v'), vpn('2', 'w')))
    expect(files.map(({ text }) => typesIn(text).filter((type) => type === 'CustomerGateway' || type === 'VPNConnection').sort())).toEqual([['CustomerGateway', 'VPNConnection'], ['CustomerGateway', 'VPNConnection']])
  })

  it('ask each other through outputs and parameters, and wait for what comes later', () => {
    const { files, manualSteps } = exportCloudFormation(design(vpc('a', '111111111111', 'us-east-1'), vpc('b', '222222222222', 'eu-west-1'), peering, table('ta', 'a', '10.98.0.0/16'), table('tb', 'b', '10.97.0.0/16')))
    const [first, second] = files.map(({ text }) => readTemplate(text))
    expect(files.flatMap(({ text }) => templateErrors(readTemplate(text)))).toEqual([])
    expect(first?.Parameters?.['VpcBId']).toMatchObject({ Type: 'String', Default: '' })
    expect(first?.Resources['VpcPeeringConnectionP']).toMatchObject({ Condition: 'HasVpcBId', Properties: { PeerVpcId: { Ref: 'VpcBId' }, PeerOwnerId: '222222222222', PeerRegion: 'eu-west-1', PeerRoleArn: { Ref: 'VpcPeeringConnectionPPeerRoleArn' } } })
    expect(first?.Resources['RouteTableTaTo10x98x0x0m16']).toMatchObject({ Condition: 'HasVpcBId' })
    expect(first?.Outputs?.['VpcPeeringConnectionPId']).toMatchObject({ Condition: 'HasVpcBId' })
    expect(second?.Outputs?.['VpcBId']).toEqual({ Description: 'Identifier of b, for other templates.', Value: { Ref: 'VpcB' } })
    expect(second?.Parameters?.['VpcPeeringConnectionPId']).not.toHaveProperty('Default')
    expect(manualSteps.map((step) => step.split(' ').slice(0, 4).join(' '))).toEqual(['Create a role in', 'Create the stack of', 'Create the stack of', 'Update the stack of'])
  })

  it('say when they are larger than CloudFormation takes', () => {
    const many = Array.from({ length: 520 }, (_, index) => ({ kind: 'subnet', id: `subnet:${index}`, name: `s${index}`, VpcId: 'vpc:a', CidrBlock: `10.97.${index % 256}.0/24` }))
    const { manualSteps } = exportCloudFormation(design(vpc('a'), ...many))
    expect(manualSteps).toEqual([expect.stringMatching(/^Split net\.yaml before use: it has 521 resources, CloudFormation takes 500/), expect.stringMatching(/^Upload net\.yaml to S3/)])
  })

  it('are not broken by what names hold', () => {
    const evil = '\n  Evil: !Ref x\r\n# \u2028 *a &b {c} "d" \u0000'
    const { files } = exportCloudFormation({ ...design({ ...vpc('a'), name: evil }, { kind: 'route-table', id: 'route-table:m', name: evil, VpcId: 'vpc:a', Associations: [{ Main: true }], Routes: [], PropagatingVgws: [] }), name: evil })
    const template = readTemplate(files[0]?.text ?? '')
    expect(templateErrors(template)).toEqual([])
    expect(Object.values(template.Resources)[0]?.Properties?.['Tags']).toEqual([{ Key: 'Name', Value: evil }])
    expect(files[0]?.fileName).toBe('evil-ref-x-a-b-c-d.yaml')
  })
})
