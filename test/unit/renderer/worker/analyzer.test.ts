import { describe, expect, it } from 'vitest'
import { Analyzer, type Port } from '../../../../src/renderer/worker/analyzer.ts'
import type { FromWorker, ToWorker } from '../../../../src/renderer/worker/protocol.ts'
import type { InputOf } from '../../../../src/renderer/worker/questions.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'

const INPUT: InputOf<'trace'> = { flow: { from: 'internet', protocol: 'any' }, failed: [] }
const ANSWER = { works: true }

function analyzerUnderTest() {
  const sent: ToWorker[] = []
  const heard: string[] = []
  let listener: (event: { readonly data: FromWorker }) => void = () => undefined
  const port: Port = {
    postMessage: (message) => sent.push(message),
    addEventListener: (type: 'message' | 'error', added: unknown) => {
      if (type === 'message') listener = added as typeof listener
    },
    terminate: () => heard.push('terminated'),
  }
  const analyzer = new Analyzer(port, { onAnalysis: () => heard.push('analysis'), onBroken: (message) => heard.push(message) })
  analyzer.open(emptyDesign('a'), 4)
  return { analyzer, sent, heard, say: (data: FromWorker) => listener({ data }) }
}

describe('Analyzer', () => {
  it('resolves each question with its own answer, in whatever order they come', async () => {
    const { analyzer, sent, say } = analyzerUnderTest()
    const [first, second] = [analyzer.ask('trace', INPUT), analyzer.ask('trace', INPUT)]
    expect(sent.slice(1)).toEqual([
      { type: 'ask', request: 1, question: { name: 'trace', input: INPUT } },
      { type: 'ask', request: 2, question: { name: 'trace', input: INPUT } },
    ])
    say({ type: 'answer', request: 2, version: 4, answer: 'of the second' })
    say({ type: 'answer', request: 1, version: 4, answer: 'of the first' })
    expect([await first, await second]).toEqual(['of the first', 'of the second'])
  })

  it('answers undefined when the answer is about an older design, or the worker gave it up', async () => {
    const { analyzer, say } = analyzerUnderTest()
    const [old, dropped] = [analyzer.ask('trace', INPUT), analyzer.ask('trace', INPUT)]
    analyzer.open(emptyDesign('b'), 5)
    say({ type: 'answer', request: 1, version: 4, answer: ANSWER })
    say({ type: 'dropped', request: 2 })
    expect([await old, await dropped]).toEqual([undefined, undefined])
  })

  it('passes progress on, and cancels when it is told to', async () => {
    const { analyzer, sent, say } = analyzerUnderTest()
    const fractions: number[] = []
    const controller = new AbortController()
    const asked = analyzer.ask('trace', INPUT, { onProgress: (fraction) => fractions.push(fraction), signal: controller.signal })
    say({ type: 'progress', request: 1, fraction: 0.5 })
    controller.abort()
    expect(await asked).toBeUndefined()
    expect(sent.at(-1)).toEqual({ type: 'cancel', request: 1 })
    say({ type: 'progress', request: 1, fraction: 0.6 })
    say({ type: 'dropped', request: 1 })
    expect(fractions).toEqual([0.5])
  })

  it('does not ask what is cancelled already', async () => {
    const { analyzer, sent } = analyzerUnderTest()
    expect(await analyzer.ask('trace', INPUT, { signal: AbortSignal.abort() })).toBeUndefined()
    expect(sent).toHaveLength(1)
  })

  it('answers undefined to what is open when a question breaks or the worker is stopped', async () => {
    const { analyzer, heard, say } = analyzerUnderTest()
    const [broken, open] = [analyzer.ask('trace', INPUT), analyzer.ask('trace', INPUT)]
    say({ type: 'broken', during: 'trace', request: 1, message: 'boom' })
    analyzer.close()
    expect([await broken, await open]).toEqual([undefined, undefined])
    expect(heard).toEqual(['boom', 'terminated'])
  })

  it('takes only questions that exist, with what they need', () => {
    const { analyzer } = analyzerUnderTest()
    // @ts-expect-error: there is no such question
    void analyzer.ask('weather', INPUT)
    // @ts-expect-error: a trace needs a flow
    void analyzer.ask('trace', { failed: [] })
  })
})
