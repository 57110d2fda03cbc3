import type { ResourceId } from '../../model/id.ts'
import { drawAppliance, drawSoftwareVpn } from './appliance.ts'
import { drawOpenTable, drawOpenVpc } from './internet.ts'
import type { Sheet } from './sheet.ts'
import { drawMainTable } from './vpc.ts'

/** A VPC that is to be joined to another one. */
export interface WantedVpc {
  readonly wanted: string
  readonly region?: string
}

/** Draws two VPCs with an appliance each and a software VPN between the two. */
export function drawVpcsWithTunnel(sheet: Sheet, wanted: readonly [WantedVpc, WantedVpc]): readonly ResourceId[] {
  const sides = wanted.map((side) => ({ vpc: drawOpenVpc(sheet, side.wanted, side), asn: sheet.names.siteAsn(), address: sheet.names.publicAddress() }))
  const appliances = sides.map((side) => {
    const others = sides.filter((other) => other !== side)
    const appliance = drawAppliance(sheet, { ...side, wanted: 'VPN appliance 1', subnet: side.vpc.open[0], peers: others.map(({ address }) => address) })
    const routes = others.map(({ vpc }) => [vpc.block, appliance.id] as const)
    drawMainTable(sheet, side.vpc, { routes })
    drawOpenTable(sheet, side.vpc, { routes })
    return appliance
  })
  const [near, far] = appliances
  if (near && far) drawSoftwareVpn(sheet, near.id, far.id)
  return sides.map(({ vpc }) => vpc.id)
}
