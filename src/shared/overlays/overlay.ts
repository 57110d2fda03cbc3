import type { Remarks } from '../drawing/remarks.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'
import type { Slices } from '../slices.ts'

/** Works an overlay out of a design in one state of failure: plain data, in slices. The same in every host. */
export type OverlayMaker = (simulation: Simulation, failed: readonly ElementId[]) => Slices<Remarks>
