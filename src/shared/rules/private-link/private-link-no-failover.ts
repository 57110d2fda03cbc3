import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { file } from '../readings/group.ts'
import { sentence } from '../readings/names.ts'
import { awsServiceOf, type Endpoint, regionOf } from '../readings/private-link.ts'
import { defineRule } from '../rule.ts'

/** The Region that the service of an endpoint is in, where the design says it. */
const serviceRegionOf = (index: DesignIndex, { service, ServiceRegion, VpcId }: Endpoint) => {
  const provider = index.getOf('vpc-endpoint-service', service)?.VpcId
  return (provider === undefined ? undefined : regionOf(index, provider)) ?? ServiceRegion ?? regionOf(index, VpcId)
}

/** What endpoints for the same thing have in common: the name of AWS's service, or the private DNS name of a service in the design. */
function thingOf(index: DesignIndex, endpoint: Endpoint): string | undefined {
  const service = index.getOf('vpc-endpoint-service', endpoint.service)
  return service ? service.PrivateDnsName : awsServiceOf(endpoint.ServiceName)
}

/** The endpoints of a VPC by what they are for. */
function endpointsByThing(index: DesignIndex, vpc: ResourceId): ReadonlyMap<string, readonly Endpoint[]> {
  const byThing = new Map<string, Endpoint[]>()
  for (const endpoint of index.childrenOf('vpc-endpoint', vpc)) {
    const thing = endpoint.VpcEndpointType === 'Interface' ? thingOf(index, endpoint) : undefined
    if (thing !== undefined) file(byThing, thing, endpoint)
  }
  return byThing
}

export default defineRule({
  id: 'private-link-no-failover',
  catalogue: 'R-PL-12',
  title: 'Endpoints for two Regions do not stand in for each other',
  severity: 'warning',
  appliesTo: ['vpc', 'vpc-endpoint'],
  why: 'PrivateLink across Regions has no failover: an endpoint stays with its Region, and its name goes on answering. When a Region is lost, something else has to send clients to the other endpoint.',
  remedy: 'Give the service a DNS name of your own with health checks that switches between the endpoints.',
  sources: [{ fact: 'F-PL-20', checked: CHECKED }],
  messages: { alike: '{vpc} has {endpoints} for {service} in {regions}; nothing switches over between them but DNS of your own.' },
  checkEach: {
    *vpc(vpc, { index }) {
      for (const [service, endpoints] of endpointsByThing(index, vpc.id)) {
        const regions = [...new Set(endpoints.flatMap((endpoint) => serviceRegionOf(index, endpoint) ?? []))].sort()
        const [first, ...others] = endpoints
        if (regions.length < 2 || !first) continue
        yield { message: 'alike', slots: { vpc: displayName(vpc), service, endpoints: sentence(endpoints.map(displayName)), regions: sentence(regions) }, resources: [first.id, ...others.map(({ id }) => id), vpc.id] }
      }
    },
  },
})
