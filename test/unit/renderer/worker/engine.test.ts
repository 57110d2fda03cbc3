import { describe, expect, it } from 'vitest'
import { Engine } from '../../../../src/renderer/worker/engine.ts'
import type { FromWorker } from '../../../../src/renderer/worker/protocol.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import type { Edit } from '../../../../src/shared/document/edit.ts'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { DrawingBoard } from '../../shared/document/commands/drawing-board.ts'

/** An engine whose pauses end when the test says so. */
function engineUnderTest(simulateWith = simulate) {
  const answers: FromWorker[] = []
  const pauses: (() => void)[] = []
  const engine = new Engine({
    simulate: simulateWith,
    check: (simulation) => checkDesign(simulation.design, simulation),
    answer: (message) => answers.push(message),
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  })
  const settle = async (): Promise<void> => {
    for (let next = pauses.shift(); next; next = pauses.shift()) {
      next()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { engine, answers, settle }
}

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
    engine.receive({ type: 'trace', request: 5, flow: { from: site.id, to: subnet.id, protocol: 'some' }, failed: [] })
    expect(answers[0]).toMatchObject({ type: 'trace', request: 5, trace: { works: false } })
    await settle()
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
