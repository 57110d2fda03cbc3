import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { GATEWAY_ENDPOINT_SERVICES } from '../../facts/private-link.ts'
import { makeResourceId, type ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { awsServiceOf } from '../readings/private-link.ts'
import { subnetsByTable } from '../readings/vpc-blocks.ts'
import { tenantsOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

type Vpc = ResourceOf<'vpc'>

/** True for a subnet that others' packets only pass: it holds nothing but an attachment, or instances that forward. A gateway endpoint does not serve those (F-PL-30). */
function isPassage(index: DesignIndex, subnet: ResourceId): boolean {
  const tenants = tenantsOf(index, subnet)
  if (tenants.length === 0) return index.referrers(subnet).some(({ resource: { kind } }) => kind === 'transit-gateway-vpc-attachment' || kind === 'core-network-attachment')
  return tenants.every((id) => (index.getOf('instance', id) ?? index.getOf('network-interface', id))?.SourceDestCheck === false)
}

/** Tables of the VPC whose default route leads to a NAT gateway, for subnets that are more than a passage. */
function natTables(index: DesignIndex, vpc: ResourceId): ResourceOf<'route-table'>[] {
  const users = subnetsByTable(index, vpc)
  const isUsed = (table: ResourceOf<'route-table'>) => (users.get(table) ?? []).some(({ id }) => !isPassage(index, id))
  return index.childrenOf('route-table', vpc).filter((table) => isUsed(table) && table.Routes.some(({ DestinationCidrBlock, target }) => DestinationCidrBlock === '0.0.0.0/0' && index.getOf('nat-gateway', target)?.ConnectivityType === 'public'))
}

function make(index: DesignIndex, vpc: Vpc, service: string, tables: readonly ResourceId[]): Fix[] {
  const id = makeResourceId('vpc-endpoint', `${vpc.id.slice(vpc.id.indexOf(':') + 1)}-${service}`)
  if (index.get(id) || vpc.Region === undefined) return []
  const after: ResourceOf<'vpc-endpoint'> = { kind: 'vpc-endpoint', id, name: `${displayName(vpc)} ${service}`, VpcId: vpc.id, VpcEndpointType: 'Gateway', ServiceName: `com.amazonaws.${vpc.Region}.${service}`, RouteTableIds: [...tables] }
  return [fix(`Make a gateway endpoint for ${service} in ${displayName(vpc)}`, { op: 'put', collection: 'resources', id, after })]
}

export default defineRule({
  id: 'nat-instead-of-gateway-endpoint',
  catalogue: 'R-PL-13',
  title: 'S3 or DynamoDB is reached through a NAT gateway',
  severity: 'advice',
  profiles: ['cost'],
  appliesTo: ['vpc', 'vpc-endpoint', 'route-table', 'nat-gateway'],
  why: 'A NAT gateway charges for every byte that goes to S3 or DynamoDB. A gateway endpoint carries the same traffic for nothing and does not touch the internet.',
  remedy: 'Make a gateway endpoint and put it into every table that leads to a NAT gateway.',
  sources: [
    { fact: 'F-PL-30', checked: CHECKED },
    { fact: 'F-COST-42', checked: CHECKED },
  ],
  messages: {
    none: '{vpc} leads out through a NAT gateway ({tables}) and has no gateway endpoint, so traffic to S3 and DynamoDB is paid for.',
    table: '{endpoint} is not in {tables}, so traffic from there to {service} goes through the NAT gateway.',
  },
  checkEach: {
    *vpc(vpc, { index }) {
      const tables = natTables(index, vpc.id)
      if (tables.length === 0) return
      const endpoints = index.childrenOf('vpc-endpoint', vpc.id).filter(({ VpcEndpointType }) => VpcEndpointType === 'Gateway')
      const names = (ids: readonly ResourceId[]) => sentence(ids.map((id) => nameOf(index, id)))
      const ids = tables.map(({ id }) => id)
      if (endpoints.length === 0) yield { message: 'none', slots: { vpc: displayName(vpc), tables: names(ids) }, resources: [vpc.id, ...ids], fixes: make(index, vpc, GATEWAY_ENDPOINT_SERVICES.value[0], ids) }
      for (const endpoint of endpoints) {
        const missing = ids.filter((id) => !endpoint.RouteTableIds.includes(id))
        if (missing.length > 0) yield { message: 'table', slots: { endpoint: displayName(endpoint), tables: names(missing), service: awsServiceOf(endpoint.ServiceName) ?? endpoint.ServiceName }, resources: [endpoint.id, ...missing], field: 'RouteTableIds', fixes: [fix(`Put ${displayName(endpoint)} into ${names(missing)}`, setField(endpoint, 'RouteTableIds', [...endpoint.RouteTableIds, ...missing]))] }
      }
    },
  },
})
