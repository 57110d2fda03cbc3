import { isPlaced } from '../../shared/document/groups.ts'
import { hiddenIn, isCollapsed, shownFor } from '../../shared/document/collapsed.ts'
import type { Marking } from '../../shared/document/saved-view.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { MarkSeverity, Overlay } from '../../shared/drawing/index.ts'
import { parentOf } from '../../shared/model/containment.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { definitionOf, type Resource } from '../../shared/model/index.ts'
import { endsOf } from '../../shared/model/link.ts'
import type { Down } from '../../shared/simulation/fail/down.ts'
import type { Trace } from '../../shared/simulation/types.ts'
import type { Analysis } from '../worker/index.ts'

const RANK: Readonly<Record<MarkSeverity, number>> = { error: 0, warning: 1, advice: 2 }

/** The collapsed box that both ends of a link are in: the link itself is not drawn then. */
function inOneBox(index: DesignIndex, link: Resource): ResourceId | undefined {
  const [from, to] = (endsOf(link) ?? []).map((end) => end && hiddenIn(index, end))
  return from !== undefined && from === to ? (from as ResourceId) : undefined
}

/** What is drawn for a resource: itself, or for a setting what it belongs to. */
function drawnFor(index: DesignIndex, id: ResourceId): ResourceId | undefined {
  const resource = index.get(id)
  if (!resource) return undefined
  if (isPlaced(resource)) return shownFor(index, id) as ResourceId // a box is marked as a resource is
  if (definitionOf(resource.kind).appearance === 'link') return inOneBox(index, resource) ?? id
  const parent = parentOf(resource)
  return parent === undefined || parent === id ? undefined : drawnFor(index, parent)
}

/** The worst severity per drawn thing, from the findings that blame it or a setting of it. */
function worstFindings(index: DesignIndex, findings: Analysis['findings']): Map<string, MarkSeverity> {
  const worst = new Map<string, MarkSeverity>()
  for (const finding of findings) {
    // Somebody has decided to live with it.
    if (finding.waiver) continue
    const id = finding.resources[0] && drawnFor(index, finding.resources[0])
    const known = id && worst.get(id)
    if (id && (known === undefined || RANK[finding.severity] < RANK[known])) worst.set(id, finding.severity)
  }
  return worst
}

/** How many findings each collapsed box stands for. */
function insideCounts(index: DesignIndex, findings: Analysis['findings']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { resources: [first], waiver } of findings) {
    const id = waiver || !first ? undefined : drawnFor(index, first)
    if (id && isCollapsed(index, id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** The way of a packet on the canvas: the things it passes, in order, and the links it takes. */
function pathOf(index: DesignIndex, trace: Trace): { readonly hops: readonly string[]; readonly links: readonly string[] } {
  const hops: ResourceId[] = []
  const links = new Set<string>()
  for (const hop of trace.forward.hops) {
    for (const step of hop.steps) if (step.kind === 'tunnel') links.add(step.resource)
    const id = hop.resource === 'internet' ? undefined : drawnFor(index, hop.resource)
    const resource = index.get(id)
    if (!id || !resource) continue
    if (definitionOf(resource.kind).appearance === 'link') links.add(id)
    else if (!hops.includes(id)) hops.push(id)
  }
  for (const [at, hop] of hops.entries()) {
    const before = hops[at - 1]
    const joining = index.links(hop).filter((link) => before !== undefined && endsOf(link)?.includes(before) === true)
    if (joining[0] && !joining.some((link) => links.has(link.id))) links.add(joining[0].id)
  }
  return { hops, links: [...links] }
}

/** Where a packet that does not arrive comes to an end, or else its reply; undefined too where the design cannot tell. */
function stopOf(index: DesignIndex, trace: Trace): ResourceId | undefined {
  const path = trace.forward.success ? trace.return : trace.forward
  if (!path || path.success || path.disposition === 'unknown') return undefined
  const last = path.hops.at(-1)
  return last && last.resource !== 'internet' ? drawnFor(index, last.resource) : undefined
}

/** As much of an overlay as is to be marked; a path, locks and what is down always are. */
export function marked(overlay: Overlay, marking: Marking): Overlay {
  const { findings, singlePoints, ...rest } = overlay
  return {
    ...rest,
    ...(findings && (marking === 'all' || marking === 'problems') ? { findings } : {}),
    ...(singlePoints && (marking === 'all' || marking === 'failures') ? { singlePoints } : {}),
  }
}

/** What of a session is shown on top of the drawing. */
export interface Shown {
  readonly analysis: Analysis | undefined
  readonly trace: Trace | undefined
  readonly down: Down
}

/** The overlay of a design from what the analysis said, the flow on show and what is down. */
export function overlayOf(index: DesignIndex, shown: Shown): Overlay {
  const { analysis, trace, down } = shown
  const stop = trace && stopOf(index, trace)
  return {
    findings: worstFindings(index, analysis?.findings ?? []),
    singlePoints: new Set((analysis?.verdicts ?? []).flatMap((verdict) => verdict.singlePointsOfFailure.flatMap((point) => (point.resource && drawnFor(index, point.resource)) ?? []))),
    inside: insideCounts(index, analysis?.findings ?? []),
    locked: new Set(Object.keys({ ...index.design.placements, ...index.design.boxes }).filter((id) => isLocked(index, id))),
    failed: new Set(down.failed),
    carried: new Set(down.carried),
    tunnels: new Map(down.tunnels.map(({ connection, tunnel }) => [connection, tunnel])),
    ...(trace ? { path: pathOf(index, trace) } : {}),
    ...(stop === undefined ? {} : { stop }),
  }
}
