import type { z } from 'zod'

/**
 * How a kind appears. `container`: a box that holds others; `node`: an icon; `link`: a line between its ends;
 * `setting`: not drawn, edited in the inspector of the resource it belongs to.
 */
export type Appearance = 'container' | 'node' | 'link' | 'setting'

/** Where a kind may be put: kinds of containers, group boxes, or the bare canvas. */
export type Parent = string

/** One end of a link: the field that names it and the kinds it may be. */
export interface LinkEnd {
  readonly field: string
  readonly kinds: readonly string[]
}

/** The definition of a kind: everything the product must know of it that is not behaviour. */
export interface KindDefinition<S extends z.ZodObject = z.ZodObject> {
  readonly kind: string
  /** Singular name in AWS's words. */
  readonly label: string
  readonly plural: string
  readonly appearance: Appearance
  /** Path of the official icon below the icon set's root, without extension; undefined: a neutral shape. */
  readonly icon?: string
  /** Palette section; kinds without one cannot be dragged (links are drawn, settings are added in the inspector). */
  readonly palette?: 'Customer network' | 'VPC' | 'Gateways' | 'Hybrid'
  readonly schema: S
  /** Field that names the container it sits in. Arrays of attachments use the first entry. */
  readonly parentField?: string
  /** What may hold it. `region` and `canvas` are always meant literally. */
  readonly parents: readonly Parent[]
  /** Ends of a link. `alternatives` name the field to use for a kind when an end has several fields. */
  readonly ends?: readonly [readonly LinkEnd[], readonly LinkEnd[]]
  /** A link that runs through another node names its field here (a VIF on its connection). */
  readonly via?: string
  /** Field values of a new one, besides id, name and parent; addresses are chosen by whoever creates it. */
  readonly defaults: () => Record<string, unknown>
}

/** Declares a kind; checks nothing at run time, the registry test does. */
export function defineKind<const S extends z.ZodObject>(definition: KindDefinition<S>): KindDefinition<S> {
  return definition
}
