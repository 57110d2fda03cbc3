import type { OverlayName } from '../document/overlay-name.ts'
import type { Remarks } from '../drawing/remarks.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'
import type { Slices } from '../slices.ts'
import { addressesOverlay } from './addresses.ts'
import { costOverlay } from './cost.ts'
import { failuresOverlay } from './failures.ts'
import type { OverlayMaker } from './overlay.ts'
import { routingOverlay } from './routing.ts'
import { securityOverlay } from './security.ts'

const MAKERS: Readonly<Record<OverlayName, OverlayMaker>> = {
  routing: routingOverlay,
  failures: failuresOverlay,
  cost: costOverlay,
  addresses: addressesOverlay,
  security: securityOverlay,
}

/** What an overlay says of a design, with some elements down. */
export function remarksOf(simulation: Simulation, overlay: OverlayName, failed: readonly ElementId[] = []): Slices<Remarks> {
  return MAKERS[overlay](simulation, failed)
}
