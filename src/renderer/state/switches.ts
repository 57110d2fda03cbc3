import { boxOf } from '../../shared/document/groups.ts'
import { type DesignIndex, displayName } from '../../shared/document/query.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { Elements } from '../../shared/simulation/elements.ts'
import { placesOf as places } from '../../shared/simulation/fail/places.ts'
import { type Switches, switchesOf } from '../../shared/simulation/fail/switches.ts'
import type { FailableElement } from '../../shared/simulation/types.ts'
import type { DesignSession, SelectableId } from './session.svelte.ts'

const known = new WeakMap<DesignIndex, Elements>()

function elementsIn(index: DesignIndex): Elements {
  const elements = known.get(index) ?? new Elements(index)
  known.set(index, elements)
  return elements
}

/** What can be switched off at a resource or group box of the design as it is now. */
export function switchesAt({ index }: DesignSession, id: SelectableId): Switches {
  return switchesOf(elementsIn(index), index, id)
}

/** Where an element is on the canvas: the resource or box that it is, else everything that it carries (a Direct Connect location). */
export function placesOf({ index }: DesignSession, element: Pick<FailableElement, 'element' | 'resource'>): readonly SelectableId[] {
  return places(elementsIn(index), index, element)
}

/** The elements that are the things themselves, each once. */
export function ownElements(session: DesignSession, ids: Iterable<SelectableId>): readonly FailableElement[] {
  const found = [...ids].flatMap((id) => switchesAt(session, id).own)
  return [...new Map(found.map((element) => [element.element, element])).values()]
}

/** True when all of them are switched off. */
export function areOff(session: DesignSession, elements: readonly FailableElement[]): boolean {
  return elements.length > 0 && elements.every(({ element }) => session.failed.has(element))
}

/** Switches elements off, or on again when all of them are off. */
export function toggleElements(session: DesignSession, elements: readonly FailableElement[]): void {
  session.switchElements(elements.map(({ element }) => element), !areOff(session, elements))
}

/** Switches what is selected off or on; says why when none of it fails on its own. False when nothing is selected. */
export function toggleSelected(session: DesignSession): boolean {
  const { selection, index } = session
  const [only, ...others] = selection
  if (only === undefined) return false
  const elements = ownElements(session, selection)
  if (elements.length > 0) {
    toggleElements(session, elements)
    return true
  }
  const { around } = switchesAt(session, only)
  const resource = index.get(only as ResourceId)
  const name = others.length > 0 ? 'The selection' : resource ? displayName(resource) : (boxOf(index, only)?.label ?? only)
  const instead = others.length === 0 && around.length > 0 ? ` It goes down with ${around.map(({ label }) => label).join(' or ')}: switch that off.` : ''
  session.notices.add('info', `${name} does not fail on its own.${instead}`)
  return true
}
