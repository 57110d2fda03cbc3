import { z } from 'zod'

/** One call that the renderer can make: what goes in and what comes out, JSON plus Uint8Array. */
export interface Call {
  readonly input: z.ZodType
  readonly output: z.ZodType
}

/** All calls by name. */
export type Contract = Readonly<Record<string, Call>>

/** All events that main sends without being asked, by name. */
export type EventContract = Readonly<Record<string, z.ZodType>>

/** Why a call was refused; `code` is stable, `message` is for people, `path` points into the input. */
export interface CallError {
  readonly code: string
  readonly message: string
  readonly path?: string
  readonly details?: readonly string[]
}

/** The answer to every call; errors travel as data, never as exceptions. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError }

/** One function per call; a missing or mistyped one does not compile. */
export type Handlers<C extends Contract> = {
  readonly [M in keyof C]: (input: z.output<C[M]['input']>) => Outcome<z.input<C[M]['output']>> | Promise<Outcome<z.input<C[M]['output']>>>
}

/** The same calls as the renderer sees them. */
export type Client<C extends Contract> = {
  readonly [M in keyof C]: (input: z.input<C[M]['input']>) => Promise<Outcome<z.output<C[M]['output']>>>
}

/** Whatever carries calls and events between renderer and main. */
export interface Transport {
  /** Makes one call; answers an error of code `connection-lost` when main cannot be reached. */
  readonly invoke: (method: string, input: unknown) => Promise<Outcome<unknown>>
  /** Listens to all events; answers the function that stops it. */
  readonly on: (listener: (event: string, payload: unknown) => void) => () => void
}

/** A good answer. */
export function answer<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** A refusal with a stable code. */
export function refuse(code: string, message: string, more: { readonly path?: string; readonly details?: readonly string[] } = {}): Outcome<never> {
  return { ok: false, error: { code, message, ...more } }
}

/** First complaint of a zod error in one line, with its path. */
function complaint(error: z.ZodError): { readonly message: string; readonly path: string } {
  const issue = error.issues[0]
  const path = (issue?.path ?? []).map(String).join('.')
  return { message: `${path === '' ? 'the input' : path}: ${issue?.message ?? 'is not valid'}`, path }
}

/**
 * Validates a call that arrived from outside and runs its handler. Never throws: an unknown call, a bad input
 * and a handler that throws become refusals (`unknown-call`, `bad-input`, `internal`); the last is also given
 * to `onBug`, because it is our own fault.
 */
export async function dispatch<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  method: unknown,
  input: unknown,
  onBug: (method: string, cause: unknown) => void,
): Promise<Outcome<unknown>> {
  if (typeof method !== 'string' || !Object.hasOwn(contract, method)) {
    return refuse('unknown-call', `there is no call named ${String(method).slice(0, 80)}`)
  }
  const call = contract[method]
  if (call === undefined) return refuse('unknown-call', `there is no call named ${method}`)
  let parsed: { success: true; data: unknown } | { success: false; error: z.ZodError }
  try {
    parsed = call.input.safeParse(input)
  } catch {
    return refuse('bad-input', `${method}: the input is nested too deeply to be read`)
  }
  if (!parsed.success) {
    const { message, path } = complaint(parsed.error)
    return refuse('bad-input', `${method}: ${message}`, { path })
  }
  try {
    // The schema has just proved the type, which the compiler cannot follow through a name known only at run time.
    const handler = handlers[method] as (checked: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>
    return await handler(parsed.data)
  } catch (cause) {
    onBug(method, cause)
    return refuse('internal', `${method} failed inside Causeway: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** The calls of a contract as functions over a transport. */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const entries = Object.keys(contract).map((method) => [method, (input: unknown) => transport.invoke(method, input)])
  // Every key of the contract is there with a function that sends its input: the mapped type says no more.
  return Object.fromEntries(entries) as Client<C>
}

/** Schema of an answer as it arrives over a wire. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string(), message: z.string(), path: z.string().optional(), details: z.array(z.string()).optional() }),
  }),
])
