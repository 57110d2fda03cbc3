import type { RelationLine } from '../document/relation-lines.ts'
import type { DisplayItem } from './display-list.ts'
import type { Scene } from './scene.ts'

/** A relation that fields hold: a thin dotted line, told from links by its pattern. */
export function drawRelation(scene: Scene, line: RelationLine): { readonly line: DisplayItem[] } {
  return { line: scene.relationPaths(line).map((points): DisplayItem => ({ type: 'line', owner: line.id, points, ink: 'muted', width: 1.25, dotted: true })) }
}
