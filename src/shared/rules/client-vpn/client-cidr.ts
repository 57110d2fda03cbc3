import { freeClientCidr } from '../../document/commands/addresses.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { CLIENT_CIDR_LENGTHS } from '../../facts/client-vpn.ts'
import { CHECKED } from '../../facts/fact.ts'
import { formatPrefix, overlaps, parsePrefix, type Prefix } from '../../net/prefix.ts'
import { type ClientVpn, vpcOfEndpoint } from '../readings/client-vpn.ts'
import { vpcAttachmentsOnGateway } from '../readings/group-references.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** What the client CIDR must keep clear of, with what it is (F-ADDR-37); a default route overlaps everything and is meant to. */
function* taken(index: DesignIndex, endpoint: ClientVpn): Generator<readonly [string, Prefix]> {
  const vpcs = [vpcOfEndpoint(index, endpoint), ...(endpoint.TransitGatewayId === undefined ? [] : vpcAttachmentsOnGateway(index, endpoint.TransitGatewayId).map(({ VpcId }) => index.getOf('vpc', VpcId)))]
  for (const vpc of vpcs) for (const block of blocksOf(vpc)) yield [vpc ? displayName(vpc) : 'the VPC', block]
  for (const { DestinationCidr } of endpoint.Routes) {
    const prefix = parsePrefix(DestinationCidr)
    if (prefix && prefix.length > 0) yield ['one of its routes', prefix]
  }
}

export default defineRule({
  id: 'client-cidr',
  catalogue: 'R-CVPN-01',
  title: 'Client CIDR of a Client VPN endpoint does not fit',
  severity: 'error',
  appliesTo: ['client-vpn-endpoint'],
  why: 'Clients get their addresses out of the client CIDR, which must be a /12 to /22 and overlap nothing that the endpoint leads to. It cannot be changed later: another one takes a new endpoint.',
  remedy: 'Choose a block of that size that nothing else uses before the endpoint is made.',
  sources: [CLIENT_CIDR_LENGTHS, { fact: 'F-ADDR-37', checked: CHECKED }],
  messages: {
    size: '{endpoint} has the client CIDR {block}; it must be from /{shortest} to /{longest}.',
    overlap: '{endpoint} has the client CIDR {block}, which overlaps {other} of {what}.',
  },
  *check({ index }) {
    for (const endpoint of index.all('client-vpn-endpoint')) {
      const block = parsePrefix(endpoint.ClientCidrBlock)
      if (!block) continue
      const { shortest, longest } = CLIENT_CIDR_LENGTHS.value
      const slots = { endpoint: displayName(endpoint), block: formatPrefix(block), shortest, longest }
      const change = () => [freeClientCidr(index)].map((free) => fix(`Change the client CIDR of ${slots.endpoint} to ${free}`, setField(endpoint, 'ClientCidrBlock', free)))
      if (block.length < shortest || block.length > longest) yield { message: 'size', slots, resources: [endpoint.id], field: 'ClientCidrBlock', fixes: change() }
      const [met] = [...taken(index, endpoint)].filter(([, prefix]) => overlaps(prefix, block))
      if (met) yield { message: 'overlap', slots: { ...slots, other: formatPrefix(met[1]), what: met[0] }, resources: [endpoint.id], field: 'ClientCidrBlock', fixes: change() }
    }
  },
})
