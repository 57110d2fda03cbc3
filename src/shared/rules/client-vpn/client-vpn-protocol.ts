import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-vpn-protocol',
  catalogue: 'R-CVPN-08',
  title: 'Users of a Client VPN endpoint need another protocol than OpenVPN',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['remote-access', 'client-vpn-endpoint'],
  why: 'A Client VPN endpoint speaks OpenVPN alone, to AWS\'s client and to others of that family. Clients for IPsec, WireGuard or a vendor\'s SSL VPN do not connect to it.',
  remedy: 'Give the users an OpenVPN client, or run a remote-access server of the vendor on EC2.',
  sources: [{ fact: 'F-CVPN-1', checked: CHECKED }],
  messages: { other: '{access} brings {users} to {endpoint} with {protocol}, and that speaks OpenVPN alone.' },
  checkEach: {
    *'remote-access'(access, { index }) {
      const { ClientVpnEndpointId: endpoint, protocol } = access
      if (endpoint === undefined || protocol === undefined || protocol === 'openvpn') return
      yield { message: 'other', slots: { access: displayName(access), users: nameOf(index, access.users), endpoint: nameOf(index, endpoint), protocol }, resources: [access.id, endpoint, access.users], field: 'protocol', fixes: [fix(`Let ${displayName(access)} use OpenVPN`, setField(access, 'protocol', 'openvpn'))] }
    },
  },
})
