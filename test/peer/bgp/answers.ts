import { type Numbered, sessionOfAddress, viewOf } from './config.ts'
import type { Choice, Path, Tables } from './topology.ts'

/** How far the exchange of one topology has come at one daemon. */
export interface Progress {
  /** Neighbour address to the session's state; `messages` counts both ways. */
  readonly peers: ReadonlyMap<string, { readonly isUp: boolean; readonly isIdle: boolean; readonly messages: number }>
  /** Grows with every change of a best path. */
  readonly version: number
}

interface Summary {
  readonly tableVersion: number
  readonly peers: Readonly<Record<string, { readonly msgRcvd: number; readonly msgSent: number; readonly inq: number; readonly outq: number; readonly state: string }>>
}

/** Reads `show bgp view all summary json`: instance name to its progress. */
export function readProgress(text: string): ReadonlyMap<string, Progress> {
  // The daemon's own words, in the shape that FRR prints: per instance, per address family.
  const all = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, Summary>>>>
  return new Map(
    Object.entries(all).map(([view, families]) => {
      const summaries = Object.values(families).filter((family) => typeof family === 'object' && 'peers' in family)
      const peers = summaries.flatMap((summary) => Object.entries(summary.peers)).map(([address, { msgRcvd, msgSent, inq, outq, state }]) => [address, { isUp: state === 'Established', isIdle: inq === 0 && outq === 0, messages: msgSent + msgRcvd }] as const)
      return [view, { peers: new Map(peers), version: summaries.reduce((sum, summary) => sum + summary.tableVersion, 0) }]
    }),
  )
}

/** UPDATE messages of one side of a session since the daemon started, over all its connections. */
export interface Updates {
  readonly sent: number
  readonly received: number
  readonly wasDropped: boolean
}

/** Reads `show bgp view all neighbors json`: neighbour address to its updates; addresses are unique in a batch. */
export function readUpdates(text: string): ReadonlyMap<string, Updates> {
  interface Neighbour {
    readonly messageStats?: { readonly updatesSent: number; readonly updatesRecv: number }
    readonly connectionsDropped?: number
  }
  const all = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, Neighbour>>>>
  return new Map(
    Object.values(all).flatMap((view) =>
      Object.entries(view).flatMap(([address, { messageStats, connectionsDropped }]) => (messageStats ? [[address, { sent: messageStats.updatesSent, received: messageStats.updatesRecv, wasDropped: connectionsDropped !== 0 }] as const] : [])),
    ),
  )
}

/** Reads `show work-queues`: how much the daemon has still to do. */
export function readBacklog(text: string): number {
  return [...text.matchAll(/^\s*P?\s+(\d+)\s+\d+\s+\d+.*$/gm)].reduce((sum, [, items]) => sum + Number(items), 0)
}

interface ShownPath {
  readonly bestpath?: boolean
  readonly multipath?: boolean
  readonly valid?: boolean
  readonly path?: string
  readonly locPrf?: number
  readonly metric?: number
  readonly weight?: number
  readonly peerId: string
}

/** Reads the answers to `show bgp view all ipv4|ipv6 unicast json` of one daemon: instance name to prefix to choice. */
export function readTables(texts: readonly string[], batch: readonly Numbered[]): ReadonlyMap<string, ReadonlyMap<string, Choice>> {
  const tables = new Map<string, Map<string, Choice>>()
  for (const text of texts) {
    const all = JSON.parse(text) as Readonly<Record<string, { readonly routes: Readonly<Record<string, readonly ShownPath[]>> }>>
    for (const numbered of batch) {
      const view = viewOf(numbered.number)
      const table = tables.get(view) ?? new Map<string, Choice>()
      tables.set(view, table)
      for (const [prefix, paths] of Object.entries(all[view]?.routes ?? {})) {
        const best = paths.find((path) => path.bestpath === true)
        if (!best) continue
        const others = paths.filter((path) => path !== best && path.multipath === true).map((path) => pathOf(path, numbered))
        table.set(prefix, [pathOf(best, numbered), ...others.sort((a, b) => (a.session ?? -1) - (b.session ?? -1))])
      }
    }
  }
  return tables
}

function pathOf(shown: ShownPath, numbered: Numbered): Path {
  return {
    session: sessionOfAddress(numbered, shown.peerId),
    asPath: (shown.path ?? '').split(' ').filter((asn) => asn !== '').map(Number),
    localPreference: shown.locPrf ?? 100,
    med: shown.metric ?? 0,
    weight: shown.weight ?? 0,
  }
}

/** The tables of one topology out of what the daemons said. */
export function tablesOf(numbered: Numbered, daemons: readonly ReadonlyMap<string, ReadonlyMap<string, Choice>>[]): Tables {
  return new Map(numbered.topology.routers.map(({ name }, position) => [name, daemons[position]?.get(viewOf(numbered.number)) ?? new Map<string, Choice>()]))
}
