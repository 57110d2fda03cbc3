import type { Design } from '../../../src/shared/document/design.ts'
import { boxOf, holderOf } from '../../../src/shared/document/groups.ts'
import { indexOf } from '../../../src/shared/document/query.ts'
import { relationLinesOf } from '../../../src/shared/document/relation-lines.ts'
import { boxCaption, captionOf, type Icon, iconOf, ownersOf, type Rect, rectOf } from '../../../src/shared/drawing/index.ts'
import { isFrame } from '../../../src/shared/drawing/sizes.ts'
import type { ResourceId } from '../../../src/shared/model/id.ts'
import { endsOf } from '../../../src/shared/model/link.ts'
import { iconNameOf } from '../../../src/shared/model/variant.ts'

/** A box of the graph, at its place on the canvas. */
export interface GraphBox extends Rect {
  readonly id: string
  readonly parent?: string
  readonly isFrame: boolean
  readonly label: string
  /** Name of its picture among those of the graph. */
  readonly icon?: string
}

/** A line of the graph. */
export interface GraphLine {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** A design as the boxes and lines that any canvas can draw: containers before what they hold. */
export interface Graph {
  readonly boxes: readonly GraphBox[]
  readonly lines: readonly GraphLine[]
  readonly icons: Readonly<Record<string, string>>
}

const svgOf = ({ viewBox, paths }: Icon): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="${viewBox}">${paths.map(({ d, fill, rule }) => `<path d="${d}" fill="${fill}"${rule ? ` fill-rule="${rule}"` : ''}/>`).join('')}</svg>`

/** What of a design is drawn, as plain boxes and lines. */
export function graphOf(design: Design): Graph {
  const index = indexOf(design)
  const relations = relationLinesOf(index).byId
  const [boxes, lines]: [GraphBox[], GraphLine[]] = [[], []]
  const icons: Record<string, string> = {}
  for (const id of ownersOf(index)) {
    const [resource, box, relation] = [index.get(id as ResourceId), boxOf(index, id), relations.get(id)]
    const rect = rectOf(index, id)
    const [from, to] = relation ? [relation.of, relation.to] : ((resource && endsOf(resource)) ?? [])
    if (from !== undefined && to !== undefined) lines.push({ id, from, to })
    else if (rect) {
      const parent = holderOf(index, id)
      const icon = resource && iconNameOf(resource)
      if (icon !== undefined) icons[icon] ??= `data:image/svg+xml;base64,${Buffer.from(svgOf(iconOf(icon))).toString('base64')}`
      const label = box ? boxCaption(box).title : resource ? captionOf(resource).title : ''
      boxes.push({ id, ...rect, isFrame: isFrame(box?.kind ?? resource?.kind ?? 'vpc'), label, ...(parent === undefined ? {} : { parent }), ...(icon === undefined ? {} : { icon }) })
    }
  }
  return { boxes, lines, icons }
}
