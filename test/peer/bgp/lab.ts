import { join } from 'node:path'
import { findBgpd } from '../../setup/frr.ts'
import { readTables, tablesOf } from './answers.ts'
import { daemonConfig, type Numbered } from './config.ts'
import { Daemon } from './daemon.ts'
import { Namespaces } from './namespaces.ts'
import { atRest } from './rest.ts'
import type { Tables, Topology } from './topology.ts'

/** Only for failing: what is awaited is that the daemon answers. */
const START_MS = 20_000
/** Topologies at once: bgpd checks all of its policies again with each line about one that it reads, so its start takes long over many. */
const BATCH = 10

/** A set of routers to try topologies on: one bgpd in a namespace for each position in a topology. */
export class Lab {
  readonly #namespaces: Namespaces
  readonly #program: string
  #run = 0

  /** @param positions the most routers that a topology may have */
  constructor(positions: number) {
    const program = findBgpd()
    if (program === undefined) throw new Error('no bgpd')
    this.#program = program
    this.#namespaces = new Namespaces(positions)
  }

  /** The tables of each topology after the exchange came to rest. Several run at once, each in BGP instances of its own. */
  async settle(topologies: readonly Topology[]): Promise<Tables[]> {
    const settled: Tables[] = []
    for (let first = 0; first < topologies.length; first += BATCH) settled.push(...(await this.#settleBatch(number(topologies.slice(first, first + BATCH)))))
    return settled
  }

  #settleBatch(batch: readonly Numbered[]): Promise<Tables[]> {
    return this.#with(batch, async (daemons) => {
      await atRest(batch, daemons)
      const answers = await Promise.all(daemons.map(async (daemon) => readTables([await daemon.ask('show bgp view all ipv4 unicast json'), await daemon.ask('show bgp view all ipv6 unicast json')], batch)))
      return batch.map((numbered) => tablesOf(numbered, answers))
    })
  }

  /** True when the best paths of a topology have changed `changes` times at one router, false when it came to rest before. */
  async keepsChanging(topology: Topology, changes: number): Promise<boolean> {
    const batch = number([topology])
    return this.#with(batch, (daemons) => atRest(batch, daemons, changes).then((isAtRest) => !isAtRest))
  }

  /** Ends the daemons and removes the namespaces. */
  close(): void {
    this.#namespaces.remove()
  }

  async #with<T>(batch: readonly Numbered[], work: (daemons: readonly Daemon[]) => Promise<T>): Promise<T> {
    const run = this.#run++
    const daemons: Daemon[] = []
    try {
      for (const [position, namespace] of this.#namespaces.names.entries()) {
        const { text, addresses } = daemonConfig(batch, position)
        this.#namespaces.setAddresses(position, addresses)
        daemons.push(new Daemon(this.#program, namespace, join(this.#namespaces.folder, `${run}-${position}`), text))
      }
      await Promise.all(daemons.map((daemon) => daemon.ready(Date.now() + START_MS)))
      return await work(daemons)
    } finally {
      await Promise.all(daemons.map((daemon) => daemon.stop()))
    }
  }
}

function number(topologies: readonly Topology[]): Numbered[] {
  let firstSession = 0
  return topologies.map((topology, index) => {
    const numbered = { topology, number: index, firstSession }
    firstSession += topology.sessions.length
    return numbered
  })
}
