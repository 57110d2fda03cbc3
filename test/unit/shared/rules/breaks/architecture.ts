import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'direct-connect-per-vpc', was: 'regions.size < 2', is: 'regions.size <= 2' },
  { rule: 'many-vpn-sites', was: '!connection.StaticRoutesOnly', is: 'connection.StaticRoutesOnly' },
  { rule: 'public-interface-vpns', was: 'device?.IpAddress === undefined ? undefined : parsePrefix(device.IpAddress)', is: '(undefined)' },
  { rule: 'remote-users-without-access', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'sd-wan-without-connect', was: `index.all('wan-link').filter(({ wanType }) => wanType === 'sd-wan')`, is: `index.all('wan-link')` },
  { rule: 'service-shared-by-routes', was: 'vpcs.length < SEVERAL', is: 'vpcs.length <= SEVERAL' },
  { rule: 'vpcs-connected-singly', was: 'if (vpcs.length < 2) continue', is: 'if (false) continue' },
  { rule: 'vpcs-joined-by-vpn', was: `to?.type !== 'vpc'`, is: `to?.type === 'vpc'` },
]
