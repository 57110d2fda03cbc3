import { type Mistake, set, want, VPN_NET } from './making.ts'

const ask = (fields: Readonly<Record<string, unknown>>): Mistake['make'] => (draft) => void Object.assign(draft.intents['intent:hq-app'] ?? {}, fields)

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'intent-broken', sample: 'one-gateway-per-vpc/good', what: 'a site that nothing leads to', make: (draft) => { draft.resources['site:far'] = { kind: 'site', id: 'site:far', name: 'far', prefixes: ['172.29.0.0/16'] }; want('site:far', 'vpc:app')(draft) } },
  { rule: 'intent-leaks', sample: VPN_NET, what: 'isolation that the routes do not give', make: ask({ expect: 'never' }) },
  { rule: 'intent-survives', sample: 'intent-survives/good', what: 'both routers on one line', make: set('customer-gateway:router-2', { ispLinks: ['isp-link:isp-1'] }) },
  { rule: 'intent-bandwidth', sample: 'intent-bandwidth/good', what: 'more than a tunnel carries', make: ask({ bandwidthMbps: 1300 }) },
  { rule: 'intent-bandwidth-after-failure', sample: 'intent-bandwidth-after-failure/good', what: 'a slow second line', make: set('isp-link:isp-2', { bandwidthMbps: 999 }) },
  { rule: 'intent-encrypted', sample: 'intent-latency/good', what: 'confidentiality over a plain port', make: (draft) => void Object.assign(draft.intents['intent:dc-app'] ?? {}, { encrypted: true }) },
  { rule: 'intent-availability', sample: 'intent-availability/good', what: 'a target out of reach', make: ask({ availabilityTarget: 0.99999 }) },
  { rule: 'intent-recovery', sample: 'intent-recovery/good', what: 'less than the timers take', make: ask({ recoverySeconds: 5 }) },
  { rule: 'intent-off-internet', sample: VPN_NET, what: 'a VPN over the internet', make: ask({ offInternet: true }) },
  { rule: 'intent-latency', sample: VPN_NET, what: 'steady latency over the internet', make: ask({ latencyClass: 'steady' }) },
]
