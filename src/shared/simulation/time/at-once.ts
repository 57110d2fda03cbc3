import type { Kind } from '../../model/index.ts'
import type { Trace } from '../types.ts'

/** Something that takes its time in life, for which nobody states a figure, and which a timeline takes to happen at once. */
export interface TakenAtOnce {
  readonly text: string
  readonly fact: string
}

const ASSUMPTIONS: readonly (TakenAtOnce & { readonly kinds: readonly Kind[] })[] = [
  { kinds: ['vpc-endpoint'], text: 'Clients of an endpoint use another interface of it: how soon a name resolves anew, and how long they keep the old address, is theirs.', fact: 'F-PL-3' },
  { kinds: ['load-balancer'], text: 'A load balancer stops using a dead target or zone: a design does not hold its health checks.', fact: 'F-PL-4' },
  { kinds: ['client-vpn-endpoint'], text: 'Users of a Client VPN endpoint connect anew over another associated subnet: AWS states no time for it.', fact: 'F-CVPN-3' },
  { kinds: ['remote-access'], text: 'Remote users dial in anew by the next way that works: that is up to their clients.', fact: 'F-CVPN-12' },
]

/** What is taken to happen at once on the way of these flows. */
export function takenAtOnce(traces: readonly Trace[]): readonly TakenAtOnce[] {
  const met = new Set(traces.flatMap(({ forward, return: back }) => [...forward.hops, ...(back?.hops ?? [])]).map(({ kind }) => kind))
  return ASSUMPTIONS.filter(({ kinds }) => kinds.some((kind) => met.has(kind))).map(({ text, fact }) => ({ text, fact }))
}
