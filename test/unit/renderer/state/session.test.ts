import { describe, expect, it } from 'vitest'
import type { Port } from '../../../../src/renderer/worker/analyzer.ts'
import type { FromWorker, ToWorker } from '../../../../src/renderer/worker/protocol.ts'
import { Notices } from '../../../../src/renderer/state/notices.svelte.ts'
import { DesignSession } from '../../../../src/renderer/state/session.svelte.ts'
import { answer, refuse } from '../../../../src/shared/contract.ts'
import { createResource } from '../../../../src/shared/document/commands/create.ts'
import { moveBy } from '../../../../src/shared/document/commands/move.ts'
import { removeResources } from '../../../../src/shared/document/commands/remove.ts'
import { setField } from '../../../../src/shared/document/commands/set-fields.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

function sessionUnderTest() {
  const sent: ToWorker[] = []
  const listeners = new Map<string, (event: { readonly data: FromWorker; readonly message: string }) => void>()
  const port: Port = { postMessage: (message) => sent.push(message), addEventListener: (type: string, listener: (event: { readonly data: FromWorker; readonly message: string }) => void) => listeners.set(type, listener), terminate: () => undefined }
  let revision = 0
  const library = { isRefusing: false }
  const client = {
    'library.append': () => Promise.resolve(library.isRefusing ? refuse('disk-full', 'The disk is full.') : answer({ revision: (revision += 1) })),
    'library.open': ({ id }: { readonly id: string }) => Promise.resolve(answer({ id, revision, design: emptyDesign('from the library') })),
  }
  const notices = new Notices()
  const session = new DesignSession({ id: 'd', revision: 0, design: emptyDesign('Test') }, { client, notices, port })
  let count = 0
  const add = (kind: 'vpc' | 'transit-gateway'): ResourceId => {
    const made = createResource(session.index, (word) => makeResourceId(word, `s${(count += 1)}`), kind, { placement: { x: 0, y: 0 } })
    session.perform(made.edit)
    return made.ids[0] as ResourceId
  }
  return { session, notices, sent, library, add, say: (data: FromWorker) => listeners.get('message')?.({ data, message: '' }), fail: (message: string) => listeners.get('error')?.({ data: { type: 'out-of-step' }, message }) }
}

describe('DesignSession', () => {
  it('changes the design at once, tells the worker the edit, and is saved when the journal says so', async () => {
    const { session, sent, add } = sessionUnderTest()
    add('vpc')
    expect(Object.keys(session.design.resources)).toHaveLength(2)
    expect([session.saveStatus, session.revision]).toEqual(['saving', 0])
    expect(sent.map((message) => message.type)).toEqual(['open', 'edit'])
    await settle()
    expect([session.saveStatus, session.revision]).toEqual(['saved', 1])
  })

  it('undoes and redoes to the very same design, and forgets what was undone after a new edit', () => {
    const { session, add } = sessionUnderTest()
    const states = [serializeDesign(session.design)]
    for (const kind of ['vpc', 'transit-gateway'] as const) {
      add(kind)
      states.push(serializeDesign(session.design))
    }
    session.undo()
    session.undo()
    expect(serializeDesign(session.design)).toBe(states[0])
    session.redo()
    expect(serializeDesign(session.design)).toBe(states[1])
    add('transit-gateway')
    expect(session.history.redoLabel).toBeUndefined()
  })

  it('makes one step of edits that follow each other with the same key', () => {
    const { session, add } = sessionUnderTest()
    const tgw = add('transit-gateway')
    for (let step = 0; step < 5; step++) session.perform(moveBy(session.index, [tgw], 8, 0), 'nudge')
    expect(session.design.placements[tgw]).toEqual({ x: 40, y: 0 })
    session.undo()
    expect(session.design.placements[tgw]).toEqual({ x: 0, y: 0 })
  })

  it('says why an edit is not possible and changes nothing', () => {
    const { session, notices, add } = sessionUnderTest()
    const vpc = add('vpc')
    const before = session.design
    expect(session.perform(setField(session.index, vpc, 'CidrBlocks', ['nonsense']))).toBe(false)
    expect(session.design).toBe(before)
    expect(notices.list[0]?.message).toContain('is not an IPv4 CIDR')
  })

  it('can undo an edit whose entry got defaults from the schema', () => {
    const { session } = sessionUnderTest()
    const before = serializeDesign(session.design)
    const vpc = { kind: 'vpc', id: 'vpc:bare', name: 'Bare', CidrBlocks: ['10.0.0.0/16'] }
    session.perform({ label: 'Add', changes: [{ op: 'put', collection: 'resources', id: 'vpc:bare', after: vpc }] })
    session.undo()
    expect(serializeDesign(session.design)).toBe(before)
  })

  it('keeps in sight and in hand what could not be saved', async () => {
    const { session, library, add } = sessionUnderTest()
    library.isRefusing = true
    add('vpc')
    await settle()
    add('transit-gateway')
    expect([session.saveStatus, session.saveFailure?.code, session.unsavedEdits.length]).toEqual(['failed', 'disk-full', 2])
    expect(session.fileText()).toContain('TGW 1')
    library.isRefusing = false
    await session.retrySave()
    await settle()
    expect([session.saveStatus, session.revision]).toEqual(['saved', 2])
  })

  it('notices when somebody else changed the design, and takes theirs on reload', async () => {
    const { session, add } = sessionUnderTest()
    add('vpc')
    session.libraryChanged(1)
    expect(session.changedElsewhere, 'that was our own edit').toBe(false)
    await settle()
    session.libraryChanged(2)
    expect(session.changedElsewhere).toBe(true)
    await session.reload()
    expect([session.design.name, session.changedElsewhere, session.history.undoLabel]).toEqual(['from the library', false, undefined])
  })

  it('drops answers about an older state and sends everything again when the worker is out of step', () => {
    const { session, sent, say, add } = sessionUnderTest()
    add('vpc')
    const analysis = { failed: [], findings: [], verdicts: [], effects: new Map(), elements: [] }
    say({ type: 'analysis', analysis: { version: 0, ...analysis } })
    expect([session.analysis, session.isAnalysing]).toEqual([undefined, true])
    say({ type: 'analysis', analysis: { version: 1, ...analysis } })
    expect(session.isAnalysing).toBe(false)
    say({ type: 'out-of-step' })
    expect(sent.at(-1)).toMatchObject({ type: 'open', version: 1, design: session.design })
  })

  it('tells when the analysis cannot run at all', () => {
    const { notices, fail } = sessionUnderTest()
    fail('no such script')
    expect(notices.list[0]?.message).toBe('The analysis stopped: no such script. Your design is not affected.')
  })

  it('deselects what is gone', () => {
    const { session, add } = sessionUnderTest()
    const [vpc, tgw] = [add('vpc'), add('transit-gateway')]
    session.select([vpc, tgw])
    session.perform(removeResources(session.index, [vpc]))
    expect([...session.selection]).toEqual([tgw])
    session.toggle(tgw)
    expect(session.selection.size).toBe(0)
  })

  it('switches elements off for the analysis, not in the design, and knows which of them there are', async () => {
    const { session, sent, add, say } = sessionUnderTest()
    add('vpc')
    const before = session.design
    session.toggleFailed('region:eu-west-1')
    session.switchElements(['instance:instance:gone'], true)
    expect(session.design).toBe(before)
    expect(session.isAnalysing).toBe(true)
    expect(sent.filter(({ type }) => type === 'fail')).toEqual([
      { type: 'fail', version: 2, failed: ['region:eu-west-1'] },
      { type: 'fail', version: 3, failed: ['region:eu-west-1', 'instance:instance:gone'] },
    ])
    const elements = [{ element: 'region:eu-west-1', kind: 'region' as const, label: 'Region eu-west-1' }]
    say({ type: 'analysis', analysis: { version: 3, failed: ['region:eu-west-1'], findings: [], verdicts: [], effects: new Map(), elements } })
    expect(session.isAnalysing).toBe(false)
    expect(session.switchedOff).toEqual(elements)
    const asked = sent.flatMap((message) => (message.type === 'ask' ? message.request : []))
    const down = { failed: ['region:eu'], carried: [], tunnels: [] }
    for (const request of asked) say({ type: 'answer', request, version: 1, answer: request === asked.at(-1) ? down : undefined })
    await settle()
    expect(session.down).toEqual(down)
    session.switchEverythingOn()
    expect([session.failed.size, session.switchedOff.length, session.down.failed.length]).toEqual([0, 0, 0])
  })
})
