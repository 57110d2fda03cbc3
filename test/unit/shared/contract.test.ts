import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { answer, createClient, dispatch, outcomeSchema, refuse, type Handlers, type Transport } from '../../../src/shared/contract.ts'

const contract = {
  double: { input: z.strictObject({ n: z.number() }), output: z.number() },
  fail: { input: z.null(), output: z.null() },
}
const handlers: Handlers<typeof contract> = {
  double: ({ n }) => (n > 100 ? refuse('too-big', 'n: above 100', { path: 'n' }) : answer(n * 2)),
  fail: () => { throw new Error('boom') },
}
const quiet = () => undefined

describe('dispatch', () => {
  it('answers a good call', async () => {
    expect(await dispatch(contract, handlers, 'double', { n: 4 }, quiet)).toEqual({ ok: true, value: 8 })
  })

  it('carries a refusal with its code and path', async () => {
    expect(await dispatch(contract, handlers, 'double', { n: 101 }, quiet)).toEqual({ ok: false, error: { code: 'too-big', message: 'n: above 100', path: 'n' } })
  })

  it.each(['nothing', '__proto__', 'constructor', 'toString', 7, null])('refuses the unknown call %s', async (method) => {
    expect(await dispatch(contract, handlers, method, {}, quiet)).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  })

  it.each([[{}], [{ n: 'x' }], [{ n: 1, extra: 2 }], [null], [[]]])('refuses the input %j and names the place', async (input) => {
    const outcome = await dispatch(contract, handlers, 'double', input, quiet)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  it('reports a handler that throws as a bug, once, and still answers', async () => {
    const onBug = vi.fn()
    const outcome = await dispatch(contract, handlers, 'fail', null, onBug)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(onBug).toHaveBeenCalledExactlyOnceWith('fail', expect.any(Error))
  })
})

it('a client sends each call by its name and gives back the outcome', async () => {
  const transport: Transport = { invoke: (method, input) => dispatch(contract, handlers, method, input, quiet), on: () => quiet }
  const client = createClient(contract, transport)
  const outcome = await client.double({ n: 3 })
  expect(outcomeSchema.parse(outcome)).toEqual({ ok: true, value: 6 })
})
