import { describe, expect, it } from 'vitest'
import { Engine } from '../../../../src/renderer/worker/engine.ts'
import type { FromWorker } from '../../../../src/renderer/worker/protocol.ts'
import { type Question, respond } from '../../../../src/renderer/worker/questions.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import type { Edit } from '../../../../src/shared/document/edit.ts'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate, type Simulation } from '../../../../src/shared/simulation/index.ts'
import type { Slices } from '../../../../src/shared/slices.ts'
import { D0, D1, twoDevices } from '../../shared/simulation/two-devices.ts'
import { DrawingBoard } from '../../shared/document/commands/drawing-board.ts'

/** An engine whose pauses end when the test says so. */
function engineUnderTest(simulateWith = simulate, respondWith: (question: Question, simulation: Simulation) => unknown = respond) {
  const answers: FromWorker[] = []
  const pauses: (() => void)[] = []
  const engine = new Engine({
    simulate: simulateWith,
    check: (simulation, failed) => checkDesign(simulation.design, simulation, { failed }),
    respond: respondWith,
    answer: (message) => answers.push(message),
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  })
  const step = async (): Promise<boolean> => {
    const next = pauses.shift()
    next?.()
    await new Promise((resolve) => setImmediate(resolve))
    return next !== undefined
  }
  const settle = async (): Promise<void> => {
    while (await step());
  }
  return { engine, answers, step, settle }
}

/** Counts to a hundred, a slice at a time. */
function* counting(): Slices<string> {
  for (let count = 0; count < 100; count++) yield count / 100
  return 'counted'
}

const ANY_QUESTION: Question = { name: 'trace', input: { flow: { from: 'internet', protocol: 'any' }, failed: [] } }
const aboutQuestion = (answers: readonly FromWorker[]) => answers.filter(({ type }) => type !== 'analysis')

const rename = (before: string, after: string): Edit => ({ label: 'rename', changes: [{ op: 'rename', before, after }] })

function siteAndVpc(): DrawingBoard {
  const board = new DrawingBoard()
  const device = board.add('customer-gateway', board.add('site'))
  const vpc = board.add('vpc')
  board.add('subnet', vpc)
  board.link(device, board.add('vpn-gateway', vpc))
  return board
}

describe('Engine', () => {
  it('answers with findings, verdicts and elements of the version it was given', async () => {
    const { engine, answers, settle } = engineUnderTest()
    engine.receive({ type: 'open', version: 7, design: siteAndVpc().design })
    await settle()
    expect(answers).toHaveLength(1)
    const [answer] = answers
    if (answer?.type !== 'analysis') throw new Error('no analysis')
    expect(answer.analysis.version).toBe(7)
    expect(answer.analysis.findings.length).toBeGreaterThan(0)
    expect(answer.analysis.verdicts.length).toBeGreaterThan(0)
    expect(answer.analysis.elements.map((element) => element.kind)).toContain('customer-device')
  })

  it('answers only the newest of several states, even when they come in the middle of the work', async () => {
    const { engine, answers, settle } = engineUnderTest()
    engine.receive({ type: 'open', version: 0, design: emptyDesign('a') })
    engine.receive({ type: 'edit', version: 1, edit: rename('a', 'b') })
    engine.receive({ type: 'edit', version: 2, edit: rename('b', 'c') })
    await settle()
    expect(answers.map((answer) => answer.type === 'analysis' && answer.analysis.version)).toEqual([2])
  })

  it('asks for the whole design when an edit does not fit its copy', () => {
    const { engine, answers } = engineUnderTest()
    engine.receive({ type: 'open', version: 0, design: emptyDesign('a') })
    engine.receive({ type: 'edit', version: 1, edit: rename('somebody else', 'b') })
    expect(answers).toEqual([{ type: 'out-of-step' }])
  })

  it('traces in the state of the newest edit', async () => {
    const { engine, answers, settle } = engineUnderTest()
    const board = siteAndVpc()
    engine.receive({ type: 'open', version: 0, design: board.design })
    const [site] = board.index.all('site')
    const [subnet] = board.index.all('subnet')
    if (!site || !subnet) throw new Error('incomplete')
    engine.receive({ type: 'ask', request: 5, question: { name: 'trace', input: { flow: { from: site.id, to: subnet.id, protocol: 'some' }, failed: [] } } })
    expect(answers[0]).toMatchObject({ type: 'answer', request: 5, version: 0, answer: { works: false } })
    await settle()
  })

  it('judges the state of failure it is told, says what the failure does, and simulates no more for it', async () => {
    let simulations = 0
    const { engine, answers, settle } = engineUnderTest((design, previous) => {
      simulations += 1
      return simulate(design, previous)
    })
    const { sketch, intent } = twoDevices()
    engine.receive({ type: 'open', version: 0, design: sketch.design() })
    await settle()
    engine.receive({ type: 'fail', version: 1, failed: [D0, 'instance:instance:gone'] })
    await settle()
    engine.receive({ type: 'fail', version: 2, failed: [D0, D1] })
    await settle()
    const states = answers.flatMap((answer) => (answer.type === 'analysis' ? answer.analysis : []))
    const seen = states.map(({ version, failed, verdicts, effects }) => ({ version, failed, holds: verdicts.find(({ id }) => id === intent.id)?.holds, effect: effects.get(intent.id)?.effect }))
    expect(seen).toEqual([
      { version: 0, failed: [], holds: true, effect: undefined },
      { version: 1, failed: [D0], holds: true, effect: 'rerouted' },
      { version: 2, failed: [D0, D1], holds: false, effect: 'broken' },
    ])
    expect(simulations).toBe(1)
    const singlePoints = states.map(({ findings }) => findings.filter(({ rule }) => rule === 'single-point-of-failure').length)
    expect(singlePoints).toEqual([0, 2, 0])
    const others = states.map(({ findings }) => findings.filter(({ rule }) => rule !== 'single-point-of-failure'))
    expect(others[1]).toEqual(others[0])
    expect(others[2]).toEqual(others[0])
  })

  it('keeps what is down through edits', async () => {
    const { engine, answers, settle } = engineUnderTest()
    const { sketch } = twoDevices()
    engine.receive({ type: 'open', version: 0, design: sketch.design() })
    engine.receive({ type: 'fail', version: 1, failed: [D0] })
    engine.receive({ type: 'edit', version: 2, edit: rename('sketch', 'again') })
    await settle()
    expect(answers.map((answer) => answer.type === 'analysis' && [answer.analysis.version, answer.analysis.failed])).toEqual([[2, [D0]]])
  })

  it('goes on with a long question while elements are switched off', async () => {
    const { engine, answers, step, settle } = engineUnderTest(simulate, counting)
    engine.receive({ type: 'open', version: 0, design: emptyDesign('a') })
    engine.receive({ type: 'ask', request: 1, question: ANY_QUESTION })
    await step()
    engine.receive({ type: 'fail', version: 1, failed: ['region:eu-west-1'] })
    await settle()
    expect(answers).toContainEqual({ type: 'answer', request: 1, version: 0, answer: 'counted' })
  })

  it('answers a long question in slices, beside the analysis, and says how far it is', async () => {
    const { engine, answers, settle } = engineUnderTest(simulate, counting)
    engine.receive({ type: 'open', version: 3, design: emptyDesign('a') })
    engine.receive({ type: 'ask', request: 1, question: ANY_QUESTION })
    await settle()
    const types = answers.map(({ type }) => type)
    expect(types.indexOf('analysis')).toBeLessThan(types.indexOf('answer'))
    const fractions = answers.flatMap((answer) => (answer.type === 'progress' ? answer.fraction : []))
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBe(0.99)
    expect(answers.at(-1)).toEqual({ type: 'answer', request: 1, version: 3, answer: 'counted' })
  })

  it.each([
    ['the design changes', { type: 'edit', version: 1, edit: rename('a', 'b') }],
    ['it is cancelled', { type: 'cancel', request: 1 }],
  ] as const)('gives a long question up when %s', async (_, message) => {
    const { engine, answers, step, settle } = engineUnderTest(simulate, counting)
    engine.receive({ type: 'open', version: 0, design: emptyDesign('a') })
    engine.receive({ type: 'ask', request: 1, question: ANY_QUESTION })
    await step()
    await step()
    engine.receive(message)
    await settle()
    const about = aboutQuestion(answers)
    expect(about.filter(({ type }) => type !== 'progress')).toEqual([{ type: 'dropped', request: 1 }])
    expect(about.length).toBeLessThan(10)
  })

  it('tells the asker when a question breaks in the middle', async () => {
    const { engine, answers, settle } = engineUnderTest(simulate, function* () {
      yield 0.5
      throw new Error('boom')
    })
    engine.receive({ type: 'open', version: 0, design: emptyDesign('a') })
    engine.receive({ type: 'ask', request: 1, question: ANY_QUESTION })
    await settle()
    expect(aboutQuestion(answers).at(-1)).toEqual({ type: 'broken', during: 'trace', request: 1, message: 'boom' })
  })

  it('drops a question that comes before any design', () => {
    const { engine, answers } = engineUnderTest()
    engine.receive({ type: 'ask', request: 1, question: ANY_QUESTION })
    expect(answers).toEqual([{ type: 'dropped', request: 1 }])
  })

  it('reports its own failure once and lives on', async () => {
    let isBroken = true
    const { engine, answers, settle } = engineUnderTest((design) => {
      if (isBroken) throw new Error('boom')
      return simulate(design)
    })
    engine.receive({ type: 'open', version: 0, design: emptyDesign('a') })
    await settle()
    isBroken = false
    engine.receive({ type: 'edit', version: 1, edit: rename('a', 'b') })
    await settle()
    expect(answers.map((answer) => answer.type)).toEqual(['broken', 'analysis'])
  })
})
