import { describe, expect, it } from 'vitest'
import { Journal, type JournalClient } from '../../../../src/renderer/state/journal.svelte.ts'
import { answer, refuse } from '../../../../src/shared/contract.ts'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { applyEdit, type Edit } from '../../../../src/shared/document/edit.ts'

/** A library of one design that can be made to fail. */
class FakeLibrary {
  design: Design = emptyDesign('0')
  revision = 3
  /** `before`: the connection breaks before the edit arrives; `after`: the edit arrives, its answer does not. */
  lose: 'before' | 'after' | undefined
  appended: string[] = []

  readonly client: JournalClient = {
    'library.append': ({ expectedRevision, edit }) => Promise.resolve(this.#append(expectedRevision, edit)),
    'library.open': ({ id }) => Promise.resolve(this.lose ? refuse('connection-lost', 'gone') : answer({ id, revision: this.revision, design: this.design })),
  }

  #append(expected: number, edit: Edit) {
    if (this.lose === 'before') return refuse('connection-lost', 'gone')
    if (expected !== this.revision) return refuse('stale-revision', 'somebody was faster')
    const next = applyEdit(this.design, edit)
    if (!next.ok) return refuse('stale-edit', 'does not fit')
    this.design = next.value
    this.revision += 1
    this.appended.push(edit.label)
    return this.lose === 'after' ? refuse('connection-lost', 'gone') : answer({ revision: this.revision })
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

function typing(library: FakeLibrary) {
  const journal = new Journal(library.client, 'd', library.revision)
  let design = library.design
  const write = (name: string): void => {
    const edit: Edit = { label: name, changes: [{ op: 'rename', before: design.name, after: name }] }
    design = { ...design, name }
    journal.append(edit, design)
  }
  return { journal, write }
}

describe('Journal', () => {
  it('says saved only when every edit is committed, and keeps their order', async () => {
    const library = new FakeLibrary()
    const { journal, write } = typing(library)
    expect(journal.status).toBe('saved')
    for (const name of ['a', 'b', 'c']) write(name)
    expect([journal.status, journal.unsaved.length]).toEqual(['saving', 3])
    await settle()
    expect([journal.status, journal.revision]).toEqual(['saved', 6])
    expect(library.appended).toEqual(['a', 'b', 'c'])
  })

  it('keeps what main refused and everything after it', async () => {
    const library = new FakeLibrary()
    const { journal, write } = typing(library)
    library.revision = 9
    write('a')
    await settle()
    write('b')
    await settle()
    expect([journal.status, journal.failure?.code, journal.unsaved.length]).toEqual(['failed', 'stale-revision', 2])
    await journal.retry()
    expect(journal.failure?.code, 'somebody else changed the design').toBe('stale-revision')
    expect(library.appended).toEqual([])
  })

  it.each(['before', 'after'] as const)('goes on after a lost connection without losing or repeating an edit (lost %s it arrived)', async (lose) => {
    const library = new FakeLibrary()
    const { journal, write } = typing(library)
    library.lose = lose
    for (const name of ['a', 'b']) write(name)
    await settle()
    expect(journal.status).toBe('failed')
    await journal.retry()
    expect(journal.status, 'still no connection').toBe('failed')
    library.lose = undefined
    await journal.retry()
    expect([journal.status, library.design.name]).toEqual(['saved', 'b'])
    expect(library.appended).toEqual(['a', 'b'])
  })
})
