import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { formatPrefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { associatedSubnets, type ClientVpn } from '../readings/client-vpn.ts'
import { subnetBlocks } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-address-filtered',
  catalogue: 'R-CVPN-14',
  title: 'A filter names client addresses that nobody sees',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['security-group', 'client-vpn-endpoint'],
  why: 'An endpoint with associated subnets puts the address of its own interface in place of the client\'s. Rules for the client CIDR match nothing, neither in the VPC nor behind it.',
  remedy: 'Name the associated subnets instead, or put the endpoint on a transit gateway, where clients keep their addresses.',
  sources: [
    { fact: 'F-CVPN-6', checked: CHECKED },
    { fact: 'F-CVPN-12', checked: CHECKED },
  ],
  messages: { unseen: '{group} lets in {blocks} of the clients of {endpoint}, which appear under addresses of its subnets.' },
  *check({ index }) {
    const clients = new PrefixTable<ClientVpn>()
    for (const endpoint of index.all('client-vpn-endpoint')) {
      const prefix = endpoint.TransitGatewayId === undefined ? parsePrefix(endpoint.ClientCidrBlock) : undefined
      if (prefix) clients.add(prefix, endpoint)
    }
    const endpointOf = (cidr: string) => parsePrefixes([cidr]).flatMap((prefix) => [...clients.matches(prefix)].filter(({ length }) => length <= prefix.length).flatMap(({ values }) => values))[0]
    for (const group of index.all('security-group')) {
      const named = group.IpPermissions.flatMap(({ IpRanges = [] }) => IpRanges.map(({ CidrIp }) => CidrIp)).filter((cidr) => endpointOf(cidr))
      const endpoint = named[0] === undefined ? undefined : endpointOf(named[0])
      if (!endpoint) continue
      const subnets = associatedSubnets(index, endpoint).flatMap(subnetBlocks).filter(({ family }) => family === 4)
      const replaced = group.IpPermissions.map((permission) => (permission.IpRanges?.some(({ CidrIp }) => named.includes(CidrIp)) ? { ...permission, IpRanges: [...permission.IpRanges.filter(({ CidrIp }) => !named.includes(CidrIp)), ...subnets.map((block) => ({ CidrIp: formatPrefix(block) }))] } : permission))
      yield { message: 'unseen', slots: { group: displayName(group), blocks: named.join(', '), endpoint: displayName(endpoint) }, resources: [group.id, endpoint.id], field: 'IpPermissions', fixes: subnets.length > 0 ? [fix(`Name the subnets of ${displayName(endpoint)} in ${displayName(group)}`, setField(group, 'IpPermissions', replaced))] : [] }
    }
  },
})
