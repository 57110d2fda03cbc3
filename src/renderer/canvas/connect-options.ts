import { type ConnectChoice, connectChoices } from '../../shared/document/commands/connect-choices.ts'
import { isPlaced } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Resource } from '../../shared/model/index.ts'
import { endsOf } from '../../shared/model/link.ts'
import { byName } from '../../shared/document/natural-order.ts'
import { likelyRank } from './likely.ts'
import { nameWords } from './spoken.ts'

/** A line of the list that connects by keyboard: whom to connect to, and with what. */
export interface ConnectOption {
  readonly target: string
  /** What it would be. */
  readonly detail: string
  readonly choice: ConnectChoice
}

/** Whether two things are joined by a link already. */
function areJoined(index: DesignIndex, a: ResourceId, b: ResourceId): boolean {
  return index.links(a).some((link) => endsOf(link)?.includes(b) === true)
}

/**
 * Everything that a resource can be joined with; each link once, under the end that it really has. What it is joined with already comes
 * last; before that come the kinds that people mostly connect it with, then the others, each in order of name.
 */
export function connectOptions(index: DesignIndex, from: ResourceId): ConnectOption[] {
  const kind = index.get(from)?.kind ?? ''
  const others = Object.values(index.design.resources).filter((resource) => resource.id !== from && isPlaced(resource) && resource.kind !== 'subnet')
  const rankOf = (resource: Resource): number => (areJoined(index, from, resource.id) ? 1000 : likelyRank(kind, resource.kind))
  const options = others.flatMap((resource) => connectChoices(index, from, resource.id).map((choice) => ({ target: nameWords(index, resource.id), detail: choice.label, choice, rank: rankOf(resource) })))
  const once = new Map<string, (typeof options)[number]>()
  for (const option of options) {
    const key = JSON.stringify(option.choice.link ?? option.choice.attach ?? option.choice.set)
    const known = once.get(key)
    if (!known || option.choice.label.length < known.choice.label.length) once.set(key, option)
  }
  return [...once.values()].sort((a, b) => a.rank - b.rank || byName(a.target, b.target)).map(({ target, detail, choice }) => ({ target, detail, choice }))
}
