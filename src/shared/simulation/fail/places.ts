import { boxesOf, type HolderId } from '../../document/groups.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { Elements } from '../elements.ts'
import type { FailableElement } from '../types.ts'
import { elementsOfBox } from './switches.ts'

/** Where an element is on the canvas: the resource or box that it is, else everything that it carries (a Direct Connect location). */
export function placesOf(elements: Elements, index: DesignIndex, { element, resource }: Pick<FailableElement, 'element' | 'resource'>): readonly HolderId[] {
  if (resource !== undefined) return [resource]
  const boxes = boxesOf(index).filter((box) => elementsOfBox(elements, index, box)[0] === element)
  if (boxes.length > 0) return boxes.map(({ id }) => id)
  return Object.values(index.design.resources).filter(({ id }) => elements.of(id).includes(element)).map(({ id }) => id)
}
