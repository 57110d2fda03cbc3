import { describe, expect, it } from 'vitest'
import { effectCounts } from '../../../../../src/renderer/panels/failures/effect-words.ts'
import { Failures } from '../../../../../src/renderer/panels/failures/failures.svelte.ts'
import { D0, D1, REGION, TUNNEL_1, twoDevices } from '../../../shared/simulation/two-devices.ts'
import { sessionOf } from '../../state/session-of.ts'

async function opened() {
  const { sketch, intent } = twoDevices()
  const parts = sessionOf(sketch.design())
  await parts.settled()
  return { ...parts, failures: new Failures(parts.session), intent }
}

describe('the failures panel', () => {
  it('asks for the table with everything up, or on top of what is off', async () => {
    const { session, failures, settled, intent } = await opened()
    session.toggleFailed(D0)
    failures.look()
    expect(failures.single).toBeDefined()
    await settled()
    const effect = (element: string) => failures.singles?.table.find((row) => row.intent === intent.id)?.effects.find((each) => each.element === element)?.effect
    expect([failures.single, effect(D1), effect(D0)]).toEqual([undefined, undefined, 'rerouted'])
    failures.isOnTop = true
    failures.look()
    await settled()
    expect([effect(D1), effect(D0)]).toEqual(['broken', undefined])
    expect(failures.ranking.map(({ element }) => element)).toEqual([D1, 'isp-link:isp-link:two', REGION])
  })

  it('tries every two when asked, and forgets them when it looks again', async () => {
    const { failures, settled, intent } = await opened()
    failures.look()
    await settled()
    void failures.tryPairs(intent.id)
    expect(failures.double).toBeDefined()
    await settled()
    expect(failures.doubles?.map((row) => [row.intent, row.effects.some(({ elements }) => elements[0] === D0 && elements[1] === D1)])).toEqual([[intent.id, true]])
    failures.look()
    expect(failures.doubles).toBeUndefined()
    await settled()
  })

  it('gives up what is cancelled', async () => {
    const { failures, settled } = await opened()
    failures.look()
    await settled()
    void failures.tryPairs(undefined)
    void failures.countReachable()
    failures.double?.cancel()
    failures.reaching?.cancel()
    await settled()
    expect([failures.double, failures.reaching, failures.doubles, failures.reach]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('counts reachable pairs into the ranking', async () => {
    const { failures, settled } = await opened()
    failures.look()
    await settled()
    void failures.countReachable()
    await settled()
    expect(failures.reach?.total).toBeGreaterThan(0)
    expect(failures.ranking.every(({ pairs }) => pairs !== undefined)).toBe(true)
  })

  it('tells in one sentence what a state of failure touches', async () => {
    const { session, settled } = await opened()
    expect(effectCounts(session.analysis)).toBeUndefined()
    session.toggleFailed(TUNNEL_1)
    await settled()
    expect(effectCounts(session.analysis)).toBe('Of 1 intent: 1 rerouted.')
    session.switchElements([REGION], true)
    await settled()
    expect(effectCounts(session.analysis)).toBe('Of 1 intent: 1 without an endpoint.')
    session.switchEverythingOn()
    session.toggleFailed('vpn-tunnel:vpn-connection:v1/2')
    await settled()
    expect(effectCounts(session.analysis)).toBe('The intent is not affected.')
  })
})
