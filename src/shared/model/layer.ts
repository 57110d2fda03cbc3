import type { Kind } from './index.ts'

/** Layers that a drawing can be looked at without. Containers belong to none: without them nothing would be left. */
export const LAYER_NAMES = ['Customer network', 'VPN and remote access', 'Direct Connect', 'Transit and peering', 'Gateways', 'Endpoints', 'Hosts', 'Intents', 'Annotations'] as const

/** A layer of the drawing. */
export type LayerName = (typeof LAYER_NAMES)[number]

const KINDS_OF: Readonly<Record<LayerName, readonly Kind[]>> = {
  'Customer network': ['customer-gateway', 'isp-link', 'power-domain', 'server', 'wan-link'],
  'VPN and remote access': ['vpn-connection', 'software-vpn', 'remote-access', 'client-vpn-endpoint', 'user-group', 'directory'],
  'Direct Connect': ['direct-connect-connection', 'direct-connect-lag', 'direct-connect-gateway', 'direct-connect-gateway-association', 'virtual-interface', 'carrier-circuit', 'aws-public-services'],
  'Transit and peering': ['transit-gateway', 'transit-gateway-vpc-attachment', 'transit-gateway-peering-attachment', 'transit-gateway-connect-peer', 'vpc-peering-connection', 'core-network', 'core-network-attachment'],
  Gateways: ['internet-gateway', 'egress-only-internet-gateway', 'nat-gateway', 'vpn-gateway', 'route-server'],
  Endpoints: ['vpc-endpoint', 'vpc-endpoint-service'],
  Hosts: ['instance', 'network-interface', 'load-balancer'],
  // Intents are no resources; their lines are left out with it.
  Intents: [],
  Annotations: ['note', 'frame', 'legend'],
}

const LAYER_OF: ReadonlyMap<Kind, LayerName> = new Map(LAYER_NAMES.flatMap((name) => KINDS_OF[name].map((kind) => [kind, name] as const)))

/** The layer of a kind; undefined for containers and for what is not drawn by itself. */
export function layerOf(kind: Kind): LayerName | undefined {
  return LAYER_OF.get(kind)
}
