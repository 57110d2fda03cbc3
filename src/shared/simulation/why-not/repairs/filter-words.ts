import type { Prefix } from '../../../net/prefix.ts'
import { formatPrefix } from '../../../net/prefix.ts'
import { EPHEMERAL_PORTS, type PortRange, portInRange } from '../../../net/ports.ts'
import { hasPorts, protocolName } from '../../../net/protocol.ts'
import { CLIENT_PORT } from '../../forward/packet.ts'
import type { Failure, Filtered } from '../failure.ts'

/** ICMP types of a ping by family: the request and its reply. */
const ECHO = { 4: { protocol: 1, request: 8, reply: 0 }, 6: { protocol: 58, request: 128, reply: 129 } } as const

/** What a filter rule must match to let the failing packet through. `protocol` undefined: all. */
export interface Match {
  readonly protocol: number | undefined
  readonly ports: PortRange | undefined
  readonly icmpType: number | undefined
  readonly peer: Prefix
}

function portsOf({ flow }: Failure, isReply: boolean): PortRange | undefined {
  const destination = isReply ? (flow.sourcePort ?? CLIENT_PORT) : flow.port
  if (destination === undefined) return undefined
  // What a client or NAT gateway will listen on for the reply is not known beforehand (F-EDGE-33).
  return isReply && portInRange(EPHEMERAL_PORTS, destination) ? EPHEMERAL_PORTS : { from: destination, to: destination }
}

/** The narrowest match for the packet that a filter saw, by the address of its other end. */
export function matchOf(failure: Failure, { direction, isReply, source, destination }: Filtered): Match {
  const { protocol } = failure.flow
  const address = direction === 'in' ? source : destination
  const base = { peer: failure.peer(address), ports: undefined, icmpType: undefined }
  if (typeof protocol !== 'number') return { ...base, protocol: undefined }
  const echo = ECHO[address.family]
  if (protocol === echo.protocol) return { ...base, protocol, icmpType: isReply ? echo.reply : echo.request }
  return { ...base, protocol, ports: hasPorts(protocol) ? portsOf(failure, isReply) : undefined }
}

/** "tcp/443 from 10.0.0.0/24". */
export function matchWords({ protocol, ports, icmpType, peer }: Match, direction: 'in' | 'out'): string {
  const range = ports === undefined ? '' : ports.from === ports.to ? `/${ports.from}` : `/${ports.from}-${ports.to}`
  const type = icmpType === undefined ? '' : ` type ${icmpType}`
  return `${protocol === undefined ? 'all traffic' : `${protocolName(protocol)}${range}${type}`} ${direction === 'in' ? 'from' : 'to'} ${formatPrefix(peer)}`
}
