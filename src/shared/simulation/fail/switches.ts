import { boxOf, type DerivedBox, membersOf } from '../../document/groups.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Elements } from '../elements.ts'
import type { ElementId, FailableElement } from '../types.ts'

/** What can be switched off at a thing that is drawn. */
export interface Switches {
  /** The elements that are the thing itself: a VPN connection has its tunnels. */
  readonly own: readonly FailableElement[]
  /** The elements that take it down when they fail: the zone of a subnet, the location of a Direct Connect connection. */
  readonly around: readonly FailableElement[]
}

/** The element that a group box stands for and, after it, those that take it down. An account does not fail. */
export function elementsOfBox(elements: Elements, index: DesignIndex, box: DerivedBox): readonly ElementId[] {
  if (box.kind === 'region') return box.Region === undefined ? [] : [`region:${box.Region}`]
  if (box.kind === 'account') return []
  const subnet = membersOf(index, box.id).map((id) => index.getOf('subnet', id as ResourceId)).find((member) => member !== undefined)
  const zone = subnet && elements.zoneOf(subnet.id)
  return subnet === undefined || zone === undefined ? [] : [zone, ...elements.of(subnet.id).filter((element) => element !== zone)]
}

/** What can be switched off at a resource or group box. */
export function switchesOf(elements: Elements, index: DesignIndex, id: string): Switches {
  const box = boxOf(index, id)
  if (box) {
    const [own, ...around] = elementsOfBox(elements, index, box)
    return { own: elements.among(own === undefined ? [] : [own]), around: elements.among(around) }
  }
  const own = elements.all.filter(({ resource }) => resource === id)
  const ids = new Set(own.map(({ element }) => element))
  return { own, around: elements.among(elements.of(id as ResourceId).filter((element) => !ids.has(element))) }
}
