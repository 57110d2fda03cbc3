import type { Kind } from '../../shared/model/index.ts'
import { KIND_DEFINITIONS } from '../../shared/model/index.ts'
import type { PaletteKind } from './targets.ts'

/** One thing that can be put on the canvas. */
export interface PaletteItem {
  readonly kind: PaletteKind
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

/** Every section with what can be dragged from it: the group boxes, then the kinds of the catalogue by their section. */
export const PALETTE: readonly PaletteSection[] = [
  GROUPS,
  ...[...new Set(KIND_DEFINITIONS.flatMap(({ palette }) => palette ?? []))].map((title) => ({
    title,
    items: KIND_DEFINITIONS.filter(({ palette }) => palette === title).map(({ kind, label, icon }) => ({ kind: kind as Kind, label, icon })),
  })),
]
