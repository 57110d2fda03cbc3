import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'endpoint-private-dns',
  catalogue: 'R-PL-06',
  title: 'Private DNS of an endpoint cannot work',
  severity: 'warning',
  appliesTo: ['vpc-endpoint', 'vpc', 'vpc-endpoint-service'],
  why: 'The private DNS name of an endpoint is answered by the VPC\'s own resolver, which needs DNS support and DNS hostnames. For a service of one\'s own, AWS first wants the domain verified.',
  remedy: 'Turn on both DNS attributes of the VPC, and let the provider verify the domain.',
  sources: [{ fact: 'F-PL-7', checked: CHECKED }],
  messages: {
    attributes: '{endpoint} has private DNS on, but {vpc} has {attributes} off.',
    unverified: '{endpoint} has private DNS on, but the domain {name} of {service} is not verified.',
    unknown: 'Whether the private DNS name of {endpoint} works cannot be told: say in Domain verification of {service} whether {name} is verified.',
  },
  checkEach: {
    *'vpc-endpoint'(endpoint, { index }) {
      if (endpoint.PrivateDnsEnabled !== true || endpoint.VpcEndpointType !== 'Interface') return
      const vpc = index.getOf('vpc', endpoint.VpcId)
      const off = [vpc?.EnableDnsSupport === false ? ['DNS support'] : [], vpc?.EnableDnsHostnames === false ? ['DNS hostnames'] : []].flat()
      if (vpc && off.length > 0) {
        const on = fix(`Turn on DNS support and hostnames of ${displayName(vpc)}`, setField(vpc, 'EnableDnsSupport', true), setField(vpc, 'EnableDnsHostnames', true))
        yield { message: 'attributes', slots: { endpoint: displayName(endpoint), vpc: displayName(vpc), attributes: sentence(off) }, resources: [endpoint.id, vpc.id], field: 'PrivateDnsEnabled', fixes: [on] }
      }
      const service = index.getOf('vpc-endpoint-service', endpoint.service)
      if (service?.PrivateDnsName === undefined || service.PrivateDnsNameVerificationState === 'verified') return
      const isSaid = service.PrivateDnsNameVerificationState !== undefined
      yield {
        message: isSaid ? 'unverified' : 'unknown',
        slots: { endpoint: displayName(endpoint), service: nameOf(index, service.id), name: service.PrivateDnsName },
        resources: [endpoint.id, service.id],
        ...(isSaid ? {} : { verdict: 'cannot-tell', severity: 'advice' }),
      }
    },
  },
})
