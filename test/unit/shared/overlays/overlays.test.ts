import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import type { OverlayName } from '../../../../src/shared/document/overlay-name.ts'
import { lookOf, SIGNS } from '../../../../src/shared/drawing/remarks.ts'
import { remarksOf } from '../../../../src/shared/overlays/index.ts'
import { patternDesign } from '../../../../src/shared/patterns/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { finish } from '../../../../src/shared/slices.ts'
import { Sketch } from '../simulation/sketch.ts'

/** What an overlay says, by name of the thing: sign and words. */
function said(design: Design, overlay: OverlayName, failed: readonly string[] = []): Record<string, string> {
  const { at } = finish(remarksOf(simulate(design), overlay, failed))
  return Object.fromEntries([...at].map(([id, { sign, text }]) => [(design.resources as Record<string, { name: string }>)[id]?.name ?? id, `${sign ?? ''} ${text}`.trim()]))
}

const hintOf = (design: Design, overlay: OverlayName, id: string) => finish(remarksOf(simulate(design), overlay)).at.get(id)?.hint

/** Two ways from a data centre to a VPC, one of them idle. */
const twoLines = patternDesign('a6b-direct-connect-high-resiliency')
const oneVpn = patternDesign('a1-managed-vpn')

describe('routing', () => {
  it('tells the way that carries an intent from the one that would take over', () => {
    expect(said(twoLines, 'routing')).toMatchObject({ 'VIF 1': 'active active', 'VIF 2': 'standby standby', 'DX association 1': 'active active' })
  })

  it('follows what is switched off', () => {
    const vif = Object.values(twoLines.resources).find(({ name }) => name === 'VIF 1')
    const port = vif?.kind === 'virtual-interface' ? vif.ConnectionId : undefined
    const now = said(twoLines, 'routing', [`dx-connection:${port ?? ''}`])
    expect(now).toMatchObject({ 'VIF 1': 'unused unused', 'VIF 2': 'active active' })
  })

  it('says which tunnel carries, and nothing of roles while no intent is accepted', () => {
    expect(said(oneVpn, 'routing')['VPN 1']).toMatch(/^active active · tunnel [12]$/)
    expect(said({ ...oneVpn, intents: {} }, 'routing')).toEqual({})
  })
})

describe('failures', () => {
  it('counts what each single point of failure breaks', () => {
    const marks = said(oneVpn, 'failures')
    expect(Object.entries(marks).map(([name, text]) => `${name}: ${text}`).sort()).toEqual(['Headquarters ISP: single-point breaks 1 intent', 'Headquarters gateway: single-point breaks 1 intent'])
    expect(said(twoLines, 'failures')).toEqual({})
  })

  it('marks a shared location at its ports', () => {
    const marks = said(patternDesign('a6a-direct-connect-two-devices'), 'failures')
    expect(Object.values(marks).filter((text) => text === 'single-point its location breaks 1 intent')).toHaveLength(2)
  })

  it('shows what is down, and what breaks next', () => {
    const [element] = simulate(oneVpn).elements.filter(({ kind }) => kind === 'vpn-tunnel')
    const marks = said(oneVpn, 'failures', [element?.element ?? ''])
    expect(marks['VPN 1']).toBe('down tunnel 1 down')
    expect(Object.values(marks)).toContain('single-point breaks 1 intent')
  })
})

describe('addresses', () => {
  const sketch = new Sketch()
  sketch.vpc('one', '10.0.0.0/16', ['a'])
  const { vpc } = sketch.vpc('two', '10.0.0.0/17', ['a'])
  sketch.vpc('apart', '10.9.0.0/16', ['a'])
  sketch.add('subnet', 'twin', { VpcId: vpc, CidrBlock: '10.0.1.0/25' })
  const site = sketch.site('hq', '10.9.8.0/24', ['isp'])
  sketch.add('site', 'branch', { prefixes: ['192.168.0.0/16', '0.0.0.0/0'] })
  const router = sketch.add('customer-gateway', 'router', { site, BgpAsn: 65010, IpAddress: '203.0.113.5' })
  const gateway = sketch.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64600 })
  sketch.add('virtual-interface', 'vif', { customerRouter: router, DirectConnectGatewayId: gateway, CustomerAddress: '169.254.1.2/30', AmazonAddress: '169.254.1.1/30', Asn: 65010, Vlan: 12 })

  it('shows blocks, inside addresses and ASNs, and marks what overlaps, a block in a block too', () => {
    expect(said(sketch.design(), 'addresses')).toEqual({
      one: 'overlap overlaps: 10.0.0.0/16',
      'one-a': '10.0.1.0/24',
      two: 'overlap overlaps: 10.0.0.0/17',
      'two-a': 'overlap overlaps: 10.0.1.0/24',
      twin: 'overlap overlaps: 10.0.1.0/25',
      apart: 'overlap overlaps: 10.9.0.0/16',
      'apart-a': '10.9.1.0/24',
      hq: 'overlap overlaps: 10.9.8.0/24',
      branch: '192.168.0.0/16, 0.0.0.0/0',
      router: 'ASN 65010 · 203.0.113.5',
      dxgw: 'ASN 64600',
      vif: '169.254.1.2/30 – 169.254.1.1/30 · ASN 65010 · VLAN 12',
    })
    expect(hintOf(sketch.design(), 'addresses', 'site:hq')).toBe('10.9.8.0/24; overlaps apart (10.9.0.0/16)')
  })
})

describe('security', () => {
  const anyone = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
  // The very block that examples use: nobody in it stands for everybody.
  const office = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.0/24' }] }
  const out = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]
  const sketch = new Sketch()
  const igw = sketch.add('internet-gateway', 'igw', {})
  const { vpc, subnets: [front, back] } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'])
  sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
  const table = sketch.add('route-table', 'public', { VpcId: vpc, Associations: [{ SubnetId: front }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
  const group = (name: string, rules: object[]) => sketch.add('security-group', name, { VpcId: vpc, Description: name, IpPermissions: rules, IpPermissionsEgress: out })
  const host = (name: string, subnet: typeof front, last: number, groups: readonly string[], isPublic = true) =>
    sketch.add('instance', name, { SubnetId: subnet, PrivateIpAddress: `10.0.${subnet === front ? 1 : 2}.${last}`, SecurityGroupIds: groups, ...(isPublic ? { PublicIpAddress: `198.51.100.${last}` } : {}) })
  const web = host('web', front, 10, [group('web-in', [anyone, office])])
  host('bastion', front, 11, [group('office-in', [office])])
  host('inner', front, 12, [group('open-in', [anyone])], false)
  host('behind', back, 13, [group('back-in', [anyone])])
  const design = sketch.design()

  it('says what gets in, from whom, as traced there and back', () => {
    expect(said(design, 'security')).toMatchObject({
      web: 'open open: tcp/443',
      bastion: 'open tcp/22 from 203.0.113.0/24',
      inner: 'closed closed',
      behind: 'closed closed',
      'prod-a': 'open public · 2 of 3 hosts open',
      'prod-b': 'closed private · closed',
    })
    expect(hintOf(design, 'security', web)).toBe('from anywhere on the internet: tcp/443; from 203.0.113.0/24: tcp/22,443; security groups: web-in; network ACL: none drawn, so none filters')
    const simulation = simulate(design)
    const works = (sourceAddress: string, port: number) => simulation.trace({ from: 'internet', to: web, sourceAddress, protocol: 6, port }).works
    expect([works('8.8.8.8', 443), works('8.8.8.8', 22), works('203.0.113.77', 22)]).toEqual([true, false, true])
  })

  it('is not fooled by a rule whose way there or back is missing', () => {
    const without = { ...design, resources: Object.fromEntries(Object.entries(design.resources).filter(([id]) => id !== (table as string))) as typeof design.resources }
    expect(said(without, 'security')).toMatchObject({ web: 'closed closed', 'prod-a': 'closed private · closed' })
  })

  it('says that it cannot tell where hosts and their groups are not drawn', () => {
    const bare = (fields: Readonly<Record<string, unknown>>) => {
      const empty = new Sketch()
      const gateway = empty.add('internet-gateway', 'igw', {})
      const { vpc: id, subnets: [only] } = empty.vpc('v', '10.0.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: gateway }] })
      empty.set(gateway, { Attachments: [{ VpcId: id }] })
      empty.set(only as never, fields)
      return said(empty.design(), 'security')['v-a']
    }
    expect(bare({ MapPublicIpOnLaunch: true })).toBe('open-untold public · cannot tell')
    expect(bare({ MapPublicIpOnLaunch: false })).toBe('closed public · closed')
    expect(bare({})).toBe('open-untold public · cannot tell')
  })

  it('tells encrypted links from clear ones, and MACsec of a LAG by its members', () => {
    const lines = new Sketch()
    const lag = lines.add('direct-connect-lag', 'lag', {})
    for (const name of ['one', 'two']) lines.add('direct-connect-connection', name, { LagId: lag, EncryptionMode: 'must_encrypt' })
    const router = lines.add('customer-gateway', 'router', { site: lines.site('hq', '192.168.0.0/16', []) })
    const gateway = lines.add('direct-connect-gateway', 'dxgw', {})
    lines.add('virtual-interface', 'vif', { ConnectionId: lag, customerRouter: router, DirectConnectGatewayId: gateway })
    lines.add('virtual-interface', 'bare', { customerRouter: router, DirectConnectGatewayId: gateway, ConnectionId: lines.add('direct-connect-connection', 'port', {}) })
    lines.add('vpn-connection', 'vpn', { CustomerGatewayId: router, VpnGatewayId: lines.add('vpn-gateway', 'vgw', {}) })
    expect(said(lines.design(), 'security')).toEqual({ vif: 'encrypted encrypted (MACsec)', bare: 'clear not encrypted (no MACsec)', vpn: 'encrypted encrypted (IPsec)' })
    lines.set('direct-connect-connection:two' as never, { EncryptionMode: 'should_encrypt' })
    expect(said(lines.design(), 'security').vif).toBe('encryption-untold cannot tell')
  })
})

it('no two signs of one overlay look alike but for their ink', () => {
  const groups = { cost: ['price', 'usage', 'price-untold'], routing: ['active', 'standby', 'unused'], failures: ['single-point', 'down'], security: ['open', 'closed', 'open-untold', 'encrypted', 'clear'] } as const
  for (const signs of Object.values(groups)) expect(new Set(signs.map((sign) => lookOf(sign).glyph)).size).toBe(signs.length)
  expect(new Set(Object.values(SIGNS).map(({ words }) => words)).size).toBe(Object.keys(SIGNS).length)
})
