import type { Design, Intent } from '../../../../../src/shared/document/design.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { Sketch } from '../sketch.ts'

/** A small hybrid network: what stands at the customer's site, and how it reaches one VPC. */
export interface HybridPlan {
  readonly zones: readonly string[]
  readonly gateway: 'vpn-gateway' | 'transit-gateway'
  readonly isps: readonly string[]
  /** One device each: the ISP links that it uses (none: all of the site's), and whether its two tunnels are configured. */
  readonly devices: readonly { readonly links: readonly string[]; readonly tunnels: readonly [boolean, boolean]; readonly isStatic?: boolean }[]
  /** One connection each, on the router of that index: its location and AWS device. */
  readonly circuits: readonly { readonly router: number; readonly location: string; readonly device: string; readonly fields?: Readonly<Record<string, unknown>> }[]
}

/** Draws the plan, with the intent that site and VPC reach each other. */
export function hybrid(plan: HybridPlan): { readonly sketch: Sketch; readonly intent: Intent; readonly site: ResourceId; readonly vpc: ResourceId } {
  const sketch = new Sketch()
  const onTransit = plan.gateway === 'transit-gateway'
  const gateway = onTransit ? sketch.add('transit-gateway', 'gw', { Region: 'eu-west-1', AmazonSideAsn: 64512 }) : sketch.add('vpn-gateway', 'gw', { Region: 'eu-west-1', AmazonSideAsn: 64512 })
  const routes = onTransit ? [{ DestinationCidrBlock: '192.168.0.0/16', target: gateway }] : []
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', plan.zones, { routes, propagating: onTransit ? [] : [gateway] })
  const attachments: ResourceId[] = []
  if (onTransit) attachments.push(sketch.add('transit-gateway-vpc-attachment', 'prod-gw', { TransitGatewayId: gateway, VpcId: vpc, SubnetIds: subnets }))
  else sketch.set(gateway, { VpcAttachments: [{ VpcId: vpc }] })
  const site = sketch.site('hq', '192.168.0.0/16', plan.isps)
  const devices = plan.devices.map(({ links, tunnels, isStatic }, at) => {
    const device = sketch.add('customer-gateway', `d${at}`, { site, ispLinks: links.map((link) => `isp-link:${link}`), BgpAsn: 65000 })
    const ends = onTransit ? { TransitGatewayId: gateway } : { VpnGatewayId: gateway }
    const statics = isStatic === true && !onTransit ? { StaticRoutesOnly: true, Routes: [{ DestinationCidrBlock: '192.168.0.0/16' }] } : {}
    if (tunnels.includes(true)) attachments.push(sketch.add('vpn-connection', `v${at}`, { CustomerGatewayId: device, ...ends, ...statics, TunnelOptions: tunnels.map((configured) => ({ configured })) }))
    return device
  })
  if (plan.circuits.length > 0) {
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64600 })
    const association = sketch.add('direct-connect-gateway-association', 'dxa', { DirectConnectGatewayId: dxgw, ...(onTransit ? { TransitGatewayId: gateway, AllowedPrefixes: ['10.0.0.0/16'] } : { VpnGatewayId: gateway }) })
    if (onTransit) attachments.push(association)
    for (const [at, { router, location, device, fields }] of plan.circuits.entries()) {
      const connection = sketch.add('direct-connect-connection', `dx${at}`, { Location: location, AwsLogicalDeviceId: device })
      sketch.add('virtual-interface', `vif${at}`, { VirtualInterfaceType: onTransit ? 'transit' : 'private', ConnectionId: connection, customerRouter: devices[router], DirectConnectGatewayId: dxgw, ...fields })
    }
  }
  if (onTransit) sketch.add('transit-gateway-route-table', 'main', { TransitGatewayId: gateway, Associations: attachments, Propagations: attachments })
  return { sketch, intent: sketch.intent(site, vpc), site, vpc }
}

/** The design with what is assumed of kinds, elements or all of it. */
export function assuming(design: Design, assumptions: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Design {
  return { ...design, assumptions: Object.fromEntries(Object.entries(assumptions).map(([id, fields]) => [id, { id, ...fields }])) as Design['assumptions'] & object }
}
