import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { openLibrary } from '../../../../src/main/library/library.ts'
import { newFolder, valueOf } from './sample.ts'

let folder: string
let id: string
beforeEach(() => {
  folder = newFolder()
  const library = valueOf(openLibrary({ folder }))
  id = valueOf(library.create({ name: 'One' })).id
  library.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs the appending program; `kill` ends it in the middle once it has acknowledged so many edits. */
async function append(name: string, { times = 'Infinity', killAfter = Infinity }: { times?: string; killAfter?: number } = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'append.child.ts'), folder, id, name, times], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let complaints = ''
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString()
    if (out.split('\n').length > killAfter) child.kill('SIGKILL')
  })
  child.stderr.on('data', (data: Buffer) => { complaints += data.toString() })
  const code = await new Promise((resolve) => child.on('close', resolve))
  const lines = out.split('\n').slice(0, -1).map((line) => line.split(' '))
  return { code, complaints, acknowledged: lines.map(([revision, vpc]) => ({ revision: Number(revision), vpc: `vpc:${vpc}` as ResourceId })) }
}

describe('after kill -9', () => {
  it.each([1, 7, 60, 230])('nothing is lost that was acknowledged, killed after %i edits', async (killAfter) => {
    const { acknowledged, complaints } = await append('a', { killAfter })
    expect(complaints).toBe('')
    expect(acknowledged.length).toBeGreaterThanOrEqual(killAfter)
    const library = valueOf(openLibrary({ folder }))
    const { revision, design } = valueOf(library.open({ id }))
    expect(revision).toBeGreaterThanOrEqual(acknowledged.at(-1)?.revision ?? 0)
    expect(acknowledged.filter(({ vpc }) => !Object.hasOwn(design.resources, vpc))).toEqual([])
    expect(Object.keys(design.resources)).toHaveLength(revision)
    library.close()
  })
})

describe('two programs on one design', () => {
  it('lose nothing: the slower is told and tries again', async () => {
    const [a, b] = await Promise.all([append('a', { times: '120' }), append('b', { times: '120' })])
    expect([a.code, b.code]).toEqual([0, 0])
    const library = valueOf(openLibrary({ folder }))
    const { revision, design } = valueOf(library.open({ id }))
    expect(revision).toBe(240)
    expect(Object.keys(design.resources)).toHaveLength(240)
    const revisions = [...a.acknowledged, ...b.acknowledged].map((entry) => entry.revision).sort((x, y) => x - y)
    expect(revisions).toEqual(Array.from({ length: 240 }, (_, index) => index + 1))
    library.close()
  })

  it('both may make the library at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      rmSync(folder, { recursive: true })
      const script = `import { openLibrary } from ${JSON.stringify(join(import.meta.dirname, '../../../../src/main/library/library.ts'))}
        const opened = openLibrary({ folder: ${JSON.stringify(folder)} })
        const made = opened.ok ? opened.value.create({ name: 'x' }) : opened
        if (!made.ok) { process.stderr.write(made.error.message); process.exitCode = 1 }`
      const codes = await Promise.all([1, 2, 3].map(() => new Promise((resolve) => {
        spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] }).on('close', resolve)
      })))
      expect(codes).toEqual([0, 0, 0])
      const library = valueOf(openLibrary({ folder }))
      expect(valueOf(library.list())).toHaveLength(3)
      library.close()
    }
  })

  it('hear of each other', async () => {
    const mine = valueOf(openLibrary({ folder, watchEveryMs: 20 }))
    const heard: { id: string; revision: number }[] = []
    const stop = mine.subscribe((change) => heard.push(change))
    const other = valueOf(openLibrary({ folder }))
    valueOf(other.rename({ id, expectedName: 'One', name: 'Renamed' }))
    while (heard.length < 1) await wait(10)
    valueOf(mine.rename({ id, expectedName: 'Renamed', name: 'Mine' }))
    valueOf(other.trash({ id, expectedRevision: 2 }))
    while (heard.length < 3) await wait(10)
    expect(heard).toEqual([{ id, revision: 1 }, { id, revision: 2 }, { id, revision: -1 }])
    stop()
    mine.close()
    other.close()
  })
})
