import { describe, expect, it } from 'vitest'
import type { PatternTruth } from '../../../../src/renderer/gallery/answers.ts'
import { type FromPatterns, type PatternPort, PatternSource, type ToPatterns } from '../../../../src/renderer/gallery/source.ts'

const TRUTH: PatternTruth = { intents: [], points: [] }

function desk() {
  const asked: ToPatterns[] = []
  const ports: { readonly say: (data: FromPatterns) => void; readonly fail: (message: string) => void }[] = []
  const source = new PatternSource(() => {
    const listeners = new Map<string, (event: never) => void>()
    ports.push({ say: (data) => listeners.get('message')?.({ data } as never), fail: (message) => listeners.get('error')?.({ message } as never) })
    return { postMessage: (message) => asked.push(message), addEventListener: (type: string, listener: (event: never) => void) => listeners.set(type, listener) } satisfies PatternPort as PatternPort
  })
  const answer = (value: string | PatternTruth) => ports.at(-1)?.say({ number: asked.at(-1)?.number ?? 0, value })
  return { source, asked, ports, answer, words: () => asked.map(({ question }) => `${question.kind} ${question.id}`) }
}

describe('the source of pictures and truths', () => {
  it('starts nothing before there is a question, and asks each question once', async () => {
    const { source, asked, ports, answer } = desk()
    expect(ports).toHaveLength(0)
    const first = source.picture('b1-vpc-peering', 'light', 'small')
    const second = source.picture('b1-vpc-peering', 'light', 'small')
    answer('<svg/>')
    expect(await Promise.all([first, second])).toEqual(['<svg/>', '<svg/>'])
    expect(await source.picture('b1-vpc-peering', 'light', 'small')).toBe('<svg/>')
    expect([asked.length, ports.length]).toEqual([1, 1])
    void source.picture('b1-vpc-peering', 'dark', 'small')
    expect(asked).toHaveLength(2)
  })

  it('asks one at a time, and what is urgent next, even when it waits already', () => {
    const { source, answer, words } = desk()
    void source.picture('a1-managed-vpn', 'light', 'small')
    void source.truth('a1-managed-vpn')
    void source.truth('b1-vpc-peering')
    void source.picture('b1-vpc-peering', 'light', 'full')
    void source.truth('b1-vpc-peering', true)
    for (const value of ['', TRUTH, '', TRUTH]) answer(value)
    expect(words()).toEqual(['picture a1-managed-vpn', 'truth b1-vpc-peering', 'picture b1-vpc-peering', 'truth a1-managed-vpn'])
  })

  it('draws the pictures of a list before it judges what they show', () => {
    const { source, answer, words } = desk()
    for (const id of ['a1-managed-vpn', 'b1-vpc-peering'] as const) {
      void source.truth(id)
      void source.picture(id, 'dark', 'small')
    }
    for (const value of [TRUTH, '', '', TRUTH]) answer(value)
    expect(words()).toEqual(['truth a1-managed-vpn', 'picture a1-managed-vpn', 'picture b1-vpc-peering', 'truth b1-vpc-peering'])
  })

  it('asks again for what failed, and goes on with a new worker when one dies', async () => {
    const { source, asked, ports, answer } = desk()
    const failing = source.truth('a1-managed-vpn')
    ports[0]?.say({ number: 1, failure: 'no' })
    await expect(failing).rejects.toThrow('no')
    const dying = [source.truth('a1-managed-vpn'), source.truth('b1-vpc-peering')]
    ports[0]?.fail('gone')
    expect((await Promise.allSettled(dying)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const again = source.truth('a1-managed-vpn')
    answer(TRUTH)
    expect(await again).toBe(TRUTH)
    expect([asked.length, ports.length]).toEqual([3, 2])
  })
})
