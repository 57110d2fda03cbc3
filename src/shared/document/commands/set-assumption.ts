import type { Assumption, AssumptionId } from '../assumption.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'

/** Changes what is assumed about something; an undefined field takes it away, and an assumption that says nothing goes. */
export function setAssumption(design: Design, id: AssumptionId, fields: Partial<Omit<Assumption, 'id'>>, label: string): Edit {
  const before = design.assumptions?.[id]
  const stated = Object.entries({ ...before, ...fields, id }).filter(([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0))
  const after = stated.length > 1 ? Object.fromEntries(stated) : undefined
  if (before === undefined && after === undefined) return { label, changes: [] }
  return { label, changes: [{ op: 'put', collection: 'assumptions', id, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }] }
}
