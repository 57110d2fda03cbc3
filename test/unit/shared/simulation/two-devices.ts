import { Sketch } from './sketch.ts'

/** A site with two devices, each on an ISP link of its own, at the VGW of a VPC with a subnet in each of two zones. */
export function twoDevices() {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const hq = sketch.site('hq', '192.168.0.0/16', ['one', 'two'])
  for (const [index, link] of ['one', 'two'].entries()) {
    const device = sketch.add('customer-gateway', `d${index}`, { site: hq, ispLinks: [`isp-link:${link}`] })
    sketch.add('vpn-connection', `v${index}`, { CustomerGatewayId: device, VpnGatewayId: vgw })
  }
  return { sketch, hq, vpc, subnets, intent: sketch.intent(hq, vpc) }
}

export const D0 = 'customer-device:customer-gateway:d0'
export const D1 = 'customer-device:customer-gateway:d1'
export const LINK_ONE = 'isp-link:isp-link:one'
export const LINK_TWO = 'isp-link:isp-link:two'
export const TUNNEL_1 = 'vpn-tunnel:vpn-connection:v0/1'
export const TUNNEL_2 = 'vpn-tunnel:vpn-connection:v0/2'
export const ZONE_A = 'availability-zone:eu-west-1/eu-west-1a'
export const ZONE_B = 'availability-zone:eu-west-1/eu-west-1b'
export const REGION = 'region:eu-west-1'
