import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'regional-nat-gateway-private',
  catalogue: 'R-EDGE-15',
  title: 'Private NAT is expected of a regional NAT gateway',
  severity: 'error',
  appliesTo: ['nat-gateway'],
  why: 'A regional NAT gateway translates to public addresses only. Private translation toward other networks needs a zonal one.',
  remedy: 'Use a zonal private NAT gateway in each Availability Zone, or make this one public.',
  sources: [{ fact: 'F-EDGE-20', checked: CHECKED }],
  messages: { private: '{nat} is regional and private; a regional NAT gateway is public.' },
  checkEach: {
    *'nat-gateway'(nat) {
      if (nat.AvailabilityMode !== 'regional' || nat.ConnectivityType !== 'private') return
      yield { message: 'private', slots: { nat: displayName(nat) }, resources: [nat.id], field: 'ConnectivityType', fixes: [fix(`Make ${displayName(nat)} public`, setField(nat, 'ConnectivityType', 'public'))] }
    },
  },
})
