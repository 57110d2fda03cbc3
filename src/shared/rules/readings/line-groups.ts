import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Campus, campuses, type Port, portsOf } from './campuses.ts'
import { file } from './group.ts'
import { remember } from './remember.ts'

/** Virtual interfaces of a campus that end on the same gateways over the same ports: with two ports they stand in for each other. */
export interface LineGroup {
  readonly campus: Campus
  /** Direct Connect gateways or virtual private gateways. */
  readonly gateways: readonly [ResourceId, ...ResourceId[]]
  readonly interfaces: readonly ResourceOf<'virtual-interface'>[]
  /** Never empty; in order of id. */
  readonly ports: readonly [Port, ...Port[]]
}

/** True when the campus also has a VPN that does not depend on its Direct Connect lines. */
export function hasOwnVpn({ vpns }: Campus): boolean {
  return vpns.some(({ OutsideIpAddressType }) => OutsideIpAddressType !== 'PrivateIpv4')
}

function groupsOf(index: DesignIndex, campus: Campus): LineGroup[] {
  const byGateway = new Map<ResourceId, ResourceOf<'virtual-interface'>[]>()
  for (const vif of campus.interfaces) {
    const gateway = vif.DirectConnectGatewayId ?? vif.VirtualGatewayId
    if (gateway !== undefined) file(byGateway, gateway, vif)
  }
  const groups = new Map<string, LineGroup>()
  for (const [gateway, interfaces] of byGateway) {
    const [first, ...others] = portsOf(index, interfaces).sort((a, b) => (a.id < b.id ? -1 : 1))
    if (!first) continue
    const ports = [first, ...others] as const
    const key = ports.map(({ id }) => id).join(' ')
    const known = groups.get(key)
    groups.set(key, known ? { ...known, gateways: [...known.gateways, gateway], interfaces: [...known.interfaces, ...interfaces] } : { campus, gateways: [gateway], interfaces, ports })
  }
  return [...groups.values()]
}

/** Private and transit virtual interfaces by campus, gateways and ports. */
export const lineGroups = remember((index: DesignIndex): readonly LineGroup[] => campuses(index).flatMap((campus) => (campus.interfaces.length === 0 ? [] : groupsOf(index, campus))))

/** Those of several ports, so that something is to take over from something. */
export const redundantGroups = remember((index: DesignIndex): readonly LineGroup[] => lineGroups(index).filter(({ ports }) => ports.length > 1))
