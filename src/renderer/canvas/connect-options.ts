import { type ConnectChoice, connectChoices } from '../../shared/document/commands/connect-choices.ts'
import { isPlaced } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { nameWords } from './spoken.ts'

/** A line of the list that connects by keyboard: whom to connect to, and with what. */
export interface ConnectOption {
  readonly target: string
  /** What it would be. */
  readonly detail: string
  readonly choice: ConnectChoice
}

/** Everything that a resource can be joined with, in order of name; each link once, under the end that it really has. */
export function connectOptions(index: DesignIndex, from: ResourceId): ConnectOption[] {
  const others = Object.values(index.design.resources).filter((resource) => resource.id !== from && isPlaced(resource) && resource.kind !== 'subnet')
  const options = others.flatMap((resource) => connectChoices(index, from, resource.id).map((choice) => ({ target: nameWords(index, resource.id), detail: choice.label, choice })))
  const once = new Map<string, ConnectOption>()
  for (const option of options) {
    const key = JSON.stringify(option.choice.link ?? option.choice.attach ?? option.choice.set)
    const known = once.get(key)
    if (!known || option.choice.label.length < known.choice.label.length) once.set(key, option)
  }
  return [...once.values()].sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0))
}

/** The options in which every typed word occurs. */
export function matching<T extends { readonly target: string; readonly detail: string }>(options: readonly T[], typed: string): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return options.filter(({ target, detail }) => words.every((word) => `${target} ${detail}`.toLowerCase().includes(word)))
}
