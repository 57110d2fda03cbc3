import { expect, it } from 'vitest'
import { readVpnConfiguration } from '../../../../src/shared/import/vpn-configuration.ts'

const tunnel = (outside: string, inside: string) =>
  `<ipsec_tunnel><customer_gateway><tunnel_outside_address><ip_address>192.0.2.1</ip_address></tunnel_outside_address><bgp><asn>65010</asn></bgp></customer_gateway>` +
  `<vpn_gateway><tunnel_outside_address><ip_address>${outside}</ip_address></tunnel_outside_address><tunnel_inside_address><ip_address>${inside}</ip_address><network_cidr>30</network_cidr></tunnel_inside_address></vpn_gateway></ipsec_tunnel>`

it('reads the AWS end of both tunnels and the customer’s address and ASN', () => {
  expect(readVpnConfiguration(`<vpn_connection>${tunnel('203.0.113.1', '169.254.59.17')}${tunnel('203.0.113.2', '169.254.58.197')}</vpn_connection>`)).toEqual({
    tunnels: [
      { OutsideIpAddress: '203.0.113.1', TunnelInsideCidr: '169.254.59.16/30' },
      { OutsideIpAddress: '203.0.113.2', TunnelInsideCidr: '169.254.58.196/30' },
    ],
    customerAddress: '192.0.2.1',
    customerAsn: 65010,
  })
})

it('reads nothing from nothing, and no more than there is', () => {
  expect(readVpnConfiguration('')).toEqual({ tunnels: [] })
  expect(readVpnConfiguration('<ipsec_tunnel>')).toEqual({ tunnels: [] })
  expect(readVpnConfiguration('<ipsec_tunnel><vpn_gateway></ipsec_tunnel>')).toEqual({ tunnels: [{}] })
})
