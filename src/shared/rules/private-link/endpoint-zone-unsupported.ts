import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { sentence } from '../readings/names.ts'
import { regionOf, serviceSubnets } from '../readings/private-link.ts'
import { sharesZone, subnetsOf, zoneOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Subnet = ResourceOf<'subnet'>

/** Zones compared across accounts: by id always, by name only within one account, where names mean the same. */
function sharesZoneAcross(a: Subnet, b: Subnet, isOneAccount: boolean): boolean | undefined {
  if (isOneAccount) return sharesZone(a, b)
  return a.AvailabilityZoneId === undefined || b.AvailabilityZoneId === undefined ? undefined : a.AvailabilityZoneId === b.AvailabilityZoneId
}

export default defineRule({
  id: 'endpoint-zone-unsupported',
  catalogue: 'R-PL-03',
  title: 'Endpoint in an Availability Zone where the service is not',
  severity: 'error',
  appliesTo: ['vpc-endpoint', 'vpc-endpoint-service'],
  why: 'An endpoint can be made only in zones where the service has a load balancer node. Zone names differ between accounts, so zones of two accounts are compared by their ids.',
  remedy: 'Choose subnets in zones of the service, or let the provider add the zone to its load balancer.',
  sources: [{ fact: 'F-PL-3', checked: CHECKED }],
  messages: {
    zone: '{endpoint} has {subnet} in {zone}, where {service} does not answer ({zones}).',
    unknown: 'Whether {service} answers in the zones of {endpoint} cannot be told: the accounts differ, so say in Availability Zone ID where {subnets} are.',
  },
  checkEach: {
    *'vpc-endpoint'(endpoint, { index }) {
      const service = index.getOf('vpc-endpoint-service', endpoint.service)
      const offered = service ? serviceSubnets(index, service) : []
      if (!service || offered.length === 0 || regionOf(index, service.VpcId) !== regionOf(index, endpoint.VpcId)) return
      const isOneAccount = index.getOf('vpc', service.VpcId)?.OwnerId === index.getOf('vpc', endpoint.VpcId)?.OwnerId
      const slots = { endpoint: displayName(endpoint), service: displayName(service), zones: sentence([...new Set(offered.map((subnet) => (isOneAccount ? zoneOf(subnet) : subnet.AvailabilityZoneId) ?? 'a zone'))]) }
      const unclear: Subnet[] = []
      for (const subnet of subnetsOf(index, endpoint.SubnetIds ?? [])) {
        const answers = offered.map((other) => sharesZoneAcross(subnet, other, isOneAccount))
        if (answers.includes(true)) continue
        if (answers.includes(undefined)) unclear.push(...[subnet, ...offered].filter(({ AvailabilityZone, AvailabilityZoneId }) => AvailabilityZoneId === undefined && AvailabilityZone !== undefined))
        else {
          const rest = (endpoint.SubnetIds ?? []).filter((id) => id !== subnet.id)
          yield {
            message: 'zone',
            slots: { ...slots, subnet: displayName(subnet), zone: (isOneAccount ? zoneOf(subnet) : subnet.AvailabilityZoneId) ?? 'its zone' },
            resources: [endpoint.id, subnet.id, service.id],
            field: 'SubnetIds',
            fixes: rest.length > 0 && endpoint.PrivateIpAddresses === undefined ? [fix(`Take ${displayName(subnet)} off ${slots.endpoint}`, setField(endpoint, 'SubnetIds', rest))] : [],
          }
        }
      }
      const asked = [...new Set(unclear)]
      if (asked.length > 0) yield { message: 'unknown', slots: { ...slots, subnets: sentence(asked.map(displayName)) }, resources: [endpoint.id, service.id, ...asked.map(({ id }) => id)], verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
