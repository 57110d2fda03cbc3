import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { selectedRoute } from '../readings/routes.ts'
import { publicTable } from '../remedies/public-table.ts'
import { defineRule } from '../rule.ts'

const [anywhere] = parsePrefixes(['0.0.0.0/0'])

/** Kinds that may take the packets of a NAT gateway on their way out: the gateway itself, or a middlebox before it. */
const WAYS_OUT: readonly (string | undefined)[] = ['internet-gateway', 'instance', 'network-interface', 'vpc-endpoint']

/** The route by which a subnet sends the internet's addresses. */
function exitOf(index: DesignIndex, subnet: ResourceOf<'subnet'>) {
  const table = index.routeTableOf(subnet)
  return table && anywhere && selectedRoute(index, table, anywhere)
}

export default defineRule({
  id: 'nat-gateway-subnet',
  catalogue: 'R-EDGE-03',
  title: 'Public NAT gateway without a way out or without an address',
  severity: 'error',
  appliesTo: ['nat-gateway', 'route-table'],
  after: ['blackhole-route', 'internet-gateway-unattached', 'nat-gateway-loop'],
  why: 'A zonal NAT gateway sends what it has translated by the route table of its own subnet, and needs an Elastic IP address to translate to. In a private subnet it leads nowhere.',
  remedy: 'Put it into a subnet whose default route leads to the internet gateway, and give it an Elastic IP address.',
  sources: [{ fact: 'F-EDGE-10', checked: CHECKED }],
  messages: {
    'no-way-out': '{nat} is in {subnet}, which has no default route to an internet gateway.',
    elsewhere: '{nat} is in {subnet}, which sends 0.0.0.0/0 to {target} instead of an internet gateway.',
    'no-address': '{nat} has no Elastic IP address.',
  },
  checkEach: {
    *'nat-gateway'(nat, { index }) {
      const subnet = index.getOf('subnet', nat.SubnetId)
      if (nat.ConnectivityType === 'private' || nat.AvailabilityMode === 'regional') return
      const addresses = nat.NatGatewayAddresses
      if (addresses.length > 0 && addresses.every(({ PublicIp, AllocationId }) => PublicIp === undefined && AllocationId === undefined)) {
        yield { message: 'no-address', slots: { nat: displayName(nat) }, resources: [nat.id], field: 'NatGatewayAddresses' }
      }
      const exit = subnet && exitOf(index, subnet)
      const target = index.get(exit?.target)
      // What an import found and the design does not model may be a way out.
      if (!subnet || WAYS_OUT.includes(target?.kind) || (!target && exit?.targetAwsId !== undefined)) return
      const table = index.routeTableOf(subnet)
      yield {
        message: target ? 'elsewhere' : 'no-way-out',
        slots: { nat: displayName(nat), subnet: displayName(subnet), target: target ? nameOf(index, target.id) : '' },
        resources: [nat.id, subnet.id, ...(table ? [table.id] : []), ...(target ? [target.id] : [])],
        fixes: publicTable(index, subnet.id),
      }
    },
  },
})
