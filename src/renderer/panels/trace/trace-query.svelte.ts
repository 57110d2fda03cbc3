import { findDestination, findSource } from '../../../shared/document/find-end.ts'
import type { Design } from '../../../shared/document/design.ts'
import { hasPorts, parseProtocol } from '../../../shared/net/protocol.ts'
import type { Flow, FlowProtocol } from '../../../shared/simulation/types.ts'

/** What is asked, or why it cannot be asked yet, by field. */
export type AskedFlow = { readonly flow: Flow } | { readonly complaints: Readonly<Partial<Record<'from' | 'to' | 'protocol' | 'port', string>>> }

function protocolIn(text: string): FlowProtocol | undefined {
  return text === 'any' || text === 'some' ? text : parseProtocol(text)
}

/** True for text that is a port number. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

/** The flow that a person describes in the trace panel. Ends are ids, names, addresses or `internet`. */
export class TraceQuery {
  from = $state('')
  to = $state('')
  protocol = $state('tcp')
  port = $state('443')

  /** Whether the chosen protocol has ports. */
  get hasPort(): boolean {
    const protocol = protocolIn(this.protocol)
    return typeof protocol === 'number' && hasPorts(protocol)
  }

  /** The flow, looked up in the design. */
  askedOf(design: Design): AskedFlow {
    const from = this.from === '' ? undefined : findSource(design, this.from)
    const to = this.to === '' ? undefined : findDestination(design, this.to)
    const protocol = protocolIn(this.protocol)
    const portIsWrong = this.hasPort && this.port !== '' && !isPort(this.port)
    if (from?.ok && to?.ok && protocol !== undefined && !portIsWrong) {
      return { flow: { ...from.value, ...to.value, protocol, ...(this.hasPort && this.port !== '' ? { port: Number(this.port) } : {}) } }
    }
    return {
      complaints: {
        ...(from && !from.ok ? { from: from.problems[0]?.message ?? 'is not known' } : {}),
        ...(to && !to.ok ? { to: to.problems[0]?.message ?? 'is not known' } : {}),
        ...(protocol === undefined ? { protocol: 'Give a name such as tcp, or a number from 0 to 255' } : {}),
        ...(portIsWrong ? { port: '0 to 65535' } : {}),
      },
    }
  }

  /** The other way round. */
  swap(): void {
    const { from, to } = this
    this.from = to
    this.to = from
  }
}
