import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { parseAddress } from '../../net/address.ts'
import { containsAddress, containsPrefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'peer-address-as-source',
  catalogue: 'R-DX-43',
  title: 'BGP addresses of a transit virtual interface used by applications',
  severity: 'warning',
  appliesTo: ['virtual-interface'],
  why: 'The small network between the customer router and AWS is not passed on to the transit gateway. Whatever sends from an address in it gets no reply.',
  remedy: "Send from an address of the site's own network.",
  sources: [{ fact: 'F-DX-49', checked: CHECKED }],
  messages: {
    server: '{server} has {address} out of the BGP network {network} of {vif}: nothing behind the transit gateway can reply to it.',
    prefix: '{site} names {prefix}, which belongs to the BGP network {network} of {vif}: nothing behind the transit gateway can reply to it.',
  },
  checkEach: {
    *'virtual-interface'(vif, { index }) {
      const network = parsePrefix(vif.CustomerAddress ?? '')
      const site = index.getOf('site', index.getOf('customer-gateway', vif.customerRouter)?.site)
      if (vif.VirtualInterfaceType !== 'transit' || !network || !site || vif.CustomerAddress === undefined) return
      const slots = { network: vif.CustomerAddress, vif: displayName(vif) }
      for (const server of index.childrenOf('server', site.id)) {
        const address = parseAddress(server.IpAddress ?? '')
        if (address && server.IpAddress !== undefined && containsAddress(network, address)) yield { message: 'server', slots: { ...slots, server: displayName(server), address: server.IpAddress }, resources: [server.id, vif.id], field: 'IpAddress' }
      }
      const own = site.prefixes.find((text) => parsePrefixes([text]).some((prefix) => containsPrefix(network, prefix)))
      if (own !== undefined) yield { message: 'prefix', slots: { ...slots, site: nameOf(index, site.id), prefix: own }, resources: [site.id, vif.id], field: 'prefixes' }
    },
  },
})
