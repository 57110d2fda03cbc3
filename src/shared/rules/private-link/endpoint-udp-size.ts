import { displayName } from '../../document/query.ts'
import { ENDPOINT_MTU } from '../../facts/private-link.ts'
import { balancersOf } from '../readings/private-link.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'endpoint-udp-size',
  catalogue: 'R-PL-09',
  title: 'Endpoint drops large UDP packets without a word',
  severity: 'advice',
  appliesTo: ['vpc-endpoint', 'vpc-endpoint-service', 'load-balancer'],
  why: 'An endpoint drops packets above its limit and sends no message about it, so path MTU discovery does not work. TCP is spared, because its segment size is clamped; UDP is not.',
  remedy: 'Keep the UDP packets of the service below the limit.',
  sources: [ENDPOINT_MTU],
  messages: { udp: '{endpoint} leads to {service}, which speaks UDP: packets above {limit} bytes are dropped without a word.' },
  checkEach: {
    *'vpc-endpoint'(endpoint, { index }) {
      const service = index.getOf('vpc-endpoint-service', endpoint.service)
      const speaksUdp = service !== undefined && endpoint.VpcEndpointType === 'Interface' && balancersOf(index, service).some(({ Listeners }) => Listeners.some(({ Protocol }) => Protocol === 'UDP'))
      if (speaksUdp) yield { message: 'udp', slots: { endpoint: displayName(endpoint), service: displayName(service), limit: ENDPOINT_MTU.value }, resources: [endpoint.id, service.id] }
    },
  },
})
