import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { choicesGiven, exchange, type Uses } from './exchange.ts'
import { ring } from './gadgets.ts'
import { Lab } from './lab.ts'
import { topologyArbitrary } from './random-topology.ts'
import { describeWithSpeaker } from './speaker.ts'
import type { Tables } from './topology.ts'

const SEED = 20_261_128
const LIMIT_MS = 180_000

describeWithSpeaker('the route exchange agrees with bgpd', () => {
  let lab: Lab
  beforeAll(() => {
    lab = new Lab(7)
  })
  afterAll(() => lab.close())

  it('on shortest paths, prepending, filters and loops', async () => {
    const topologies = fc.sample(topologyArbitrary('monotone'), { seed: SEED, numRuns: 24 })
    const found = await lab.settle(topologies)
    for (const [index, topology] of topologies.entries()) {
      const { tables, unsettled } = exchange(topology)
      expect(unsettled).toEqual([])
      expect(found[index], JSON.stringify(topology)).toEqual(tables)
    }
  }, LIMIT_MS)

  it('on local preference, weight, MED and communities, but for which of several stable outcomes comes about', async () => {
    const topologies = fc.sample(topologyArbitrary('free'), { seed: SEED, numRuns: 24 })
    const found = await lab.settle(topologies)
    let others = 0
    for (const [index, topology] of topologies.entries()) {
      const { tables, unsettled } = exchange(topology)
      expect(unsettled).toEqual([])
      const theirs: Tables = found[index] ?? new Map()
      expect(tables, `the exchange, on ${JSON.stringify(topology)}`).toEqual(choicesGiven(topology, usesOf(tables)))
      expect(theirs, `bgpd, on ${JSON.stringify(topology)}`).toEqual(choicesGiven(topology, usesOf(theirs)))
      if (!isDeepStrictEqual(tables, theirs)) others++
    }
    expect(others).toBeLessThan(4)
  }, LIMIT_MS)

  it('that a ring where everybody prefers the way over the next one never comes to rest', async () => {
    expect(exchange(ring(3)).unsettled).toEqual(['192.0.2.0/24'])
    expect(await lab.keepsChanging(ring(3), 30)).toBe(true)
  }, LIMIT_MS)

  it('that the ring rests when one takes what it has', async () => {
    const content = ring(3, [2])
    expect(exchange(content).unsettled).toEqual([])
    expect((await lab.settle([content]))[0]).toEqual(exchange(content).tables)
  }, LIMIT_MS)
})

const usesOf = (tables: Tables): Uses => (router, prefix) => {
  const choice = tables.get(router)?.get(prefix)
  return choice && (choice[0].session ?? 'own')
}
