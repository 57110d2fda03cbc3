import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { hasPorts, protocolName } from '../../../shared/net/protocol.ts'
import type { Disposition, Flow, Path, Step, Trace } from '../../../shared/simulation/types.ts'

/** How a journey ended, for people. */
export const OUTCOMES: Readonly<Record<Disposition, string>> = {
  delivered: 'Delivered',
  'left-network': 'Leaves toward the internet',
  denied: 'Denied',
  'no-route': 'No route',
  blackhole: 'Lost: the route leads nowhere',
  'no-host': 'Nobody has the address',
  'element-down': 'An end of the flow is down',
  loop: 'Goes round in a loop',
  unknown: 'Cannot tell',
}

const FILTERS = { 'security-group': 'Security group', 'network-acl': 'Network ACL', nat: 'NAT', 'source-dest-check': 'Source/destination check', 'block-public-access': 'Block Public Access' } as const

/** A step in words: what happened, and the reason. */
export interface StepWords {
  readonly title: string
  readonly detail: string
  /** `stopped` ends the journey badly, `unsure` where nobody can tell how it goes on. */
  readonly tone: 'plain' | 'passed' | 'stopped' | 'unsure'
}

function toneOfEnd(disposition: Disposition): StepWords['tone'] {
  if (disposition === 'unknown') return 'unsure'
  return disposition === 'delivered' || disposition === 'left-network' ? 'passed' : 'stopped'
}

/** One step of a hop in words. */
export function wordsOfStep(step: Step): StepWords {
  switch (step.kind) {
    case 'originate':
      return { title: 'Starts', detail: step.detail, tone: 'plain' }
    case 'filter':
      return { title: `${FILTERS[step.filter]} ${step.direction === 'in' ? 'inbound' : 'outbound'}`, detail: step.detail, tone: step.allowed ? 'passed' : 'stopped' }
    case 'route':
      return { title: 'Route', detail: step.detail, tone: 'plain' }
    case 'translate':
      return { title: 'Translates', detail: `${step.before} → ${step.after}: ${step.detail}`, tone: 'plain' }
    case 'tunnel':
      return { title: step.tunnel === undefined ? 'Tunnel' : `Tunnel ${step.tunnel}`, detail: step.detail, tone: 'plain' }
    case 'forward':
      return { title: 'Forwards', detail: step.detail, tone: 'plain' }
    case 'end':
      return { title: OUTCOMES[step.disposition], detail: step.detail, tone: toneOfEnd(step.disposition) }
  }
}

function packetWords({ protocol, port }: Flow): string {
  if (typeof protocol !== 'number') return protocol === 'any' ? 'any protocol' : 'some packet'
  return hasPorts(protocol) && port !== undefined ? `${protocolName(protocol)}/${port}` : protocolName(protocol)
}

/** A flow in words: "HQ → 10.0.0.10, tcp/443". */
export function wordsOfFlow(index: DesignIndex, flow: Flow): string {
  const nameOf = (end: Flow['from'] | undefined) => {
    const resource = end === undefined || end === 'internet' ? undefined : index.get(end)
    return resource ? displayName(resource) : 'the internet'
  }
  const from = flow.sourceAddress === undefined ? nameOf(flow.from) : `${nameOf(flow.from)} (${flow.sourceAddress})`
  const to = flow.to === undefined && flow.toAddress !== undefined ? flow.toAddress : nameOf(flow.to)
  return `${from} → ${to}, ${packetWords(flow)}`
}

/** The verdict over both ways in one sentence, and how sure it is. */
export function verdictOf(trace: Trace): { readonly text: string; readonly tone: 'good' | 'bad' | 'unsure' } {
  if (trace.works) return { text: 'It works: the packet arrives and its reply comes back.', tone: 'good' }
  const failed: Path | undefined = trace.forward.success ? trace.return : trace.forward
  if (failed?.disposition === 'unknown') return { text: 'Cannot tell: the design does not say enough.', tone: 'unsure' }
  return { text: trace.forward.success ? 'It does not work: the packet arrives, but its reply does not come back.' : 'It does not work: the packet does not arrive.', tone: 'bad' }
}
