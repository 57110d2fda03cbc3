import { freeExampleAddress } from '../../document/commands/addresses.ts'
import { isPublicSubnet } from '../../document/public-subnet.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Demand, unmetDemands } from '../readings/demands.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** The host that the internet is to reach. */
function hostOf(index: DesignIndex, { from, to, intent }: Demand): ResourceOf<'instance'> | ResourceOf<'network-interface'> | undefined {
  const end = from.type === 'internet' ? to.id : to.type === 'internet' && intent.direction === 'both' ? from.id : undefined
  const host = end === undefined || end === 'internet' ? undefined : index.get(end)
  return host?.kind === 'instance' || host?.kind === 'network-interface' ? host : undefined
}

function giveAddress(index: DesignIndex, host: ResourceOf<'instance'> | ResourceOf<'network-interface'>): Fix[] {
  const address = freeExampleAddress(index)
  return address === undefined ? [] : [fix(`Give ${displayName(host)} a public address (${address} stands for it)`, setField(host, 'PublicIpAddress', address))]
}

export default defineRule({
  id: 'public-address-missing',
  catalogue: 'R-EDGE-12',
  title: 'Host that the internet must reach has no public address',
  severity: 'error',
  appliesTo: ['instance', 'network-interface'],
  after: ['internet-gateway-unattached', 'public-access-blocked'],
  why: 'A public subnet leads its hosts to the internet gateway, but the gateway only knows hosts with a public IPv4 address, or IPv6. Nobody outside can address any other.',
  remedy: 'Give the host an Elastic IP address, or put a load balancer before it.',
  sources: [{ fact: 'F-EDGE-1', checked: CHECKED }],
  messages: { private: 'The internet must reach {host} in the public subnet {subnet}, but {host} has no public IPv4 address.' },
  *check(context) {
    const { index } = context
    const reported = new Set<string>()
    for (const demand of unmetDemands(context)) {
      const host = hostOf(index, demand)
      const subnet = index.getOf('subnet', host?.SubnetId)
      if (!host || !subnet || !isPublicSubnet(index, subnet) || reported.has(host.id)) continue
      if (host.PublicIpAddress !== undefined || (host.Ipv6Addresses ?? []).length > 0) continue
      reported.add(host.id)
      yield {
        message: 'private',
        slots: { host: displayName(host), subnet: displayName(subnet) },
        resources: [host.id, subnet.id],
        field: 'PublicIpAddress',
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
        fixes: giveAddress(index, host),
      }
    }
  },
})
