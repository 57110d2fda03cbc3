import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { defineRule } from '../rule.ts'

/** How long before the day to speak of it. A choice of ours. */
const NOTICE_DAYS = 30
const DAY_MS = 86_400_000

/** Whole days from one ISO day to another. */
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

export default defineRule({
  id: 'client-vpn-expiry',
  catalogue: 'R-CVPN-12',
  title: 'Server certificate or revocation list expires soon',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['client-vpn-endpoint'],
  why: 'On the day the server certificate expires, no client connects any more, and with an expired revocation list those with certificates do not either. Everything else looks healthy.',
  remedy: 'Import the new certificate or list in time, and set an alarm for the next one.',
  sources: [{ fact: 'F-AVL-58', checked: CHECKED }],
  messages: {
    soon: 'The {what} of {endpoint} expires on {day}, in {days} days.',
    over: 'The {what} of {endpoint} has expired on {day}.',
  },
  *check({ index, today }) {
    if (today === undefined) return
    for (const endpoint of index.all('client-vpn-endpoint')) {
      const dates = [['serverCertificateExpires', 'server certificate'], ['revocationListExpires', 'revocation list']] as const
      for (const [field, what] of dates) {
        const day = endpoint[field]
        const days = day === undefined ? Number.NaN : daysBetween(today, day)
        if (day !== undefined && days <= NOTICE_DAYS) yield { message: days < 0 ? 'over' : 'soon', slots: { what, endpoint: displayName(endpoint), day, days }, resources: [endpoint.id], field }
      }
    }
  },
})
