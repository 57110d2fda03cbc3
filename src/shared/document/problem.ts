/** Bad input: what, where, and what to do. Never the user's design being weak; that is a finding. */
export interface Problem {
  /** Stable word for programs. */
  readonly code: string
  /** Where: a file, or a path inside one such as `resources.vpc:a.CidrBlocks.0`; empty for the whole input. */
  readonly path: string
  /** One sentence for people, with the remedy. */
  readonly message: string
}

/** Either a value or the problems that prevented it. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** A successful result. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A failed result with one problem. */
export function failure(code: string, path: string, message: string): Result<never> {
  return { ok: false, problems: [{ code, path, message }] }
}
