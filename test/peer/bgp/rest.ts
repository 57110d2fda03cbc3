import { setTimeout as pause } from 'node:timers/promises'
import { type Progress, readBacklog, readProgress, readUpdates } from './answers.ts'
import { type Numbered, sessionAddress, viewOf } from './config.ts'
import type { Daemon } from './daemon.ts'

/** Only for failing: what is awaited is a state of the daemons. */
const REST_MS = 60_000
/** So often must everybody be found calm with nothing changed in between. */
const CALM_LOOKS = 3
const LOOK_EVERY_MS = 100

type Look = readonly { readonly backlog: number; readonly views: ReadonlyMap<string, Progress> }[]

/**
 * Waits until an exchange has come to rest: every session is up, nothing is queued, nothing changes any more, and every
 * update that was sent has been received. False as soon as one router has changed its best paths `changes` times.
 */
export async function atRest(batch: readonly Numbered[], daemons: readonly Daemon[], changes = Infinity): Promise<boolean> {
  const deadlineMs = Date.now() + REST_MS
  let last = ''
  for (let calm = 0; calm < CALM_LOOKS || (last = (await underWay(batch, daemons)) ?? '') !== ''; ) {
    if (Date.now() > deadlineMs) throw new Error(`the exchange did not come to rest: ${last}`)
    await pause(LOOK_EVERY_MS)
    const look: Look = await Promise.all(daemons.map(async (daemon) => ({ views: readProgress(await daemon.ask('show bgp view all summary json')), backlog: readBacklog(await daemon.ask('show work-queues')) })))
    if (look.some(({ views }) => [...views.values()].some(({ version }) => version > changes))) return false
    const now = unrest(batch, look) ?? JSON.stringify(look.map(({ views }) => [...views].map(([view, { peers, version }]) => [view, version, [...peers].map(([peer, { messages }]) => [peer, messages])])))
    calm = now.startsWith('[') && now === last ? calm + 1 : 0
    last = now
  }
  return true
}

/** What is not calm at a glance, in words. */
function unrest(batch: readonly Numbered[], look: Look): string | undefined {
  const queued = look.findIndex(({ backlog }) => backlog > 0)
  if (queued >= 0) return `router ${queued} has work queued`
  return overSessions(batch, (position, address, view) => {
    const peer = look[position]?.views.get(view)?.peers.get(address)
    return peer?.isUp !== true ? 'is down' : !peer.isIdle ? 'has messages queued' : undefined
  })
}

/** An update that one side sent and the other has not read, in words. What went over a broken connection is not counted. */
async function underWay(batch: readonly Numbered[], daemons: readonly Daemon[]): Promise<string | undefined> {
  const updates = await Promise.all(daemons.map(async (daemon) => readUpdates(await daemon.ask('show bgp view all neighbors json'))))
  return overSessions(batch, (position, address, _view, other) => {
    const [here, there] = [updates[position]?.get(address), updates[other.position]?.get(other.address)]
    return here && there && (here.wasDropped || there.wasDropped || here.sent === there.received) ? undefined : 'has updates under way'
  })
}

type Verdict = (position: number, address: string, view: string, other: { readonly position: number; readonly address: string }) => string | undefined

/** The first complaint about a side of a session: `position` is whose side, `address` its neighbour. */
function overSessions(batch: readonly Numbered[], judge: Verdict): string | undefined {
  for (const numbered of batch) {
    const positions = numbered.topology.routers.map(({ name }) => name)
    for (const [session, ends] of numbered.topology.sessions.entries()) {
      const [a, b] = ([0, 1] as const).map((side) => ({ position: positions.indexOf(ends[side].router), address: sessionAddress(numbered, session, side === 0 ? 1 : 0) }))
      if (!a || !b) continue
      const complaint = judge(a.position, a.address, viewOf(numbered.number), b) ?? judge(b.position, b.address, viewOf(numbered.number), a)
      if (complaint !== undefined) return `session ${session} of topology ${numbered.number} ${complaint}`
    }
  }
  return undefined
}
