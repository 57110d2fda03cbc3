import { displayName } from '../../document/query.ts'
import { DEFAULT_AMAZON_ASN } from '../../facts/vpn.ts'
import { sentence } from '../readings/names.ts'
import { giveFreeAsn } from '../remedies/free-asn.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'default-amazon-asn',
  catalogue: 'R-VPN-35',
  title: 'Virtual private gateway with the default ASN beside others that use it',
  severity: 'warning',
  appliesTo: ['vpn-gateway'],
  after: ['customer-gateway-asn', 'direct-connect-asn'],
  why: "AWS gives every gateway the ASN 64512 unless told otherwise, and that of a virtual private gateway cannot be changed later. Routers that use the number too can never be joined to it by BGP.",
  remedy: 'Plan the ASNs of all gateways and routers, and set them when the gateways are made.',
  sources: [DEFAULT_AMAZON_ASN],
  messages: { same: 'The default ASN {asn} is that of {gateways} and also of {others}: plan the ASNs before they have to meet.' },
  *check({ index }) {
    const asn = DEFAULT_AMAZON_ASN.value
    const own = index.all('vpn-gateway').filter(({ AmazonSideAsn }) => AmazonSideAsn === asn)
    const others = [...index.all('customer-gateway').filter(({ BgpAsn }) => BgpAsn === asn), ...index.all('transit-gateway').filter(({ AmazonSideAsn }) => AmazonSideAsn === asn), ...index.all('direct-connect-gateway').filter(({ AmazonSideAsn }) => AmazonSideAsn === asn)]
    const [first, ...more] = own
    if (!first || others.length === 0) return
    const slots = { gateways: sentence(own.map(displayName)), others: sentence(others.map(displayName)), asn }
    yield { message: 'same', slots, resources: [first.id, ...more.map(({ id }) => id), ...others.map(({ id }) => id)], field: 'AmazonSideAsn', fixes: more.length === 0 ? giveFreeAsn(index, first) : [] }
  },
})
