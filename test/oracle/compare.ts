import type { Design } from '../../src/shared/document/design.ts'
import type { ResourceId } from '../../src/shared/model/id.ts'
import type { Flow, Simulation } from '../../src/shared/simulation/index.ts'
import type { Disposition, FlowProtocol } from '../../src/shared/simulation/types.ts'
import type { Oracle } from './flow.ts'

/** Addresses that hosts, sites or translations of random designs have, and some that nobody has. */
const ADDRESSES = ['8.8.8.8', '10.0.0.10', '10.0.0.99', '10.1.0.10', '10.1.1.100', '10.9.9.9', '100.64.0.5', '172.16.0.9', '172.31.0.9', '52.216.0.9', '192.168.0.77', '192.168.10.9', '198.51.100.1', '203.0.113.9', '2001:db8::5', '2001:db8:100::10']
const SENDERS = ['instance', 'network-interface', 'subnet', 'site', 'customer-gateway', 'server', 'user-group']
const RECEIVERS = ['load-balancer', 'vpc-endpoint-service', 'directory']
const PACKETS: readonly { readonly protocol: FlowProtocol; readonly port?: number }[] = [{ protocol: 'some' }, { protocol: 'any' }, { protocol: 6, port: 443 }, { protocol: 6, port: 22 }, { protocol: 17, port: 53 }, { protocol: 1 }]

/** Some flows between what a design has; the same for the same number. */
export function flowsOf(design: Design, number: number, count: number): Flow[] {
  let state = number + 1
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const all = Object.values(design.resources)
  const ends: (ResourceId | 'internet')[] = [...all.filter(({ kind }) => SENDERS.includes(kind)).map(({ id }) => id), 'internet']
  const receivers = all.filter((resource) => RECEIVERS.includes(resource.kind) || (resource.kind === 'vpc-endpoint' && resource.VpcEndpointType === 'Interface')).map(({ id }) => id)
  const targets = [...[...ends, ...receivers].map((to) => ({ to })), ...ADDRESSES.map((toAddress) => ({ toAddress }))]
  return Array.from({ length: count }, () => {
    const from = ends[next(ends.length)] ?? 'internet'
    const others = targets.filter((target) => !('to' in target) || target.to !== from)
    return { from, ...(others[next(others.length)] ?? { to: 'internet' as const }), ...(PACKETS[next(PACKETS.length)] ?? { protocol: 'some' as const }) }
  })
}

const GONE: readonly Disposition[] = ['no-route', 'no-host', 'blackhole', 'element-down']

/** Several words may be right for a packet that a failure stops: one withdraws the route, another finds nobody. */
const word = (disposition: Disposition | undefined, failed: readonly string[]) => (disposition !== undefined && failed.length > 0 && GONE.includes(disposition) ? 'gone' : disposition)

/** What the oracle and the simulation say of a flow, in words that can be compared. */
export function opinions(flow: Flow, failed: readonly string[], simulation: Simulation, oracle: Oracle) {
  const trace = simulation.trace(flow, failed)
  const answer = oracle.answer(flow)
  return {
    simulation: { forward: word(trace.forward.disposition, failed), back: word(trace.return?.disposition, failed), works: trace.works },
    oracle: { forward: word(answer.forward, failed), back: word(answer.back, failed), works: answer.works },
  }
}
