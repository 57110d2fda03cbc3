import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { serviceSubnets } from '../readings/private-link.ts'
import { subnetsOf, zoneOf, zonesOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'endpoint-single-zone',
  catalogue: 'R-PL-02',
  title: 'Endpoint or endpoint service in one Availability Zone',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['vpc-endpoint', 'vpc-endpoint-service'],
  after: ['single-point-of-failure'],
  why: 'An endpoint has one interface per subnet, and a service answers in the zones of its load balancer. With one zone on either side, that zone takes the service with it.',
  remedy: 'Use subnets of at least two Availability Zones on both sides.',
  sources: [{ fact: 'F-PL-3', checked: CHECKED }],
  messages: {
    endpoint: '{endpoint} in {vpc} has an interface in {zone} alone.',
    service: '{service} in {vpc} answers in {zone} alone, where its load balancers are.',
  },
  checkEach: {
    *'vpc-endpoint'(endpoint, { index }) {
      const subnets = subnetsOf(index, endpoint.SubnetIds ?? [])
      const zones = zonesOf(subnets)
      if (endpoint.VpcEndpointType !== 'Interface' || subnets.length === 0 || (zones?.size ?? subnets.length) > 1) return
      const [zone] = zones ?? []
      const other = zone === undefined ? undefined : index.childrenOf('subnet', endpoint.VpcId).find((subnet) => ![undefined, zone].includes(zoneOf(subnet)))
      yield {
        message: 'endpoint',
        slots: { endpoint: displayName(endpoint), vpc: nameOf(index, endpoint.VpcId), zone: zone ?? 'one Availability Zone' },
        resources: [endpoint.id, ...subnets.map(({ id }) => id)],
        field: 'SubnetIds',
        fixes: other && endpoint.PrivateIpAddresses === undefined ? [fix(`Add ${displayName(other)} to ${displayName(endpoint)}`, setField(endpoint, 'SubnetIds', [...(endpoint.SubnetIds ?? []), other.id]))] : [],
      }
    },
    *'vpc-endpoint-service'(service, { index }) {
      const subnets = serviceSubnets(index, service)
      const zones = zonesOf(subnets)
      if (subnets.length === 0 || (zones?.size ?? subnets.length) > 1) return
      const [zone = 'one Availability Zone'] = zones ?? []
      yield { message: 'service', slots: { service: displayName(service), vpc: nameOf(index, service.VpcId), zone }, resources: [service.id, ...service.loadBalancers] }
    },
  },
})
