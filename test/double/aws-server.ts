import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { queryAnswer, queryError } from './aws-wire.ts'

/** Answers as a dump keeps them: key -> items. Composite keys answer the calls that take an id. */
export type AwsData = Readonly<Record<string, readonly never[]>>

/** How a double of AWS behaves. */
export interface AwsBehaviour {
  /** Items of an answer before it pages. */
  readonly pageSize?: number
  /** Calls that are refused with this error, by name. */
  readonly refused?: Readonly<Record<string, { readonly code: string; readonly message?: string }>>
  /** Calls that are throttled this many times before they are answered. */
  readonly throttled?: Readonly<Record<string, number>>
  /** Called with every request; the answer waits for it. */
  readonly onCall?: (action: string) => void | Promise<void>
}

/** A running double. */
export interface AwsServer {
  readonly url: string
  /** Names of the calls in the order they came. */
  readonly calls: readonly string[]
  readonly close: () => Promise<void>
}

interface Item { readonly [key: string]: never }

/** Calls whose list has another name than the call. */
const LIST_OF: Readonly<Record<string, string>> = { DescribeInstances: 'Reservations' }

/** Calls that take an id: the composite key of the dump, the id's parameter, and the list in the answer. */
const BY_ID: Readonly<Record<string, { readonly key: string; readonly id: string; readonly list: string }>> = {
  GetManagedPrefixListEntries: { key: 'ManagedPrefixListEntries', id: 'PrefixListId', list: 'Entries' },
  GetTransitGatewayRouteTablePropagations: { key: 'TransitGatewayPropagations', id: 'TransitGatewayRouteTableId', list: 'TransitGatewayRouteTablePropagations' },
}

const PAGELESS = new Set(['DescribeAvailabilityZones', 'DescribeAddresses', 'DescribeVpnGateways', 'DescribeCustomerGateways', 'DescribeVpnConnections'])

function page(items: readonly Item[], token: string | null | undefined, size: number): { readonly items: readonly Item[]; readonly next?: string } {
  const start = token ? Number(token.replace('page-', '')) : 0
  const rest = items.slice(start, start + size)
  return start + size < items.length ? { items: rest, next: `page-${start + size}` } : { items: rest }
}

function queryItems(data: AwsData, action: string, parameters: URLSearchParams): { readonly list: string; readonly items: readonly Item[] } | undefined {
  const byId = action === 'SearchTransitGatewayRoutes'
    ? { key: parameters.get('Filter.1.Value.1') === 'static' ? 'TransitGatewayStaticRoutes' : 'TransitGatewayPropagatedRoutes', id: 'TransitGatewayRouteTableId', list: 'Routes' }
    : BY_ID[action]
  if (byId) {
    const holder = (data[byId.key] as readonly Item[] | undefined)?.find((item) => item[byId.id] === parameters.get(byId.id))
    return { list: byId.list, items: (holder?.[byId.list] as readonly Item[] | undefined) ?? [] }
  }
  if (!action.startsWith('Describe')) return undefined
  const list = LIST_OF[action] ?? action.slice('Describe'.length)
  return { list, items: (data[list] as readonly Item[] | undefined) ?? [] }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}

/** Starts a double of EC2 (query protocol, XML) and Direct Connect (JSON 1.1) on one port, as `--endpoint-url` meets them. */
export async function startAwsServer(data: AwsData, behaviour: AwsBehaviour = {}): Promise<AwsServer> {
  const { pageSize = 1000, refused = {}, throttled = {}, onCall } = behaviour
  const calls: string[] = []
  const left = new Map(Object.entries(throttled))

  const fault = (action: string): { readonly status: number; readonly code: string; readonly message: string } | undefined => {
    const due = left.get(action) ?? 0
    left.set(action, due - 1)
    if (due > 0) return { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' }
    const no = refused[action]
    return no && { status: no.code === 'AuthFailure' ? 401 : 403, code: no.code, message: no.message ?? 'You are not authorized to perform this operation.' }
  }
  const query = (action: string, parameters: URLSearchParams, response: ServerResponse): void => {
    const wrong = fault(action)
    const found = queryItems(data, action, parameters)
    if (wrong) send(response, wrong.status, 'text/xml', queryError(wrong.code, wrong.message))
    else if (!found) send(response, 400, 'text/xml', queryError('InvalidAction', `The action ${action} is not valid for this web service.`))
    else {
      const { items, next } = PAGELESS.has(action) ? { items: found.items } : page(found.items, parameters.get('NextToken'), pageSize)
      send(response, 200, 'text/xml', queryAnswer(action, { [found.list]: items, ...(found.list === 'Routes' ? { AdditionalRoutesAvailable: false } : {}), ...(next === undefined ? {} : { NextToken: next }) }))
    }
  }
  const json = (action: string, input: { readonly nextToken?: string; readonly directConnectGatewayId?: string }, response: ServerResponse): void => {
    const wrong = fault(action)
    if (wrong) return send(response, 400, 'application/x-amz-json-1.1', JSON.stringify({ __type: wrong.code, message: wrong.message }))
    const list = action.charAt('Describe'.length).toLowerCase() + action.slice('Describe'.length + 1)
    const all = (data[list] ?? []) as readonly Item[]
    const { items, next } = page(input.directConnectGatewayId === undefined ? all : all.filter((item) => item['directConnectGatewayId'] === input.directConnectGatewayId), input.nextToken, pageSize)
    send(response, 200, 'application/x-amz-json-1.1', JSON.stringify({ [list]: items, ...(next === undefined ? {} : { nextToken: next }) }))
  }

  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request)
      const target = request.headers['x-amz-target']
      const parameters = new URLSearchParams(body)
      const action = typeof target === 'string' ? (target.split('.')[1] ?? '') : (parameters.get('Action') ?? '')
      calls.push(action)
      await onCall?.(action)
      if (typeof target === 'string') json(action, JSON.parse(body || '{}') as never, response)
      else query(action, parameters, response)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
