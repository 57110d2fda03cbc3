import type { Variant } from '../../model/kind.ts'
import { definitionOf, type Kind } from '../../model/index.ts'
import type { DesignIndex } from '../query.ts'

/** Names in use, compared without case. */
export function namesInUse(index: DesignIndex): Set<string> {
  return new Set(Object.values(index.design.resources).map((resource) => resource.name.toLowerCase()))
}

/** The name itself when it is free, else with the first free number behind it ("Prod" -> "Prod 2", "VPC 2" -> "VPC 3"). */
export function freeName(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name.toLowerCase())) return name
  const base = name.replace(/ \d{1,6}$/, '').slice(0, 240)
  let number = 2
  while (taken.has(`${base} ${number}`.toLowerCase())) number += 1
  return `${base} ${number}`
}

/** What new resources are called where the kind's label is too long to stand under an icon: what AWS users say. */
const SHORT: Readonly<Partial<Record<Kind, string>>> = {
  'customer-gateway': 'Customer gateway',
  instance: 'Instance',
  'internet-gateway': 'IGW',
  'nat-gateway': 'NAT gateway',
  'vpn-gateway': 'VGW',
  'transit-gateway': 'TGW',
  'vpc-endpoint': 'Endpoint',
  'direct-connect-gateway': 'DX gateway',
  'direct-connect-connection': 'DX connection',
  'vpn-connection': 'VPN',
  'vpc-peering-connection': 'Peering',
  'transit-gateway-vpc-attachment': 'Attachment',
  'direct-connect-gateway-association': 'DX association',
  'virtual-interface': 'VIF',
  'egress-only-internet-gateway': 'Egress-only IGW',
  'direct-connect-lag': 'LAG',
  'core-network': 'Core network',
  'transit-gateway-peering-attachment': 'TGW peering',
  'transit-gateway-connect-peer': 'Connect peer',
  'core-network-attachment': 'Core network attachment',
  'client-vpn-endpoint': 'Client VPN',
}

/** The name of a new resource: its kind or form and the first free number, such as "VPC 2". */
export function newName(index: DesignIndex, kind: Kind, variant?: Variant): string {
  return freeName(namesInUse(index), `${variant?.name ?? variant?.label ?? SHORT[kind] ?? definitionOf(kind).label} 1`)
}
