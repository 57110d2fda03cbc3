import { displayName } from '../../document/query.ts'
import { CROSS_REGION_EXCLUDED_ZONES } from '../../facts/private-link.ts'
import { nameOf } from '../readings/names.ts'
import { regionOf, serviceSubnets } from '../readings/private-link.ts'
import { subnetsOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'endpoint-cross-region',
  catalogue: 'R-PL-04',
  title: 'Endpoint for a service of another Region that does not allow it',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc-endpoint', 'vpc-endpoint-service'],
  why: 'Since November 2024 an endpoint can use a service of another Region, when the provider has opted the Region in and the consumer names the Region of the service. A few Availability Zones are left out of it.',
  remedy: 'Let the provider support the Region, name the Region of the service on the endpoint, and keep out of the zones that are excluded.',
  sources: [CROSS_REGION_EXCLUDED_ZONES],
  messages: {
    unsupported: '{endpoint} is in {region}, which {service} in {serviceRegion} does not support.',
    unnamed: '{endpoint} is in {region} and {service} in {serviceRegion}, but the endpoint does not name the Region of the service.',
    zone: '{subnet} is in {zone}, which PrivateLink across Regions does not use; {endpoint} reaches {service} in {serviceRegion}.',
  },
  checkEach: {
    *'vpc-endpoint'(endpoint, { index }) {
      const service = index.getOf('vpc-endpoint-service', endpoint.service)
      const [region, serviceRegion] = [regionOf(index, endpoint.VpcId), service && regionOf(index, service.VpcId)]
      if (!service || region === undefined || serviceRegion === undefined || region === serviceRegion) return
      const slots = { endpoint: displayName(endpoint), region, service: displayName(service), serviceRegion }
      if (!service.SupportedRegions.includes(region)) yield { message: 'unsupported', slots, resources: [endpoint.id, service.id], fixes: [fix(`Let ${slots.service} support ${region}`, setField(service, 'SupportedRegions', [...service.SupportedRegions, region]))] }
      if (endpoint.ServiceRegion !== serviceRegion) yield { message: 'unnamed', slots, resources: [endpoint.id, service.id], field: 'ServiceRegion', fixes: [fix(`Name ${serviceRegion} on ${slots.endpoint}`, setField(endpoint, 'ServiceRegion', serviceRegion))] }
      const barred: readonly (string | undefined)[] = CROSS_REGION_EXCLUDED_ZONES.value
      for (const subnet of [...subnetsOf(index, endpoint.SubnetIds ?? []), ...serviceSubnets(index, service)]) {
        if (barred.includes(subnet.AvailabilityZoneId)) yield { message: 'zone', slots: { ...slots, subnet: nameOf(index, subnet.id), zone: subnet.AvailabilityZoneId ?? '' }, resources: [endpoint.id, subnet.id, service.id], field: 'SubnetIds' }
      }
    },
  },
})
