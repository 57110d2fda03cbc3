import type { RelationLine } from '../document/relation-lines.ts'
import type { DisplayItem } from './display-list.ts'
import type { Scene } from './scene.ts'

/** How the line of a relation looks. */
export const RELATION_LOOK = { ink: 'muted', width: 1.25, dotted: true } as const

/** A relation that fields hold: a thin dotted line, told from links by its pattern. */
export function drawRelation(scene: Scene, line: RelationLine): { readonly line: DisplayItem[] } {
  return { line: scene.relationPaths(line).map((points): DisplayItem => ({ type: 'line', owner: line.id, points, ...RELATION_LOOK })) }
}
