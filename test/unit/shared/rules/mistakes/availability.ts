import { set, VPN_NET, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'single-point-of-failure', sample: VPN_NET, what: 'both devices on one ISP link', make: set('customer-gateway:router-2', { ispLinks: ['isp-link:isp-1'] }) },
  { rule: 'backup-line-unencrypted', sample: 'backup-line-unencrypted/good', what: 'a plain backup', make: set('wan-link:spare', { encrypted: false }) },
]
