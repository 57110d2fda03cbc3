import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { joinedBy } from '../readings/peerings.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const FIELDS = ['requesterDnsResolution', 'accepterDnsResolution'] as const

export default defineRule({
  id: 'peering-dns',
  catalogue: 'R-PEER-08',
  title: 'Private names work in one direction of a peering connection only',
  severity: 'warning',
  appliesTo: ['vpc-peering-connection', 'vpc'],
  why: 'The public name of a peer\'s host resolves to its public address unless DNS resolution is switched on for that side. Traffic then takes the internet, or fails, although the peering is there.',
  remedy: 'Switch on DNS resolution for both sides, and DNS support and hostnames in both VPCs.',
  sources: [{ fact: 'F-PEER-6', checked: CHECKED }],
  messages: {
    'one-side': '{peering} resolves names of {on} to private addresses, but not those of {off}.',
    hostnames: '{peering} is to resolve names of {on} to private addresses, but {on} has DNS {what} switched off.',
    unknown: 'Whether {peering} resolves names of {off} to private addresses, as it does those of {on}, cannot be told: say so in its DNS resolution.',
  },
  checkEach: {
    *'vpc-peering-connection'(peering, { index }) {
      const joined = joinedBy(index, peering)
      if (!joined) return
      for (const [field, other] of [FIELDS, [...FIELDS].reverse()] as const) {
        if (field === undefined || other === undefined || peering[field] !== true) continue
        const [on, off] = field === 'requesterDnsResolution' ? [joined.requester, joined.accepter] : [joined.accepter, joined.requester]
        const slots = { peering: displayName(peering), on: displayName(on), off: displayName(off) }
        const switchOn = [fix(`Switch on DNS resolution for ${displayName(off)}`, setField(peering, other, true))]
        if (peering[other] === undefined) yield { message: 'unknown', slots, resources: [peering.id, off.id, on.id], field: other, verdict: 'cannot-tell', severity: 'advice' }
        else if (!peering[other]) yield { message: 'one-side', slots, resources: [peering.id, off.id, on.id], field: other, fixes: switchOn }
        for (const [setting, what] of [['EnableDnsSupport', 'support'], ['EnableDnsHostnames', 'hostnames']] as const) {
          if (on[setting] === false) yield { message: 'hostnames', slots: { ...slots, what }, resources: [on.id, peering.id], field: setting, fixes: [fix(`Switch on DNS ${what} in ${displayName(on)}`, setField(on, setting, true))] }
        }
      }
    },
  },
})
