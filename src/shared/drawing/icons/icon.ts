/** A filled outline, in SVG path syntax. */
export interface IconPath {
  readonly d: string
  /** A colour such as #8c4fff. */
  readonly fill: string
  readonly rule: 'nonzero' | 'evenodd'
}

/** An icon as plain data, so that a canvas, SVG and PDF can all draw it. */
export interface Icon {
  /** Always starts at the origin: `0 0 width height`. */
  readonly viewBox: string
  readonly paths: readonly IconPath[]
  /** Dark line art that needs a light plate on a dark page. */
  readonly plate?: boolean
}
