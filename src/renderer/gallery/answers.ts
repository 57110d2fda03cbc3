import type { Design } from '../../shared/document/design.ts'
import { drawDesign, type ThemeName, themeOf, toSvg } from '../../shared/drawing/index.ts'
import type { LayerName } from '../../shared/model/layer.ts'
import { type PatternId, placedPattern } from '../../shared/patterns/index.ts'
import { simulate } from '../../shared/simulation/index.ts'
import { type FailurePoint, failurePoints } from '../panels/intents/failure-points.ts'

/** How a pattern is drawn: as a small picture without words, which nobody could read, or with everything. */
export type PictureSize = 'small' | 'full'

/** What must hold in a pattern, as the simulation judges it. */
export interface PatternTruth {
  readonly intents: readonly { readonly statement: string; readonly holds: boolean | null }[]
  readonly points: readonly FailurePoint[]
}

/** A question about a pattern. */
export type Question =
  | { readonly kind: 'picture'; readonly id: PatternId; readonly theme: ThemeName; readonly size: PictureSize }
  | { readonly kind: 'truth'; readonly id: PatternId }

/** What must hold is told beside the picture. */
const PLAIN: ReadonlySet<LayerName> = new Set(['Intents'])

const placed = new Map<PatternId, Design>()

/** A pattern laid out, kept: each is asked about several times. */
function designOf(id: PatternId): Design {
  const design = placed.get(id) ?? placedPattern(id)
  placed.set(id, design)
  return design
}

/** The drawing of a pattern as SVG text; ids inside are the picture's own, so that many fit into one page. */
export function pictureOf(id: PatternId, theme: ThemeName, size: PictureSize): string {
  const list = drawDesign(designOf(id), { hidden: PLAIN })
  if (size === 'full') return toSvg(list, themeOf(theme), { title: id, ids: `${id}-full` })
  const items = list.items.filter(({ type }) => type !== 'text')
  return toSvg({ ...list, items }, themeOf(theme), { title: id, ids: `${id}-small`, margin: 8 })
}

const sentence = (statement: string): string => statement.charAt(0).toUpperCase() + statement.slice(1)

/** What must hold in a pattern, and what alone breaks it. */
export function truthOf(id: PatternId): PatternTruth {
  const simulation = simulate(designOf(id))
  const verdicts = simulation.verdicts().filter(({ suggested }) => !suggested)
  return {
    intents: verdicts.map(({ statement, holds }) => ({ statement: sentence(statement), holds })),
    points: failurePoints(verdicts, simulation.elements),
  }
}
