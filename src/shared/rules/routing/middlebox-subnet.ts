import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { equalPrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { destinationsOf, destinationText } from '../readings/routes.ts'
import { subnetBlocks, subnetsByTable } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

/** The subnets where a middlebox that inspects what it is sent has its interfaces; none for what ends tunnels or hosts something. */
function homesOf(index: DesignIndex, target: ResourceId | undefined): readonly ResourceId[] {
  const resource = index.get(target)
  if (resource?.kind === 'vpc-endpoint') return resource.VpcEndpointType === 'GatewayLoadBalancer' ? (resource.SubnetIds ?? []) : []
  return resource?.kind === 'instance' && resource.role === 'firewall' ? [resource.SubnetId] : []
}

export default defineRule({
  id: 'middlebox-subnet',
  catalogue: 'R-RT-21',
  title: 'Middlebox is in the subnet whose traffic it inspects',
  severity: 'error',
  appliesTo: ['route-table', 'instance', 'vpc-endpoint'],
  why: 'What a middlebox sends on follows the table of its own subnet. When that is the table that led to it, the packet comes back to it for ever; and traffic within one subnet never passes it at all.',
  remedy: 'Give the middlebox a subnet and a route table of its own.',
  sources: [{ fact: 'F-RT-23', checked: CHECKED }],
  messages: {
    source: '{table} sends {destination} to {middlebox}, which is itself in {subnet}, a subnet of that table: what it sends on comes back to it.',
    destination: '{table} sends {destination} to {middlebox}, which is itself in {subnet}, the very subnet that it is to inspect.',
  },
  checkEach: {
    *'route-table'(table, { index }) {
      const users = subnetsByTable(index, table.VpcId).get(table) ?? []
      const reported = new Set<string>()
      for (const route of table.Routes) {
        for (const home of homesOf(index, route.target)) {
          const subnet = index.getOf('subnet', home)
          const isSource = users.some(({ id }) => id === home)
          const isDestination = subnet !== undefined && destinationsOf(index, route).some((block) => subnetBlocks(subnet).some((own) => equalPrefix(own, block)))
          const key = `${route.target} ${home} ${isSource}`
          if (!subnet || route.target === undefined || (!isSource && !isDestination) || reported.has(key)) continue
          reported.add(key)
          yield {
            message: isSource ? 'source' : 'destination',
            slots: { table: displayName(table), destination: destinationText(index, route), middlebox: nameOf(index, route.target), subnet: displayName(subnet) },
            resources: [route.target, table.id, subnet.id],
          }
        }
      }
    },
  },
})
