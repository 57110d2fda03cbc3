import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { parseAddress } from '../../net/address.ts'
import { containsAddress, parsePrefixes } from '../../net/prefix.ts'
import { campuses } from '../readings/campuses.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpn-over-internet',
  catalogue: 'R-VPN-26',
  title: 'VPN runs over the internet',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-connection'],
  why: 'Nobody commits to the latency, jitter and availability of the internet between the site and AWS. The VPN is encrypted, but it is only as steady as that path.',
  remedy: 'Tell the users of the connection, or use Direct Connect where they need steadiness.',
  sources: [{ fact: 'F-VPN-7', checked: CHECKED }],
  messages: { internet: 'Over the internet: {connections}. Nobody commits to the latency, jitter and availability of that path.' },
  *check({ index }) {
    const over = campuses(index).flatMap(({ vpns, publicInterfaces }) => {
      const announced = parsePrefixes(publicInterfaces.flatMap(({ RouteFilterPrefixes = [] }) => RouteFilterPrefixes))
      return vpns.filter(({ OutsideIpAddressType, CustomerGatewayId }) => {
        const address = parseAddress(index.getOf('customer-gateway', CustomerGatewayId)?.IpAddress ?? '')
        return OutsideIpAddressType !== 'PrivateIpv4' && !(address && announced.some((prefix) => containsAddress(prefix, address)))
      })
    })
    const [first, ...others] = over
    if (first) yield { message: 'internet', slots: { connections: sentence(over.map(displayName)) }, resources: [first.id, ...others.map(({ id }) => id)] }
  },
})
