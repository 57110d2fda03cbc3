import type { Design } from '../../src/shared/document/design.ts'
import { applyEdit, type Edit } from '../../src/shared/document/edit.ts'
import { simulate, type Simulation } from '../../src/shared/simulation/index.ts'
import { makeResourceId } from '../../src/shared/model/id.ts'

/** Adds a route to one VPC's main table, the most common edit: nothing but that VPC can behave differently. */
export function routeEdit(design: Design, vpc: number): Edit {
  const id = makeResourceId('route-table', `v${String(vpc).padStart(4, '0')}-main`)
  const resource = design.resources[id]
  if (resource?.kind !== 'route-table') throw new Error(`${id} is not in the design`)
  const after = [...resource.Routes, { DestinationCidrBlock: '192.168.0.0/16', target: makeResourceId('transit-gateway', 'hub') }]
  return { label: 'Add a route', changes: [{ op: 'set', collection: 'resources', id, field: 'Routes', before: resource.Routes, after }] }
}

/** Applies an edit and simulates what comes out on top of what is known, up to the point where it can be asked. */
export function reanalyse(before: Simulation, edit: Edit): Simulation {
  const after = applyEdit(before.design, edit)
  if (!after.ok) throw new Error(JSON.stringify(after.problems))
  return simulate(after.value, before)
}
