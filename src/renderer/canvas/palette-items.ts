import type { Kind } from '../../shared/model/index.ts'
import { KIND_DEFINITIONS } from '../../shared/model/index.ts'
import type { KindDefinition } from '../../shared/model/kind.ts'
import type { Wanted } from './targets.ts'

/** One thing that can be put on the canvas. */
export interface PaletteItem extends Wanted {
  readonly label: string
  readonly icon: string | undefined
}

/** A section of the palette. */
export interface PaletteSection {
  readonly title: string
  readonly items: readonly PaletteItem[]
}

const GROUPS: PaletteSection = {
  title: 'Groups',
  items: [
    { kind: 'region', label: 'Region', icon: 'architecture-group/Region' },
    { kind: 'zone', label: 'Availability Zone', icon: undefined },
  ],
}

/** A kind and its forms; the plain one only where its defaults are not those of a form. */
function itemsOf({ kind, label, icon, variants = [], defaults }: KindDefinition): PaletteItem[] {
  const fields = defaults()
  const isForm = variants.some(({ is }) => Object.entries(is).every(([field, value]) => fields[field] === value))
  const plain: PaletteItem[] = isForm ? [] : [{ kind: kind as Kind, label, icon }]
  return [...plain, ...variants.map((variant) => ({ kind: kind as Kind, variant, label: variant.label, icon: variant.icon ?? icon }))]
}

/** Every section with what can be dragged from it: the group boxes, then the kinds of the catalogue by their section. */
export const PALETTE: readonly PaletteSection[] = [
  GROUPS,
  ...[...new Set(KIND_DEFINITIONS.flatMap(({ palette }) => palette ?? []))].map((title) => ({
    title,
    items: KIND_DEFINITIONS.filter(({ palette }) => palette === title).flatMap(itemsOf),
  })),
]

/** The sections with the items in whose name, or section's name, every typed word occurs; sections without any are left out. */
export function paletteFor(typed: string): readonly PaletteSection[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return PALETTE
  const fits = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  return PALETTE.map(({ title, items }) => ({ title, items: items.filter(({ label }) => fits(`${label} ${title}`)) })).filter(({ items }) => items.length > 0)
}
