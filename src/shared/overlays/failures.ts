import type { HolderId } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { Remark } from '../drawing/remarks.ts'
import type { ResourceId } from '../model/id.ts'
import { downIn } from '../simulation/fail/down.ts'
import { placesOf } from '../simulation/fail/places.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId, FailableElement, IntentVerdict } from '../simulation/types.ts'
import type { OverlayMaker } from './overlay.ts'

/** What a place without a drawing of its own is called at what it carries. */
const AROUND: Partial<Readonly<Record<FailableElement['kind'], string>>> = { 'dx-location': 'its location', 'dx-device': 'its AWS device', region: 'its Region', 'availability-zone': 'its zone' }

/** The places of an element that are marked: of what a location or device carries, the ports alone. */
function markedPlaces({ network }: Simulation, index: DesignIndex, element: FailableElement): readonly HolderId[] {
  const places = placesOf(network.elements, index, element)
  if (element.kind !== 'dx-location' && element.kind !== 'dx-device') return places
  return places.filter((id) => index.get(id as ResourceId)?.kind === 'direct-connect-connection')
}

/** What breaks with each element that alone breaks something. */
function brokenBy(verdicts: readonly IntentVerdict[]): ReadonlyMap<ElementId, readonly string[]> {
  const found = new Map<ElementId, string[]>()
  for (const { singlePointsOfFailure } of verdicts) {
    for (const { element, consequence } of singlePointsOfFailure) {
      const known = found.get(element)
      if (known) known.push(consequence)
      else found.set(element, [consequence])
    }
  }
  return found
}

/** Single points of failure with how many intents each breaks, and what is down. */
export const failuresOverlay: OverlayMaker = function* (simulation, failed) {
  const { network } = simulation
  const { index } = network
  const verdicts: IntentVerdict[] = []
  // What nobody has agreed to counts only where nothing was agreed to.
  const accepted = simulation.intents.filter(({ status }) => status === 'accepted')
  const intents = accepted.length > 0 ? accepted : simulation.intents
  for (const [done, intent] of intents.entries()) {
    verdicts.push(simulation.judge(intent, failed))
    yield done / intents.length
  }
  const at = new Map<string, Remark>()
  const broken = brokenBy(verdicts)
  for (const element of network.elements.among(broken.keys())) {
    const lost = broken.get(element.element) ?? []
    const what = element.resource === undefined ? AROUND[element.kind] : undefined
    for (const place of markedPlaces(simulation, index, element)) {
      // A box is the zone or Region itself.
      const subject = what !== undefined && index.get(place as ResourceId) ? `${what} ` : ''
      const hint = `${element.label}: ${[...new Set(lost)].slice(0, 4).join(' ')}`
      const known = at.get(place)
      const text = `${subject}breaks ${lost.length} ${lost.length === 1 ? 'intent' : 'intents'}`
      at.set(place, known ? { ...known, text: subject === '' ? text : known.text, hint: `${known.hint ?? ''}; ${hint}` } : { text, sign: 'single-point', hint })
    }
  }
  const down = downIn(network, failed)
  for (const id of down.carried) at.set(id, { text: 'down with the rest', sign: 'down', hint: 'down with what it depends on' })
  for (const { connection, tunnel } of down.tunnels) at.set(connection, { text: `tunnel ${tunnel} down`, sign: 'down' })
  for (const id of down.failed) at.set(id, { text: 'down', sign: 'down' })
  const weak = verdicts.filter(({ singlePointsOfFailure }) => singlePointsOfFailure.length > 0).length
  const untold = verdicts.filter(({ holds }) => holds === null).length
  const summary = [
    broken.size === 0 ? 'Nothing that fails alone breaks an intent that holds' : `${broken.size} ${broken.size === 1 ? 'element' : 'elements'} alone break${broken.size === 1 ? 's' : ''} an intent`,
    `${weak} of ${verdicts.length} ${accepted.length > 0 ? 'accepted' : 'suggested'} intents have a single point of failure`,
    ...(untold > 0 ? [`${untold} cannot be told`] : []),
    ...(failed.length > 0 ? ['on top of what is switched off'] : []),
  ]
  return { overlay: 'failures', at, summary }
}
