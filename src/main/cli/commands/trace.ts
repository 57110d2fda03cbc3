import { answer, refuse, type Outcome } from '../../../shared/contract.ts'
import { findDestination, findSource } from '../../../shared/document/find-end.ts'
import type { Design } from '../../../shared/document/design.ts'
import { parseAddress } from '../../../shared/net/address.ts'
import { hasPorts, parseProtocol } from '../../../shared/net/protocol.ts'
import { simulate } from '../../../shared/simulation/index.ts'
import { leftOutOf } from '../../../shared/simulation/scope.ts'
import type { Flow, FlowProtocol } from '../../../shared/simulation/types.ts'
import { whyNot } from '../../../shared/simulation/why-not/why-not.ts'
import { refuseProblems } from '../../design-file.ts'
import { readNumber } from '../arguments.ts'
import type { Arguments, Command } from '../command.ts'
import { readFailed } from '../failed.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, FAIL_OPTION, JSON_OPTION } from '../options.ts'
import { traceText } from '../text/trace.ts'
import { whyNotText } from '../text/why-not.ts'

const MOST_PORT = 65_535

function readProtocol(text: string): Outcome<FlowProtocol> {
  if (text.toLowerCase() === 'any') return answer('any')
  const protocol = parseProtocol(text)
  return protocol === undefined ? refuse('bad-use', `--protocol ${text}: give tcp, udp, icmp, a number from 0 to 255, or any`) : answer(protocol)
}

function readFlow(design: Design, given: Arguments): Outcome<Flow> {
  const from = findSource(design, given.text('from') ?? '')
  if (!from.ok) return refuseProblems(from.problems.map((problem) => ({ ...problem, path: '' })), '--from')
  const to = findDestination(design, given.text('to') ?? '')
  if (!to.ok) return refuseProblems(to.problems.map((problem) => ({ ...problem, path: '' })), '--to')
  const protocol = readProtocol(given.text('protocol') ?? 'any')
  if (!protocol.ok) return protocol
  const port = readNumber(given, 'port', 0, MOST_PORT)
  if (!port.ok) return port
  const sourcePort = readNumber(given, 'source-port', 0, MOST_PORT)
  if (!sourcePort.ok) return sourcePort
  const sourceAddress = given.text('source-ip')
  if (sourceAddress !== undefined && !parseAddress(sourceAddress)) return refuse('bad-use', `--source-ip ${sourceAddress}: is not an IP address`)
  return answer({
    ...from.value,
    ...to.value,
    ...(sourceAddress === undefined ? {} : { sourceAddress }),
    protocol: protocol.value,
    ...(port.value === undefined ? {} : { port: port.value }),
    ...(sourcePort.value === undefined ? {} : { sourcePort: sourcePort.value }),
  })
}

/** `causeway trace`: a packet's journey and its reply's, hop by hop. */
export const trace: Command = {
  name: 'trace',
  summary: "Follow a packet through the design, and its reply back, with the reason at every hop.",
  places: DESIGN_PLACE,
  options: {
    from: { value: '<id|name|ip>', isRequired: true, help: 'where it starts: a resource by id, AWS id or name, an IP address, or internet' },
    to: { value: '<id|name|ip>', isRequired: true, help: 'where it goes; an address need not belong to anything' },
    protocol: { value: '<protocol>', help: 'tcp, udp, icmp, 0-255, or any (the default): a packet that only all-protocol rules match' },
    port: { value: '<n>', help: 'destination port, with tcp or udp' },
    'source-ip': { value: '<ip>', help: "the packet's source address; by default the starting point's own" },
    'source-port': { value: '<n>', help: 'source port, with tcp or udp' },
    fail: FAIL_OPTION,
    'why-not': { help: 'when it does not get through: the smallest sets of changes that would let it, tried in the simulation' },
    json: JSON_OPTION,
  },
  notes: [
    'It works when the packet is delivered, or leaves the modelled network toward the internet, and the reply comes back. Exit code 1 when it does not.',
    "An address of an interface starts there, one inside a site's prefixes starts at that site, a public one that belongs to nothing comes from the internet.",
    'With --why-not, sets of changes are tried from small to large: routes, propagation, associations, filter rules, tunnels, prefixes, and last new attachments, peering connections and internet gateways. In JSON each comes with its edit.',
  ],
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const design = loaded.value
    const flow = readFlow(design, given)
    if (!flow.ok) return flow
    const { protocol, port, sourcePort } = flow.value
    if ((port !== undefined || sourcePort !== undefined) && (typeof protocol !== 'number' || !hasPorts(protocol))) {
      output.say('note: ports mean something with --protocol tcp or udp only; they are ignored')
    }
    const simulation = simulate(design)
    const failed = readFailed(simulation, given.texts('fail'))
    if (!failed.ok) return failed
    const traced = simulation.trace(flow.value, failed.value)
    const remedy = given.isSet('why-not') ? whyNot(simulation, flow.value, failed.value) : undefined
    if (given.isSet('json')) {
      const { forward, return: back = null, works } = traced
      output.print(JSON.stringify({ forward, return: back, works, notJudged: leftOutOf(traced), ...(remedy ? { whyNot: remedy } : {}) }, null, 2))
    } else {
      const text = traceText(simulation, flow.value, failed.value, traced, output.width)
      output.print(remedy && !traced.works ? `${text}\n\n${whyNotText(remedy, output.width)}` : text)
    }
    return answer(traced.works ? 0 : 1)
  },
}
