import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { parseAddress } from '../../net/address.ts'
import { isPublicAddress } from '../../net/public.ts'
import { connectionsOf } from '../readings/sessions.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'device-behind-nat',
  catalogue: 'R-VPN-32',
  title: 'VPN device behind NAT is not set up for it',
  severity: 'error',
  appliesTo: ['customer-gateway'],
  why: 'AWS sends to the address of the customer gateway, so it must be one of the internet: behind a translating device it is that of the translator. IPsec passes a translator only inside UDP 4500.',
  remedy: "Enter the translator's public address, and turn NAT traversal on.",
  sources: [
    { fact: 'F-VPN-40', checked: CHECKED },
    { fact: 'F-VPN-41', checked: CHECKED },
  ],
  messages: {
    private: '{device} has the address {address}, which nobody on the internet reaches; {connections} needs the public address of the device that translates for it.',
    traversal: '{device} is behind NAT, but does without NAT traversal: its tunnels ({connections}) do not come up.',
    unknown: '{device} is behind NAT: say which public address the translating device gives it.',
  },
  checkEach: {
    *'customer-gateway'(device, { index }) {
      const connections = connectionsOf(index, device.id).filter(({ OutsideIpAddressType }) => OutsideIpAddressType !== 'PrivateIpv4')
      if (connections.length === 0) return
      const slots = { device: displayName(device), address: device.IpAddress ?? '', connections: sentence(connections.map(displayName)) }
      const resources = [device.id, ...connections.map(({ id }) => id)] as const
      const address = parseAddress(device.IpAddress ?? '')
      if (address && !isPublicAddress(address)) yield { message: 'private', slots, resources, field: 'IpAddress' }
      else if (device.behindNat === true && !address) yield { message: 'unknown', slots, resources: [device.id], field: 'IpAddress', verdict: 'cannot-tell', severity: 'advice' }
      if (device.behindNat === true && device.natTraversal === false) yield { message: 'traversal', slots, resources, field: 'natTraversal', fixes: [fix(`Turn NAT traversal of ${slots.device} on`, setField(device, 'natTraversal', true))] }
    },
  },
})
