import { displayName } from '../../document/query.ts'
import { ADDRESSES_PER_CONNECTION } from '../../facts/client-vpn.ts'
import { parsePrefix, sizeOf } from '../../net/prefix.ts'
import { accessTo } from '../readings/client-vpn.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-cidr-small',
  catalogue: 'R-CVPN-02',
  title: 'Client CIDR is small for the connections at peak',
  severity: 'warning',
  appliesTo: ['client-vpn-endpoint'],
  after: ['client-cidr'],
  why: 'The addresses of a client CIDR are spread over the zones of the endpoint, and some stay reserved for its availability. AWS advises twice as many as there are connections at peak, and the block cannot be changed later.',
  remedy: 'Choose a larger client CIDR before the endpoint is made.',
  sources: [ADDRESSES_PER_CONNECTION],
  messages: {
    small: '{endpoint} has {size} client addresses ({block}) for {peak} connections at peak; {wanted} are advised.',
    unknown: 'Whether {block} is large enough for the users of {endpoint} cannot be told: say in Connections at peak how many there are.',
  },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, { index }) {
      const block = parsePrefix(endpoint.ClientCidrBlock)
      if (!block) return
      const { peakConnections: peak } = endpoint
      const slots = { endpoint: displayName(endpoint), block: endpoint.ClientCidrBlock, size: Number(sizeOf(block)) }
      if (peak === undefined) {
        if (accessTo(index, endpoint.id).length > 0) yield { message: 'unknown', slots, resources: [endpoint.id], field: 'peakConnections', verdict: 'cannot-tell', severity: 'advice' }
        return
      }
      const wanted = peak * ADDRESSES_PER_CONNECTION.value
      if (slots.size < wanted) yield { message: 'small', slots: { ...slots, peak, wanted }, resources: [endpoint.id], field: 'ClientCidrBlock' }
    },
  },
})
