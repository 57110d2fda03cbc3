import type { OverlayName } from '../document/overlay-name.ts'
import type { Remarks } from '../drawing/remarks.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'
import type { Slices } from '../slices.ts'
import { costOverlay } from './cost.ts'
import type { OverlayMaker } from './overlay.ts'

const MAKERS: Readonly<Record<OverlayName, OverlayMaker>> = {
  cost: costOverlay,
}

/** What an overlay says of a design, with some elements down. */
export function remarksOf(simulation: Simulation, overlay: OverlayName, failed: readonly ElementId[] = []): Slices<Remarks> {
  return MAKERS[overlay](simulation, failed)
}
