import type { z } from 'zod'

/**
 * How a kind appears. `container`: a box that holds others; `node`: an icon; `link`: a line between its ends;
 * `setting`: not drawn, edited in the inspector of the resource it belongs to; `annotation`: drawn, without meaning to the network.
 */
export type Appearance = 'container' | 'node' | 'link' | 'setting' | 'annotation'

/** Where a kind may be put: kinds of containers, group boxes, or the bare canvas. */
export type Parent = string

/** One end of a link: the field that names it and the kinds it may be. */
export interface LinkEnd {
  readonly field: string
  readonly kinds: readonly string[]
}

/** A section of the palette. */
export type PaletteTitle = 'Customer network' | 'Remote users' | 'VPC' | 'Hosts and appliances' | 'Gateways' | 'Endpoints' | 'Hybrid' | 'Annotations'

/** A form of a kind that people look for by a name of its own, such as a VPN appliance among instances. */
export interface Variant {
  /** What the palette calls it. */
  readonly label: string
  /** What new ones are called; the label where it is short enough. */
  readonly name?: string
  /** As the kind's icon; undefined: that one. */
  readonly icon?: string
  /** Field values by which it is told from the kind's other forms. A kind whose defaults have them has no form without a variant. */
  readonly is: Readonly<Record<string, string>>
  /** Field values of a new one, besides the kind's defaults and `is`. */
  readonly defaults?: () => Readonly<Record<string, unknown>>
  /** Where it may be put, when that differs from the kind. */
  readonly parents?: readonly Parent[]
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
  readonly palette?: PaletteTitle
  readonly schema: S
  /** Field that names the container it sits in. Arrays of attachments use the first entry. */
  readonly parentField?: string
  /** The fields by kind of container, where it depends on that; the first that is set holds it. */
  readonly parentFields?: Readonly<Record<string, string>>
  /** What may hold it. `region` and `canvas` are always meant literally. */
  readonly parents: readonly Parent[]
  /** Ends of a link. `alternatives` name the field to use for a kind when an end has several fields. */
  readonly ends?: readonly [readonly LinkEnd[], readonly LinkEnd[]]
  /** A link that runs through another node names its field here (a VIF on its connection). */
  readonly via?: string
  /** Forms with names of their own. */
  readonly variants?: readonly Variant[]
  /** Field values of a new one, besides id, name and parent; addresses are chosen by whoever creates it. */
  readonly defaults: () => Record<string, unknown>
}

/** Declares a kind; checks nothing at run time, the registry test does. */
export function defineKind<const S extends z.ZodObject>(definition: KindDefinition<S>): KindDefinition<S> {
  return definition
}
