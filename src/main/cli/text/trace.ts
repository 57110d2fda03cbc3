import { indexOf, type DesignIndex } from '../../../shared/document/query.ts'
import { definitionOf } from '../../../shared/model/index.ts'
import { hasPorts, protocolName } from '../../../shared/net/protocol.ts'
import type { Simulation } from '../../../shared/simulation/index.ts'
import type { ElementId, Flow, Hop, Path, RouteCandidate, Step, Trace } from '../../../shared/simulation/types.ts'
import { partWords, qualityWords } from '../../../shared/simulation/impact/way.ts'
import { leftOutOf } from '../../../shared/simulation/scope.ts'
import { nameOfId } from './names.ts'
import { count, table } from './table.ts'

const OUTCOMES: Readonly<Record<Path['disposition'], string>> = {
  delivered: 'delivered',
  'left-network': 'leaves toward the internet',
  denied: 'denied',
  'no-route': 'no route',
  blackhole: 'lost: the route leads nowhere',
  'no-host': 'nobody has the address',
  'element-down': 'an end of the flow is down',
  loop: 'goes round in a loop',
  unknown: 'cannot tell',
}

const FILTERS = { 'security-group': 'security group', 'network-acl': 'network ACL', nat: 'NAT', 'source-dest-check': 'source check', 'block-public-access': 'Block Public Access' } as const

function packetText({ protocol, port, sourcePort }: Flow): string {
  if (typeof protocol !== 'number') return protocol === 'any' ? 'any protocol' : 'some packet'
  const ports = hasPorts(protocol) ? `${port === undefined ? '' : `/${port}`}${sourcePort === undefined ? '' : ` from port ${sourcePort}`}` : ''
  return /^\d+$/.test(protocolName(protocol)) ? `protocol ${protocol}` : protocolName(protocol) + ports
}

function headline(index: DesignIndex, flow: Flow): string {
  const address = flow.sourceAddress === undefined ? '' : ` as ${flow.sourceAddress}`
  const to = flow.to === undefined ? (flow.toAddress ?? 'internet') : nameOfId(index, flow.to) + (flow.toAddress === undefined ? '' : ` at ${flow.toAddress}`)
  return `${nameOfId(index, flow.from)}${address}  ->  ${to}, ${packetText(flow)}`
}

const candidateRow = ({ destination, target, origin, reason, chosen }: RouteCandidate): string[] => [chosen ? '✓' : '·', destination, target, origin, reason]

function stepRow(step: Step): string[] {
  switch (step.kind) {
    case 'originate': return ['starts', step.detail]
    case 'filter': return [FILTERS[step.filter], `${step.allowed ? '✓' : '✗'} ${step.direction}: ${step.detail}`]
    case 'route': return ['route', step.detail]
    case 'translate': return ['translates', `${step.detail} (${step.before} -> ${step.after})`]
    case 'tunnel': return ['tunnel', step.detail]
    case 'forward': return ['forwards', step.detail]
    case 'end': return ['ends', step.detail]
  }
}

function stepText(step: Step, width: number): string {
  const [label = '', detail = ''] = stepRow(step)
  const fact = 'fact' in step && step.fact !== undefined ? ` [${step.fact}]` : ''
  const line = table([[label.padEnd(14), detail + fact]], { indent: '    ', width })
  if (step.kind !== 'route' || step.candidates.length === 0) return line
  const candidates = [...step.candidates].sort((a, b) => Number(b.chosen) - Number(a.chosen))
  return `${line}\n${table(candidates.map(candidateRow), { indent: ' '.repeat(20), width })}`
}

function hopText(hop: Hop, position: number, path: Path, width: number): string {
  const kind = hop.kind === 'internet' ? '' : definitionOf(hop.kind).label
  const id = hop.awsId === undefined || hop.awsId === hop.name ? '' : ` (${hop.awsId})`
  const heading = `${String(position + 1).padStart(2)}  ${[kind, hop.name].filter((part) => part !== '').join(' ')}${id}`
  const worth = (path.quality.parts ?? []).filter(({ by }) => by === hop.resource).map(partWords).filter((words) => words.length > 0)
  const carried = worth.map((words) => table([['carries'.padEnd(14), words.join(', ')]], { indent: '    ', width }))
  return [heading, ...hop.steps.map((step) => stepText(step, width)), ...carried].join('\n')
}

function pathText(title: string, path: Path, width: number): string {
  const worth = path.success ? ` (${qualityWords(path.quality).join(', ')})` : ''
  return [`${title}: ${path.success ? '✓' : '✗'} ${OUTCOMES[path.disposition]}${worth}`, ...path.hops.map((hop, position) => hopText(hop, position, path, width))].join('\n')
}

/** A trace for people: there and back, hop by hop, with the routes that lost. */
export function traceText(simulation: Simulation, flow: Flow, failed: readonly ElementId[], trace: Trace, width: number): string {
  const index = indexOf(simulation.design)
  const labels = failed.map((id) => simulation.elements.find(({ element }) => element === id)?.label ?? id)
  const verdict = trace.works ? '✓ It works.' : trace.forward.success ? '✗ It does not work: the reply does not come back.' : '✗ It does not work.'
  return [
    headline(index, flow) + (labels.length === 0 ? '' : `\nwith ${labels.join(', ')} down`),
    pathText('There', trace.forward, width),
    ...(trace.return === undefined ? [] : [pathText('Back', trace.return, width)]),
    `${count(leftOutOf(trace).length, 'thing')} about such a way ${leftOutOf(trace).length === 1 ? 'is' : 'are'} taken for granted: --json names them, docs/model.md has all.`,
    verdict,
  ].join('\n\n')
}
