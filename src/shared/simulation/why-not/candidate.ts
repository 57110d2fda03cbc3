import { applyEdit, composeEdits, type Edit } from '../../document/edit.ts'
import type { Design } from '../../document/design.ts'
import { indexOf } from '../../document/query.ts'
import type { Repair } from './repair.ts'
import type { Alternative, ProposedChange } from './types.ts'

/** So many changes a set of repairs is: those of one group are one. */
export const sizeOf = (repairs: readonly Repair[]): number => new Set(repairs.map(({ group }) => group)).size

/** A new connection or gateway weighs as much as this many changes of what is there. */
const NEW_LINK = 3

/** What the search counts: changes, where new connections and gateways count threefold, so that what is there is used first. */
export const costOf = (repairs: readonly Repair[]): number => sizeOf(repairs) + repairs.filter(({ makesNew }) => makesNew).length * (NEW_LINK - 1)

/** How much a set of repairs takes. */
export const weightOf = (repairs: readonly Repair[]): number => repairs.reduce((sum, { weight }) => sum + weight, 0)

/** The same for the same set of repairs in whatever order. */
export const keyOf = (repairs: readonly Repair[]): string => repairs.map(({ id }) => id).sort().join('\n')

/** The same for sets that do the same with the same things, only wider or narrower. */
export const purposeOf = (repairs: readonly Repair[]): string => [...new Set(repairs.map(({ purpose }) => purpose))].sort().join('\n')

/** A repair made on a design; undefined when it does not fit or changes nothing. */
export function make(design: Design, repair: Repair): { readonly design: Design; readonly edit: Edit } | undefined {
  const edit = repair.edit(indexOf(design))
  if (!edit || edit.changes.length === 0) return undefined
  const result = applyEdit(design, edit)
  return result.ok ? { design: result.value, edit } : undefined
}

/** Repairs one after the other; undefined when one of them does not fit. */
export function makeAll(design: Design, repairs: readonly Repair[]): { readonly design: Design; readonly edits: readonly Edit[] } | undefined {
  const edits: Edit[] = []
  let current = design
  for (const repair of repairs) {
    const made = make(current, repair)
    if (!made) return undefined
    edits.push(made.edit)
    current = made.design
  }
  return { design: current, edits }
}

/** A set of repairs as an answer: groups become one change each, everything together one edit. */
export function alternativeOf(design: Design, repairs: readonly Repair[]): Alternative | undefined {
  const groups = [...new Set(repairs.map(({ group }) => group))].map((group) => repairs.filter((repair) => repair.group === group))
  const changes: ProposedChange[] = []
  let current = design
  for (const group of groups) {
    const made = makeAll(current, group)
    if (!made) return undefined
    current = made.design
    const words = group.map((repair) => repair.words).join(', and ')
    changes.push({ words, resources: [...new Set(group.flatMap(({ resources }) => resources))], edit: composeEdits(words.charAt(0).toUpperCase() + words.slice(1), made.edits) })
  }
  const [only, ...others] = changes
  const label = only && others.length === 0 ? only.edit.label : `Let the flow through: ${changes.length} changes`
  return { changes, edit: composeEdits(label.slice(0, 500), changes.map(({ edit }) => edit)) }
}
