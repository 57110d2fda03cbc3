import { describe, expect, it } from 'vitest'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { AB, circuit, device, isp, line, location, member, SA, SB, wholeLine } from './elements.ts'
import { broken, changed, edited, stating, truthOf } from './judged.ts'

const at = (id: string): ResourceId => id as ResourceId

describe('A5', () => {
  it('a circuit that is not drawn is no element', () => {
    expect(truthOf(changed('a5-direct-connect', { 'carrier-circuit:1': null }))).toEqual({ [SA]: [...line].sort() })
  })
})

describe('A5 and another Region', () => {
  const errors = (design: ReturnType<typeof changed>) => checkDesign(design, simulate(design)).filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
  const away = { 'vpc:1': { Region: 'us-east-1' }, 'vpn-gateway:1': { Region: 'us-east-1' }, 'subnet:1': { AvailabilityZone: 'us-east-1a' }, 'subnet:2': { AvailabilityZone: 'us-east-1b' } }

  it('the gateway must be in the Region of the port', () => {
    expect(errors(changed('a5-direct-connect', away))).toEqual(['virtual-interface-region'])
  })

  it('elsewhere a Direct Connect gateway leads there', () => {
    const design = changed('a5-direct-connect', {
      ...away,
      'direct-connect-gateway:x': { AmazonSideAsn: 64_600 },
      'direct-connect-gateway-association:x': { DirectConnectGatewayId: 'direct-connect-gateway:x', VpnGatewayId: 'vpn-gateway:1' },
      'virtual-interface:1': { VirtualGatewayId: undefined, DirectConnectGatewayId: 'direct-connect-gateway:x' },
    })
    expect(errors(design)).toEqual([])
    expect(truthOf(design)).toEqual({ [SA]: [...wholeLine].sort() })
  })
})

describe('A6', () => {
  it('a) a second router leaves the location alone', () => {
    const design = changed('a6a-direct-connect-two-devices', {
      'customer-gateway:x': { site: 'site:1', BgpAsn: 65_000 },
      'virtual-interface:2': { customerRouter: 'customer-gateway:x' },
    })
    expect(truthOf(design)).toEqual({ [SA]: [location] })
  })

  it('a) a circuit that both connections share is one, as where the router stands in the location', () => {
    const design = changed('a6a-direct-connect-two-devices', {
      'site:x': { prefixes: [], siteType: 'colocation' },
      'customer-gateway:1': { site: 'site:x', announcedPrefixes: ['192.168.0.0/24'] },
      'carrier-circuit:1': { ConnectionId: undefined, colocation: 'site:x' },
      'carrier-circuit:2': null,
    })
    expect(truthOf(design)).toEqual({ [SA]: [circuit(1), device(1), location].sort() })
  })

  it.each(['a6b-direct-connect-high-resiliency', 'a6c-direct-connect-maximum-resiliency'] as const)('b, c) %s: one router for all is one', (id) => {
    const interfaces = ['virtual-interface:1', 'virtual-interface:2', ...(id.startsWith('a6c') ? ['virtual-interface:3', 'virtual-interface:4'] : [])]
    const design = changed(id, Object.fromEntries(interfaces.map((name) => [name, { customerRouter: 'customer-gateway:1' }])))
    expect(truthOf(design)).toEqual({ [SA]: [device(1)] })
  })

  it('d) with a minimum of all members each port is one', () => {
    const whole = [circuit(1), device(1), 'dx-device:direct-connect-connection:1', location]
    expect(truthOf(changed('a6d-direct-connect-lag', { 'direct-connect-lag:1': { MinimumLinks: 2 } }))).toEqual({ [SA]: [...whole, member(1), member(2)].sort() })
    expect(truthOf(changed('a6d-direct-connect-lag', { 'direct-connect-lag:1': { MinimumLinks: 0 } }))).toEqual({ [SA]: whole.sort() })
  })
})

describe('A7', () => {
  it('a supernet that the site announces joins the VPCs', () => {
    expect(broken(changed('a7-direct-connect-gateway', { 'customer-gateway:1': { announcedPrefixes: ['192.168.0.0/24', '10.0.0.0/8'] } }))).toEqual(['vpc:1 <-/-> vpc:2'])
  })

  it('allowed prefixes filter whole blocks of a VPC', () => {
    const association = 'direct-connect-gateway-association:2'
    expect(broken(changed('a7-direct-connect-gateway', { [association]: { AllowedPrefixes: ['10.1.0.0/17'] } }))).toEqual([SB])
    expect(broken(changed('a7-direct-connect-gateway', { [association]: { AllowedPrefixes: ['10.0.0.0/8'] } }))).toEqual([])
  })

  it('sites join with SiteLink on at both virtual interfaces, and not else', () => {
    const second = (here: boolean, there: boolean) => stating(changed('a7-direct-connect-gateway', {
      'site:x': { prefixes: ['192.168.99.0/24'] },
      'customer-gateway:x': { site: 'site:x', BgpAsn: 65_099 },
      'direct-connect-connection:x': { Location: 'EqLD5', Region: 'eu-west-2' },
      'virtual-interface:1': { SiteLinkEnabled: here },
      'virtual-interface:x': { ConnectionId: 'direct-connect-connection:x', customerRouter: 'customer-gateway:x', Asn: 65_099, DirectConnectGatewayId: 'direct-connect-gateway:1', SiteLinkEnabled: there },
    }), 'site:1 <-> site:x')
    expect(broken(second(true, true))).toEqual([])
    expect(broken(second(true, false))).toEqual(['site:1 <-> site:x'])
    expect(broken(second(false, false))).toEqual(['site:1 <-> site:x'])
  })
})

describe('A8', () => {
  it('a VPC that the allowed prefixes leave out is not reached', () => {
    expect(broken(changed('a8-direct-connect-transit-gateway', { 'direct-connect-gateway-association:1': { AllowedPrefixes: ['10.0.0.0/16'] } }))).toEqual([SB])
  })

  it('a summary of the VPCs will do, announced as it stands', () => {
    expect(broken(changed('a8-direct-connect-transit-gateway', { 'direct-connect-gateway-association:1': { AllowedPrefixes: ['10.0.0.0/8'] } }))).toEqual([])
  })

  it('tables that isolate the VPCs keep the site', () => {
    const attachments = ['transit-gateway-vpc-attachment:1', 'transit-gateway-vpc-attachment:2']
    const association = 'direct-connect-gateway-association:1'
    const design = changed('a8-direct-connect-transit-gateway', {
      'transit-gateway-route-table:1': { Associations: attachments, Propagations: [association] },
      'transit-gateway-route-table:x': { TransitGatewayId: 'transit-gateway:1', Associations: [association], Propagations: attachments },
    })
    expect(broken(design)).toEqual([AB])
  })
})

describe('A8 towards what is not there', () => {
  it('the site is told of allowed prefixes that no table has a route for', () => {
    const design = changed('a8-direct-connect-transit-gateway', { 'direct-connect-gateway-association:1': { AllowedPrefixes: ['10.0.0.0/8'] } })
    const { forward } = simulate(design).trace({ from: at('site:1'), toAddress: '10.77.0.1', protocol: 'some' })
    expect(forward.success).toBe(false)
    expect(forward.hops.map(({ kind }) => kind).at(-1)).toBe('transit-gateway')
  })
})

describe('A9', () => {
  it('with the gateway reachable through an ISP too, nothing of the line is one', () => {
    expect(truthOf(changed('a9-direct-connect-vpn', { 'isp-link:x': { site: 'site:1' } }))).toEqual({ [SA]: [device(1)] })
  })

  it('a device of its own counts beside the router of the line', () => {
    const design = changed('a9-direct-connect-vpn', { 'customer-gateway:x': { site: 'site:1', BgpAsn: 65_000, IpAddress: '203.0.113.1' }, 'customer-gateway:1': { IpAddress: undefined }, 'vpn-connection:1': { CustomerGatewayId: 'customer-gateway:x' } })
    expect(truthOf(design)).toEqual({ [SA]: [...wholeLine, 'customer-device:customer-gateway:x'].sort() })
  })
})

describe('A10', () => {
  const [over, private_] = ['a10a-direct-connect-transit-gateway-vpn', 'a10b-private-ip-vpn'] as const
  const tunnels = (design: ReturnType<typeof changed>) => {
    const { forward, return: back, works } = simulate(design).trace({ from: at('site:1'), to: at('subnet:1'), protocol: 'some' })
    return { works, encrypted: [forward, back].map((path) => path?.hops.some(({ steps }) => steps.some(({ kind }) => kind === 'tunnel'))) }
  }

  it('with the hub reachable through an ISP too, nothing of the line is one', () => {
    expect(truthOf(changed(over, { 'isp-link:x': { site: 'site:1' } }))).toMatchObject({ [SA]: [device(1)], [SB]: [device(1)] })
  })

  it('private IP does not fall back to the internet', () => {
    expect(truthOf(changed(private_, { 'isp-link:x': { site: 'site:1' } }))).toMatchObject({ [SA]: [...wholeLine].sort(), [SB]: [...wholeLine].sort() })
  })

  it('the allowed prefixes must hold the addresses of the hub', () => {
    expect(broken(changed(private_, { 'direct-connect-gateway-association:1': { AllowedPrefixes: [] } }))).toEqual([SA, SB])
  })

  it('is encrypted both ways, unless the hub learns the site over the plain line', () => {
    expect(tunnels(changed(private_, {}))).toEqual({ works: true, encrypted: [true, true] })
    const attachments = ['transit-gateway-vpc-attachment:1', 'transit-gateway-vpc-attachment:2', 'vpn-connection:1', 'direct-connect-gateway-association:1']
    expect(tunnels(changed(private_, { 'transit-gateway-route-table:1': { Propagations: attachments } })).encrypted).toEqual([true, false])
  })

  it('is encrypted no longer once the router learns the VPCs over the plain line', () => {
    const design = changed(private_, { 'direct-connect-gateway-association:1': { AllowedPrefixes: ['100.64.0.0/24', '10.0.0.0/16'] } })
    expect(tunnels(design).encrypted[0]).toBe(false)
  })

  it('a VPC that the table of the VPN does not know is not reached', () => {
    const rest = ['transit-gateway-vpc-attachment:1', 'vpn-connection:1']
    expect(broken(changed(over, { 'transit-gateway-route-table:1': { Propagations: rest } }))).toEqual([SB, AB])
  })
})

describe('isolation of the two sides', () => {
  it('an ISP link that the device does not use is no help', () => {
    const design = edited(changed('a9-direct-connect-vpn', { 'isp-link:x': { site: 'site:1' }, 'isp-link:y': { site: 'site:1' } }), { 'customer-gateway:1': { ispLinks: ['isp-link:x'] } })
    expect(truthOf(design)).toEqual({ [SA]: [device(1)] })
    expect(truthOf(design)[SA]).not.toContain(isp(1))
  })
})
