import type { PaletteKind } from './targets.ts'

/** What people mostly connect a kind with, the likeliest first. */
const LIKELY: Readonly<Partial<Record<string, readonly PaletteKind[]>>> = {
  vpc: ['transit-gateway', 'vpc', 'vpn-gateway', 'internet-gateway'],
  subnet: ['transit-gateway', 'client-vpn-endpoint', 'vpc'],
  site: ['transit-gateway', 'vpn-gateway', 'site', 'direct-connect-connection'],
  'customer-gateway': ['transit-gateway', 'vpn-gateway', 'instance', 'direct-connect-connection', 'isp-link'],
  'transit-gateway': ['vpc', 'customer-gateway', 'direct-connect-gateway', 'transit-gateway'],
  'vpn-gateway': ['customer-gateway', 'direct-connect-gateway'],
  'direct-connect-gateway': ['transit-gateway', 'vpn-gateway', 'customer-gateway', 'direct-connect-connection'],
  'direct-connect-connection': ['direct-connect-gateway', 'customer-gateway', 'direct-connect-lag', 'transit-gateway'],
  'direct-connect-lag': ['direct-connect-gateway', 'direct-connect-connection'],
  'user-group': ['client-vpn-endpoint', 'customer-gateway'],
  'client-vpn-endpoint': ['user-group', 'directory'],
  'vpc-endpoint': ['vpc-endpoint-service'],
  'vpc-endpoint-service': ['load-balancer', 'vpc-endpoint'],
  'core-network': ['vpc', 'customer-gateway', 'direct-connect-gateway'],
  instance: ['customer-gateway', 'vpn-gateway', 'transit-gateway', 'instance'],
}

/** The kinds that people mostly connect a kind with, the likeliest first; undefined where nothing is known. */
export function likelyFor(kind: string): readonly PaletteKind[] | undefined {
  return LIKELY[kind]
}

/** How likely somebody wants to connect the one kind with the other: the smaller the likelier. */
export function likelyRank(from: string, to: PaletteKind): number {
  const at = LIKELY[from]?.indexOf(to) ?? -1
  return at < 0 ? 100 : at
}
