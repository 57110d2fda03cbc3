import type { DesignIndex } from '../../../shared/document/query.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { KIND_DEFINITIONS, type Kind, type Resource } from '../../../shared/model/index.ts'

/** Settings of one kind that belong to a resource (a VPC's route tables), or to the design itself. */
export interface OwnedSettings {
  readonly kind: Kind
  readonly label: string
  readonly singular: string
  readonly settings: readonly Resource[]
}

/** The kinds of settings that a kind owns; `canvas` stands for the design itself. */
export function settingKindsOf(owner: Kind | 'canvas'): readonly Kind[] {
  return KIND_DEFINITIONS.filter(({ appearance, parents }) => appearance === 'setting' && parents.includes(owner)).map(({ kind }) => kind as Kind)
}

/** The settings that belong to a resource; without one: those of the design itself. Sections are there even when empty. */
export function ownedSettings(index: DesignIndex, owner: Resource | undefined): OwnedSettings[] {
  return settingKindsOf(owner?.kind ?? 'canvas').map((kind) => {
    const { label, plural } = KIND_DEFINITIONS.find((definition) => definition.kind === kind) ?? { label: kind, plural: kind }
    const settings: readonly Resource[] = owner ? index.childrenOf(kind, owner.id as ResourceId) : index.all(kind)
    return { kind, label: plural, singular: label, settings }
  })
}
