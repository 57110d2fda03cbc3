import { displayName } from '../../document/query.ts'
import type { Resource } from '../../model/index.ts'
import { estimateAvailability } from '../availability/estimate.ts'
import { dependents, outcomes, why, withEndsUp } from '../fail/outcomes.ts'
import { timelineOf } from '../time/timeline.ts'
import type { ElementId, FailableElement } from '../types.ts'
import { allEncrypted, enoughBandwidth, offInternet, rateWords } from './quality.ts'
import { type Judgement, MET, type RequirementName, type Requiring, worst } from './requirement.ts'

/** How a requirement is asked for and judged; `asked` is undefined where the intent does not ask. */
export interface Judge {
  readonly asked: (requiring: Requiring['intent']) => string | undefined
  readonly judge: (requiring: Requiring) => Judgement
}

const percent = (share: number) => `${Number((share * 100).toFixed(5))} %`

const labelOf = ({ simulation }: Requiring, element: ElementId): FailableElement | undefined => simulation.network.elements.among([element])[0]

/** Elements that flows depend on, in the simulation's order. */
const carrying = ({ simulation, baseline }: Requiring): readonly FailableElement[] => simulation.network.elements.among(dependents(baseline).keys())

function survives(requiring: Requiring): Judgement {
  const { simulation, intent } = requiring
  const points = simulation.judge(intent).singlePointsOfFailure
  if (points.length > 0) {
    const labels = points.map(({ element }) => labelOf(requiring, element)?.label ?? element)
    return { holds: false, reason: `${labels.slice(0, 3).join(', ')}${labels.length > 3 ? ` and ${labels.length - 3} more` : ''} alone ${labels.length === 1 ? 'breaks' : 'break'} it`, elements: points.map(({ element }) => element), resources: points.flatMap(({ resource }) => resource ?? []) }
  }
  const [pair, ...more] = intent.survives === 2 ? simulation.pairs(intent) : []
  if (!pair) return untold(requiring)
  const [one, other] = pair.elements.map((element) => labelOf(requiring, element))
  return { holds: false, reason: `${one?.label} and ${other?.label} together break it${more.length > 0 ? `, and ${more.length} more pairs do` : ''}`, elements: pair.elements, resources: [one?.resource, other?.resource].flatMap((id) => id ?? []) }
}

/** Cannot tell where the loss of an element leaves flows of which nobody can say whether they work. */
function untold(requiring: Requiring): Judgement {
  const { simulation, baseline } = requiring
  const dependentsOf = dependents(baseline)
  for (const { element, label, resource } of carrying(requiring)) {
    const pairs = withEndsUp(baseline.map(({ pair }) => pair), [element]).filter((pair) => dependentsOf.get(element)?.has(pair))
    const doubtful = outcomes(pairs, (flow, failed) => simulation.trace(flow, failed), [element]).find(({ works }) => works === null)
    if (doubtful) return { holds: null, reason: `without ${label}, ${why(simulation.network, doubtful)}`, elements: [element], resources: resource === undefined ? [] : [resource] }
  }
  return MET
}

function bandwidthAfterFailure(requiring: Requiring): Judgement {
  const { simulation, intent, baseline } = requiring
  const mbps = intent.bandwidthAfterFailureMbps ?? 0
  const dependentsOf = dependents(baseline)
  const judgements = carrying(requiring).map(({ element, label }): Judgement => {
    const pairs = withEndsUp(baseline.map(({ pair }) => pair), [element]).filter((pair) => dependentsOf.get(element)?.has(pair))
    // What stops working altogether is for the requirement to survive; here it is what is left of the rate.
    const left = outcomes(pairs, (flow, failed) => simulation.trace(flow, failed), [element])
    const found = worst(left.map((outcome): Judgement => (outcome.works === false ? { holds: false, reason: 'nothing gets through' } : outcome.works === null ? { holds: null, reason: 'it cannot be told what works' } : enoughBandwidth(simulation.network, outcome, mbps))))
    return found.holds === true ? MET : { ...found, reason: `without ${label}, ${found.reason}`, elements: [element] }
  })
  return worst(judgements)
}

/** Whether AWS carries it within one Region: every VPC, gateway and attachment on the way says the same Region. */
function inRegion({ simulation, baseline }: Requiring): Judgement {
  const regions = new Map<string, Resource>()
  for (const { trace } of baseline) {
    for (const { resource } of [...trace.forward.hops, ...(trace.return?.hops ?? [])]) {
      const found = resource === 'internet' ? undefined : simulation.network.index.get(resource)
      // A Direct Connect gateway is global; what has no Region of its own says nothing.
      if (found && 'Region' in found && typeof found.Region === 'string' && found.kind !== 'customer-gateway') regions.set(found.Region, found)
    }
  }
  const [one, other] = [...regions]
  if (!one || !other) return MET
  const [[here, near], [there, far]] = [one, other]
  return { holds: false, reason: `${displayName(near)} is in ${here}, ${displayName(far)} in ${there}`, resources: [near.id, far.id] }
}

function availability({ simulation, intent }: Requiring): Judgement {
  const target = intent.availabilityTarget ?? 0
  const estimate = estimateAvailability(simulation, intent)
  const interval = estimate.availability
  if (estimate.verdict !== 'estimated' || !interval) return { holds: null, reason: `its availability cannot be estimated: ${estimate.reason ?? `figures are missing for ${estimate.missing.map(({ label }) => label).slice(0, 3).join(', ')}`}` }
  if (interval.lower >= target) return MET
  const [least, most] = [percent(interval.lower), percent(interval.upper)]
  const words = `the estimate is ${least === most ? least : `${least} to ${most}`}`
  const dearest = estimate.contributions[0]
  return { holds: interval.upper < target ? false : null, reason: `${words}${dearest ? `, most of the downtime from ${dearest.labels.join(' and ')}` : ''}`, elements: dearest?.elements ?? [] }
}

function recovery(requiring: Requiring): Judgement {
  const { simulation, intent } = requiring
  const most = (intent.recoverySeconds ?? 0) * 1000
  return worst(
    carrying(requiring).map(({ element, label }): Judgement => {
      const timeline = timelineOf(simulation, { element, manner: 'silent' }, { intents: [intent] })
      const found = timeline.ok ? timeline.value.intents[0] : undefined
      if (!found) return MET
      const base = { elements: [element] }
      // What never comes back is for the requirement to survive.
      if (found.lostMs === undefined) return { ...base, holds: false, reason: `without ${label} it stays lost` }
      if (found.lostMs > most) return { ...base, holds: false, reason: `without ${label} it is lost for up to ${Number((found.lostMs / 1000).toFixed(1))} s` }
      return found.untoldMs === 0 ? MET : { ...base, holds: null, reason: `how long it is lost without ${label} rests on timers that nobody states` }
    }),
  )
}

/** Every requirement: how it is asked for, and its judge. */
export const JUDGES: Readonly<Record<RequirementName, Judge>> = {
  survives: { asked: ({ survives: count }) => (count === undefined ? undefined : `survive any ${count === 1 ? 'one failure' : 'two failures'}`), judge: survives },
  bandwidth: {
    asked: ({ bandwidthMbps }) => (bandwidthMbps === undefined ? undefined : `carry ${rateWords(bandwidthMbps)}`),
    judge: ({ simulation, intent, baseline }) => worst(baseline.map((outcome) => enoughBandwidth(simulation.network, outcome, intent.bandwidthMbps ?? 0))),
  },
  'bandwidth-after-failure': { asked: ({ bandwidthAfterFailureMbps: mbps }) => (mbps === undefined ? undefined : `carry ${rateWords(mbps)} after any one failure`), judge: bandwidthAfterFailure },
  encrypted: { asked: ({ encrypted }) => (encrypted ? 'be encrypted' : undefined), judge: ({ simulation, baseline }) => worst(baseline.map((outcome) => allEncrypted(simulation.network, outcome))) },
  'off-internet': { asked: (intent) => (intent.offInternet ? 'stay off the internet' : undefined), judge: ({ simulation, baseline }) => worst(baseline.map((outcome) => offInternet(simulation.network, outcome))) },
  latency: {
    asked: ({ latencyClass }) => (latencyClass === undefined ? undefined : latencyClass === 'steady' ? 'have a steady latency' : 'have the latency of one Region'),
    judge: (requiring) => worst([...requiring.baseline.map((outcome) => offInternet(requiring.simulation.network, outcome)), ...(requiring.intent.latencyClass === 'in-region' ? [inRegion(requiring)] : [])]),
  },
  availability: { asked: ({ availabilityTarget }) => (availabilityTarget === undefined ? undefined : `hold ${percent(availabilityTarget)} of the time`), judge: availability },
  recovery: { asked: ({ recoverySeconds }) => (recoverySeconds === undefined ? undefined : `be back within ${recoverySeconds} s of any one failure`), judge: recovery },
}
