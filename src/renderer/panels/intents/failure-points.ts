import type { ResourceId } from '../../../shared/model/id.ts'
import type { ElementKind, FailableElement, IntentVerdict } from '../../../shared/simulation/types.ts'

/** A single point of failure with everything that is lost with it. */
export interface FailurePoint {
  readonly element: string
  readonly kind: ElementKind
  readonly label: string
  readonly resource?: ResourceId
  /** What is lost, one sentence per intent. */
  readonly consequences: readonly string[]
  /** True when only suggested intents depend on it. */
  readonly isSuggested: boolean
}

/** The single points of failure of all verdicts, each element once; those that break most first. */
export function failurePoints(verdicts: readonly IntentVerdict[], elements: readonly FailableElement[]): FailurePoint[] {
  const labels = new Map(elements.map(({ element, label }) => [element, label]))
  const found = new Map<string, FailurePoint>()
  for (const verdict of verdicts) {
    for (const { element, kind, resource, consequence } of verdict.singlePointsOfFailure) {
      const known = found.get(element)
      found.set(element, {
        element,
        kind,
        label: labels.get(element) ?? element,
        ...(resource === undefined ? {} : { resource }),
        consequences: [...new Set([...(known?.consequences ?? []), consequence])],
        isSuggested: (known?.isSuggested ?? true) && verdict.suggested,
      })
    }
  }
  return [...found.values()].sort((a, b) => b.consequences.length - a.consequences.length || (a.element < b.element ? -1 : 1))
}

const KIND_WORDS: Readonly<Record<ElementKind, string>> = {
  'customer-device': 'Customer device',
  'isp-link': 'ISP link',
  'power-domain': 'Power domain',
  'vpn-tunnel': 'VPN tunnel',
  'availability-zone': 'Availability Zone',
  region: 'Region',
  instance: 'Instance',
  'nat-gateway': 'NAT gateway',
  'endpoint-interface': 'Endpoint interface',
  'dx-location': 'Direct Connect location',
  'dx-device': 'AWS device',
  'dx-connection': 'Direct Connect connection',
  'carrier-circuit': 'Carrier circuit',
  'wan-link': 'WAN link',
  'directory-server': 'Directory server',
}

/** What people call a kind of element. */
export function elementKindLabel(kind: ElementKind): string {
  return KIND_WORDS[kind]
}
