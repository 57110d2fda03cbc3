import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'two-remote-access-solutions',
  catalogue: 'R-CVPN-13',
  title: 'Remote users have a second solution beside the one of the customer',
  severity: 'advice',
  profiles: ['seed-caveats', 'cost'],
  appliesTo: ['client-vpn-endpoint', 'instance', 'customer-gateway', 'remote-access'],
  why: 'Where remote users already come in through the customer\'s own network, an endpoint or server in AWS does the same work a second time. Two solutions are paid for, patched and explained to users, unless one is meant to stand in for the other.',
  remedy: 'Keep one of them, or say for which users or which failure the other is there.',
  sources: [{ fact: 'F-SW-40', checked: CHECKED }],
  messages: { two: 'Remote users come in by {devices} in the customer\'s network and by {cloud} in AWS: two remote-access solutions.' },
  *check({ index }) {
    const access = index.all('remote-access')
    const used = new Set(access.flatMap(({ device, ClientVpnEndpointId, server }) => [device, ClientVpnEndpointId, server]))
    const devices = index.all('customer-gateway').filter(({ id, remoteUserPool }) => remoteUserPool !== undefined || used.has(id))
    const cloud = [...index.all('client-vpn-endpoint'), ...index.all('instance').filter(({ role }) => role === 'remote-access-server')]
    const [first, ...others] = cloud
    if (first && devices.length > 0) yield { message: 'two', slots: { devices: sentence(devices.map(displayName)), cloud: sentence(cloud.map(displayName)) }, resources: [first.id, ...others.map(({ id }) => id), ...devices.map(({ id }) => id)] }
  },
})
