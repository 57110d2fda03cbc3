import { readIn } from './fact.ts'

/** Numbers that a customer gateway may carry, both inclusive. */
export const CUSTOMER_ASN_RANGE = readIn('F-VPN-42', 'S2S', 'cgw-options', { least: 1, most: 4_294_967_295 })

/** Numbers that AWS keeps for itself: in every Region, or in the one named. */
export const RESERVED_ASNS = readIn('F-VPN-42', 'S2S', 'cgw-options', [
  { asn: 7224, region: undefined },
  { asn: 9059, region: 'eu-west-1' },
  { asn: 10_124, region: 'ap-northeast-1' },
  { asn: 17_943, region: 'ap-southeast-1' },
])

/** Private numbers for new customer gateways, in the order in which they are offered: AWS's default first. */
export const PRIVATE_ASN_OFFER = readIn('F-VPN-42', 'S2S', 'cgw-options', [
  { from: 65_000, to: 65_534 },
  { from: 64_513, to: 64_999 },
])
