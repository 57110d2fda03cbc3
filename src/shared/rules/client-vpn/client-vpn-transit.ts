import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, overlaps, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import type { ClientVpn } from '../readings/client-vpn.ts'
import { vpcAttachmentsOnGateway } from '../readings/group-references.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { destinationsOf } from '../readings/routes.ts'
import { peerAttachmentsOf } from '../readings/transit-chains.ts'
import { blocksOf, subnetsByTable } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

/** VPCs on the gateway that a rule of the endpoint lets users reach, default rules aside. */
function allowedVpcs(index: DesignIndex, endpoint: ClientVpn, gateway: ResourceId): ResourceOf<'vpc'>[] {
  const rules = parsePrefixes(endpoint.AuthorizationRules.map(({ DestinationCidr }) => DestinationCidr)).filter(({ length }) => length > 0)
  return vpcAttachmentsOnGateway(index, gateway).flatMap(({ VpcId }) => index.getOf('vpc', VpcId) ?? []).filter((vpc) => blocksOf(vpc).some((block) => rules.some((rule) => overlaps(rule, block))))
}

/** Tables of the VPC, with subnets, that send nothing of the client CIDR to the gateway. */
function tablesWithoutReturn(index: DesignIndex, vpc: ResourceId, gateway: ResourceId, clients: Prefix): ResourceOf<'route-table'>[] {
  const leads = (table: ResourceOf<'route-table'>) => table.Routes.some((route) => route.target === gateway && destinationsOf(index, route).some((prefix) => containsPrefix(prefix, clients)))
  return [...subnetsByTable(index, vpc).keys()].filter((table) => table !== undefined).filter((table) => !leads(table))
}

function* checkReach(index: DesignIndex, endpoint: ClientVpn, gateway: ResourceId, clients: Prefix): Generator<Report> {
  const slots = { endpoint: displayName(endpoint), gateway: nameOf(index, gateway), clients: endpoint.ClientCidrBlock }
  const [first, ...others] = allowedVpcs(index, endpoint, gateway).flatMap((vpc) => tablesWithoutReturn(index, vpc.id, gateway, clients))
  if (first) {
    const tables = [first, ...others]
    const changes = tables.map((table) => setField(table, 'Routes', [...table.Routes, { DestinationCidrBlock: endpoint.ClientCidrBlock, target: gateway }]))
    yield { message: 'return', slots: { ...slots, tables: sentence(tables.map(displayName)) }, resources: [endpoint.id, first.id, ...others.map(({ id }) => id)], fixes: [fix(`Route ${endpoint.ClientCidrBlock} to ${slots.gateway} in ${sentence(tables.map(displayName))}`, ...changes)] }
  }
  for (const { peering, gateway: far } of peerAttachmentsOf(index, gateway)) {
    const [vpc] = allowedVpcs(index, endpoint, far)
    if (vpc) yield { message: 'peering', slots: { ...slots, vpc: displayName(vpc), peering: displayName(peering) }, resources: [endpoint.id, peering.id, vpc.id] }
  }
}

export default defineRule({
  id: 'client-vpn-transit',
  catalogue: 'R-CVPN-10',
  title: 'Client VPN endpoint on a transit gateway that cannot work as drawn',
  severity: 'error',
  appliesTo: ['client-vpn-endpoint', 'transit-gateway', 'route-table'],
  why: 'An endpoint on a transit gateway has no subnets and no security groups, and clients keep their own addresses. So every network that answers needs a route back to the client CIDR, and peerings of the gateway are not crossed.',
  remedy: 'Choose subnets or the transit gateway, use one of the same Region, and route the client CIDR back everywhere.',
  sources: [{ fact: 'F-CVPN-31', checked: CHECKED }],
  messages: {
    both: '{endpoint} has both associated subnets and {gateway}; AWS takes one of the two.',
    region: '{endpoint} is in {region} and {gateway} in {gatewayRegion}.',
    groups: '{endpoint} has security groups, which do nothing on {gateway}.',
    return: 'Users of {endpoint} keep addresses of {clients}, to which {tables} has no route by {gateway}.',
    peering: 'Rules of {endpoint} let users reach {vpc} behind {peering}, which traffic of Client VPN does not cross.',
  },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, { index }) {
      const gateway = index.getOf('transit-gateway', endpoint.TransitGatewayId)
      const clients = parsePrefix(endpoint.ClientCidrBlock)
      if (!gateway || !clients) return
      const slots = { endpoint: displayName(endpoint), gateway: displayName(gateway), region: endpoint.Region ?? '', gatewayRegion: gateway.Region ?? '' }
      const resources = [endpoint.id, gateway.id] as const
      if (endpoint.ClientVpnTargetNetworks.length > 0) return yield { message: 'both', slots, resources, field: 'ClientVpnTargetNetworks', fixes: [fix(`Take the subnets off ${slots.endpoint}`, setField(endpoint, 'ClientVpnTargetNetworks', [])), fix(`Take ${slots.endpoint} off ${slots.gateway}`, setField(endpoint, 'TransitGatewayId', undefined))] }
      if (endpoint.Region !== undefined && gateway.Region !== undefined && endpoint.Region !== gateway.Region) yield { message: 'region', slots, resources, field: 'TransitGatewayId' }
      if (endpoint.SecurityGroupIds.length > 0) yield { message: 'groups', slots, resources, field: 'SecurityGroupIds', severity: 'warning', fixes: [fix(`Take the security groups off ${slots.endpoint}`, setField(endpoint, 'SecurityGroupIds', []))] }
      yield* checkReach(index, endpoint, gateway.id, clients)
    },
  },
})
