import { sourcesOfAnswer } from '../../shared/import/answer.ts'
import type { SnapshotSource } from '../../shared/import/snapshot.ts'
import { type Call, CALLS, type Clients, type SendOptions } from './calls.ts'
import { type Failure, failureOf } from './failure.ts'
import { FOLLOW_UPS } from './follow-up-calls.ts'

/** How many calls are under way at a time: EC2's calls share one throttle per account and Region (F-API-43). */
const AT_A_TIME = 4

/** A call that failed, and how. */
export interface FailedCall {
  readonly origin: string
  readonly action: string
  readonly failure: Failure
  readonly cause: unknown
}

/** What one Region gave. */
export interface RegionAnswers {
  readonly sources: readonly SnapshotSource[]
  readonly failed: readonly FailedCall[]
}

interface Answer {
  readonly items: unknown[]
  readonly isPartial: boolean
}

async function allPages(call: Call, clients: Clients, options: SendOptions): Promise<Answer> {
  const items: unknown[] = []
  let isPartial = false
  let NextToken: string | undefined
  const seen = new Set<string>()
  do {
    const answer = (await call.send(clients, NextToken === undefined ? {} : { NextToken }, options)) as Readonly<Record<string, unknown>>
    const page = answer[call.list ?? call.key]
    if (Array.isArray(page)) for (const item of page) items.push(item)
    isPartial ||= answer['AdditionalRoutesAvailable'] === true
    const next = answer['NextToken'] ?? answer['nextToken']
    NextToken = typeof next === 'string' && next !== '' && !seen.has(next) ? next : undefined
    if (NextToken !== undefined) seen.add(NextToken)
  } while (NextToken !== undefined)
  return { items, isPartial: isPartial && call.key === 'Routes' }
}

async function inParallel<T>(work: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = [...work]
  await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await run(next)
  }))
}

/**
 * Makes all describe calls of a Region. What fails is reported and survived, unless the first call shows that none can
 * work (no valid credentials, nobody answers): then the others are not tried. Throws only when cancelled.
 */
export async function readRegion(region: string, clients: Clients, options: SendOptions, onCall: (action: string, isPlanned: boolean) => void): Promise<RegionAnswers> {
  const failed: FailedCall[] = []
  const lists = new Map<string, unknown[]>()
  const sources = new Map<string, readonly SnapshotSource[]>()
  const originOf = (call: Call) => `${call.action} ${region}`
  const keep = (key: string, origin: string, items: unknown[]) => sources.set(`${key} ${origin}`, sourcesOfAnswer(origin, { region }, JSON.parse(JSON.stringify({ [key]: items }))))

  const ask = async (call: Call): Promise<Answer | undefined> => {
    try {
      return await allPages(call, clients, options)
    } catch (cause) {
      const failure = failureOf(cause)
      if (failure === 'cancelled' || options.abortSignal?.aborted) throw cause
      failed.push({ origin: originOf(call), action: call.action, failure, cause })
      return undefined
    }
  }
  const first = async (call: Call): Promise<void> => {
    const answer = await ask(call)
    if (answer) {
      lists.set(call.key, answer.items)
      keep(call.key, originOf(call), answer.items)
    }
    onCall(call.action, true)
  }

  const [probe, ...others] = CALLS
  if (probe) await first(probe)
  if (failed.some(({ failure }) => failure === 'credentials' || failure === 'unreachable')) return { sources: [], failed }
  await inParallel(others, first)
  for (const followUp of FOLLOW_UPS) {
    const ids = (lists.get(followUp.of) ?? []).flatMap((item) => {
      const id = (item as Readonly<Record<string, unknown>>)[followUp.idField]
      return typeof id === 'string' ? [id] : []
    })
    const byId = new Map<string, unknown[]>()
    await inParallel(ids, async (id) => {
      const call = followUp.call(id)
      const answer = await ask(call)
      const { listField } = followUp
      if (answer) byId.set(id, listField === undefined ? answer.items : [{ [followUp.idField]: id, [listField]: answer.items, ...(listField === 'Routes' ? { AdditionalRoutesAvailable: answer.isPartial } : {}) }])
      onCall(call.action, false)
    })
    if (byId.size > 0) keep(followUp.key, originOf(followUp.call('')), ids.flatMap((id) => byId.get(id) ?? []))
  }
  return { sources: inOrder(sources), failed: onePerAction(failed) }
}

/** Sources in an order that does not depend on which call was the fastest. */
function inOrder(sources: ReadonlyMap<string, readonly SnapshotSource[]>): SnapshotSource[] {
  return [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, list]) => list)
}

function onePerAction(failed: readonly FailedCall[]): FailedCall[] {
  return [...new Map(failed.map((call) => [`${call.action} ${call.failure}`, call])).values()].sort((a, b) => (a.action < b.action ? -1 : 1))
}
