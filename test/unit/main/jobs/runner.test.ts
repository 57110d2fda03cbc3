import { afterEach, expect, it } from 'vitest'
import { createJobRunner, type JobRunner } from '../../../../src/main/jobs/runner.ts'

const bugs: unknown[] = []
let runner: JobRunner | undefined
const start = () => (runner = createJobRunner(new URL('./sample.worker.ts', import.meta.url), (_where, cause) => bugs.push(cause)))
afterEach(() => {
  runner?.close()
  bugs.length = 0
})

it('answers each job with its own outcome', async () => {
  const { run } = start()
  const outcomes = await Promise.all([run('size', { bytes: new Uint8Array(7) }), run('refuse', null), run('size', { bytes: new Uint8Array(3) }), run('nothing', null), run('toString', null)])
  expect(outcomes).toEqual([
    { ok: true, value: 7 },
    { ok: false, error: { code: 'no', message: 'not today' } },
    { ok: true, value: 3 },
    expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'unknown-job' }) }),
    expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'unknown-job' }) }),
  ])
})

it('has the stack for deep recursion', async () => {
  expect(await start().run('deep', null)).toEqual({ ok: true, value: 50_000 })
})

it('refuses what was under way when the thread dies, reports the fault once, and goes on with a new thread', async () => {
  const { run } = start()
  const [thrown, next] = await Promise.all([run('throw', null), run('size', { bytes: new Uint8Array(1) })])
  expect(thrown).toMatchObject({ ok: false, error: { code: 'job-failed' } })
  expect(next).toMatchObject({ ok: false, error: { code: 'job-failed' } })
  expect(bugs).toHaveLength(1)
  expect(await run('size', { bytes: new Uint8Array(2) })).toEqual({ ok: true, value: 2 })
})

it('refuses what is under way when it is closed', async () => {
  const { run, close } = start()
  const job = run('size', { bytes: new Uint8Array(1) })
  close()
  expect(await job).toMatchObject({ ok: false, error: { code: 'job-failed' } })
})
