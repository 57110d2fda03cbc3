import { displayName } from '../../document/query.ts'
import type { TimerName } from '../../facts/timers.ts'
import type { ResourceId } from '../../model/id.ts'
import { tunnelElement } from '../element-names.ts'
import { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { ElementId, FailableElement, Flow, Trace } from '../types.ts'
import { EventQueue } from './queue.ts'
import type { Timers, Wait } from './timers.ts'
import { Views } from './views.ts'
import { beliefKey, type Manner, seesCleanLoss, type Watch, type Watcher, watchesOf } from './watch.ts'

/** One failure: what fails, how, and after how many milliseconds it works again (absent: never). */
export interface Failure {
  readonly element: ElementId
  readonly manner: Manner
  readonly repairAfterMs?: number
}

/** What happened when. */
export interface TimelineEvent {
  /** Milliseconds after the failure. */
  readonly at: number
  readonly kind: 'fails' | 'repaired' | 'noticed' | 'unnoticed' | 'moved' | 'restored' | 'tables'
  readonly text: string
  /** The timer that had to pass. */
  readonly timer?: TimerName
}

/** A moment at which something changed, after everything of it has happened. */
export interface Moment {
  readonly at: number
  readonly failed: ReadonlySet<ElementId>
  readonly trace: (flow: Flow) => Trace
}

interface Standing {
  readonly watch: Watch
  isUp: boolean
  /** False from the first party that gives the session up until it is back. */
  isEstablished: boolean
  readonly pending: Map<Watcher, () => void>
  cancelRestore: (() => void) | undefined
}

/** Plays one failure through, event by event. Deterministic; every timer runs its full length, so times are at the latest. */
export class Run {
  readonly #network: Network
  readonly #failure: Failure
  readonly #label: string
  readonly #timers: Timers
  readonly #queue = new EventQueue()
  readonly #events: TimelineEvent[] = []
  readonly #failed = new Set<ElementId>()
  readonly #moving = new Map<ElementId, () => void>()
  readonly #now = new Map<string, boolean>()
  readonly #before = new Map<string, boolean>()
  /** What parties that are down will find lost when they are back. */
  readonly #mute = new Set<string>()
  readonly #standings: readonly Standing[]
  /** Whether there are tables that routes are propagated into, and that lag behind. */
  readonly #hasTables: boolean
  #at = 0

  constructor(network: Network, failure: Failure, element: FailableElement, timers: Timers) {
    this.#network = network
    this.#failure = failure
    this.#label = element.label
    this.#timers = timers
    const { index } = network
    this.#hasTables = index.all('transit-gateway-route-table').length > 0 || index.all('route-server').length > 0 || index.all('route-table').some(({ PropagatingVgws }) => PropagatingVgws.length > 0)
    const whole = new Health(network)
    this.#standings = watchesOf(network, timers).map((watch) => ({ watch, isUp: watch.isUp(whole), isEstablished: true, pending: new Map(), cancelRestore: undefined }))
  }

  /** Runs to the end; tells each moment and answers the events. */
  play(visit: (moment: Moment) => void): readonly TimelineEvent[] {
    const views = new Views(this.#network)
    const { manner, repairAfterMs } = this.#failure
    this.#queue.plan(0, () => this.#fail(manner))
    if (repairAfterMs !== undefined) this.#queue.plan(repairAfterMs, () => this.#repair())
    for (let at = this.#queue.next(); at !== undefined; at = this.#queue.next()) {
      const down = this.#down()
      const [now, before] = [new Map(this.#now), new Map(this.#before)]
      visit({ at, failed: new Set(this.#failed), trace: (flow) => views.trace(flow, down, now, before) })
    }
    return this.#events
  }

  /** Everything that carries nothing now: what failed, and tunnels whose session is not back or that are moving to another line. */
  #down(): ReadonlySet<ElementId> {
    const sessions = this.#standings.flatMap(({ watch, isEstablished }) => (watch.session !== undefined && !isEstablished ? [watch.session] : []))
    return new Set([...this.#failed, ...this.#moving.keys(), ...sessions])
  }

  #note(kind: TimelineEvent['kind'], text: string, timer?: TimerName): void {
    this.#events.push({ at: this.#at, kind, text, ...(timer === undefined ? {} : { timer }) })
  }

  #after(ms: number, act: () => void): () => void {
    const at = this.#at + ms
    return this.#queue.plan(at, () => {
      this.#at = at
      act()
    })
  }

  #fail(manner: Manner): void {
    const links = this.#liveLinks()
    this.#failed.add(this.#failure.element)
    this.#note('fails', `${this.#label} fails${manner === 'silent' ? ' without a word' : '; whoever is connected to it is told'}`)
    this.#noteLostSafeguard()
    this.#moveTunnels(links)
    this.#look()
  }

  /** A monitor carries nothing: without it only the healing is gone (F-AVL-53). */
  #noteLostSafeguard(): void {
    const monitors = this.#network.index.all('instance').filter(({ id, role }) => role === 'vpn-monitor' && this.#network.elements.of(id).includes(this.#failure.element))
    for (const { watches = [], name, id } of monitors) this.#note('noticed', `without ${name || id} nobody points routes from one of ${watches.map((appliance) => this.#nameOf(appliance)).join(' and ')} to the other`)
  }

  #repair(): void {
    this.#at = this.#failure.repairAfterMs ?? 0
    this.#failed.delete(this.#failure.element)
    for (const cancel of this.#moving.values()) cancel()
    this.#moving.clear()
    this.#note('repaired', `${this.#label} works again`)
    for (const key of this.#mute) this.#believe(key, false)
    this.#mute.clear()
    this.#look()
  }

  /** The lines that each VPN connection can use now. */
  #liveLinks(): ReadonlyMap<ResourceId, readonly ResourceId[]> {
    const health = new Health(this.#network, this.#failed)
    return new Map(this.#network.index.all('vpn-connection').map(({ id }) => [id, health.underlaysOf(id).filter((link) => health.isUp(link))]))
  }

  /** Tunnels that lost one of several lines are taken to have used it, and are moving to another. */
  #moveTunnels(before: ReadonlyMap<ResourceId, readonly ResourceId[]>): void {
    for (const [connection, now] of this.#liveLinks()) {
      const had = before.get(connection) ?? []
      if (now.length === 0 || now.length >= had.length) continue
      const { timer, ms } = this.#timers.wait('ispChangeover')
      const tunnels = (this.#network.fragment('vpn-connection', connection)?.tunnels ?? []).map((tunnel) => tunnelElement(connection, tunnel))
      const cancel = this.#after(ms, () => {
        for (const tunnel of tunnels) this.#moving.delete(tunnel)
        this.#note('moved', `the tunnels of ${this.#nameOf(connection)} run over ${now.map((link) => this.#nameOf(link)).join(' or ')}`, timer)
        this.#look()
      })
      for (const tunnel of tunnels) this.#moving.set(tunnel, cancel)
    }
  }

  /** Compares what is watched with what was, and lets the parties react. */
  #look(): void {
    const health = new Health(this.#network, new Set([...this.#failed, ...this.#moving.keys()]))
    for (const standing of this.#standings) {
      const isUp = standing.watch.isUp(health)
      if (isUp === standing.isUp) continue
      standing.isUp = isUp
      if (isUp) this.#rise(standing)
      else this.#fall(standing, health)
    }
  }

  #fall(standing: Standing, health: Health): void {
    standing.cancelRestore?.()
    standing.cancelRestore = undefined
    for (const watcher of standing.watch.watchers) {
      const key = beliefKey(standing.watch.key, watcher.by)
      if (standing.pending.has(watcher) || this.#now.get(key) === false) continue
      this.#believe(key, true)
      if (!health.isUp(watcher.by)) {
        // Who is down itself has lost its session, but it can tell nobody: what it said last stands until it is back.
        standing.isEstablished = false
        this.#mute.add(key)
        continue
      }
      const { timer, ms } = this.#shortest(standing, watcher)
      standing.pending.set(watcher, this.#after(ms, () => {
        standing.pending.delete(watcher)
        this.#note('noticed', `${this.#nameOf(watcher.by)} notices that ${standing.watch.label} is down${watcher.reaction === undefined ? '' : `, and ${watcher.reaction}`}`, timer)
        this.#giveUp(standing, watcher)
      }))
    }
  }

  #shortest({ watch }: Standing, watcher: Watcher): Wait {
    const isMoving = watch.session !== undefined && this.#moving.has(watch.session)
    const told = this.#failure.manner === 'clean' && !isMoving && seesCleanLoss(this.#failure.element, watcher) ? [this.#timers.wait('linkDown')] : []
    return [...watcher.waits(), ...told].reduce((best, wait) => (wait.ms < best.ms ? wait : best))
  }

  #giveUp(standing: Standing, watcher: Watcher): void {
    this.#believe(beliefKey(standing.watch.key, watcher.by), false)
    standing.isEstablished = false
  }

  #rise(standing: Standing): void {
    const { watch, pending } = standing
    if (standing.isEstablished) {
      for (const cancel of pending.values()) cancel()
      if (pending.size > 0) this.#note('unnoticed', `${watch.label} is back before anybody gave it up`)
      pending.clear()
      for (const { by } of watch.watchers) this.#believe(beliefKey(watch.key, by), true)
      return
    }
    const { timer, ms } = watch.restore()
    standing.cancelRestore = this.#after(ms, () => {
      for (const cancel of pending.values()) cancel()
      pending.clear()
      standing.isEstablished = true
      standing.cancelRestore = undefined
      this.#note('restored', watch.returnText ?? `${watch.label} is in use again`, timer)
      for (const { by } of watch.watchers) this.#believe(beliefKey(watch.key, by), true)
    })
  }

  /** A party changes its mind at once; transit gateway and VPC tables follow. */
  #believe(key: string, isUp: boolean): void {
    if (this.#now.get(key) === isUp) return
    const isFirst = !this.#now.has(key)
    this.#now.set(key, isUp)
    if (!this.#hasTables || (isFirst && isUp)) this.#before.set(key, isUp)
    else this.#after(this.#timers.wait('routeUpdate').ms, () => this.#updateTables(key, isUp))
  }

  #updateTables(key: string, isUp: boolean): void {
    this.#before.set(key, isUp)
    if (this.#events.some(({ at, kind }) => at === this.#at && kind === 'tables')) return
    this.#note('tables', 'transit gateway and VPC route tables follow', 'routeUpdate')
  }

  #nameOf(id: ResourceId): string {
    const resource = this.#network.index.get(id)
    return resource ? displayName(resource) : id
  }
}
